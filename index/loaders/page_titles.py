"""Page titles: what is the article of a saved page called?

The name of a site is no headline, whether it stands in the largest letters or behind a bar in the
window's title.
"""

from __future__ import annotations

import re
from typing import Final

from index.loaders import values
from index.loaders.page import TITLE_METAS, Page, text_of, words_of

_BARS: Final = re.compile(r"\s+[|•·»›~‹«–—-]+\s+|\s*[|»]\s*|\s*::\s*")
SHORTEST_TITLE: Final = 2  # words


def title(page: Page, found: str | None) -> str | None:
    """The headline: the heading that the page's own titles have, else the best of these."""
    site = _site(page)
    if page.headline is not None:
        heading = values.line(text_of(page.headline))
        if heading and words_of(heading) not in site and _is_title(heading):
            return heading
    said = values.line(page.meta(TITLE_METAS)) or values.line(found) or values.line(page.title)
    return _without_site(said, site) if said else None


def _is_title(line: str) -> bool:
    return len(line.split()) >= SHORTEST_TITLE


def _site(page: Page) -> set[str]:
    """The names of the site."""
    named = [page.meta(("og:site_name", "application-name", "al:android:app_name", "publisher"))]
    named.extend(values.line(one.get("publisher")) for one in page.documents)
    window, own = f" {words_of(page.title)} ", words_of(page.meta(TITLE_METAS) or "")
    if own and f" {own} " in window:
        named.append(window.replace(f" {own} ", " ").strip())  # what a window's title adds
    home = (one for one in page.tree.iter("h1") if _leads_home(one))
    named += [text_of(one) for one in home]
    return {words_of(name) for name in named if name}


def _leads_home(heading: object) -> bool:
    """Whether a heading is a link to the first page of its site."""
    links = [one.get("href") or "" for one in heading.iter("a")]  # type: ignore[attr-defined]
    return any(re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", link) for link in links)


def _without_site(said: str, site: set[str]) -> str:
    """A window's title without the name of the site, or a day, at its end or its beginning."""
    parts = [part for part in re.split(f"({_BARS.pattern})", said) if part]
    while len(parts) > 2 and _is_of_site(parts[-1], site):
        del parts[-2:]
    while len(parts) > 2 and _is_of_site(parts[0], site):
        del parts[:2]
    return "".join(parts).strip()


def _is_of_site(part: str, site: set[str]) -> bool:
    words = words_of(part)
    return words in site or (words.isdecimal() and len(words) > 3) or not words
