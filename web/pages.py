"""Pages: which template shows a page, and which files does it load?

A file's URL holds a hash of its content, so that browsers may keep it for ever. Nothing is read
from disk twice.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from search.model.facets import COUNTED, FacetKind, kind_of
from search.model.paragraphs import direction
from search.service.feed import entry_id, plain, updated
from web.html import escaped, linked, marked
from web.messages import Locale, locale
from web.rows import Rows
from web.state import State

TEMPLATES: Final = Path(__file__).with_name("templates")
STATIC: Final = Path(__file__).with_name("static")
NAMES: Final = {"en": "English", "he": "עברית", "ro": "Română"}
TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_USUAL: Final[dict[str, Any]] = {"trim_blocks": True, "lstrip_blocks": True, "auto_reload": False}


def static_files() -> Mapping[str, Path]:
    """The files that pages load, by URL."""
    files = sorted(path for path in STATIC.iterdir() if path.suffix in TYPES)
    return {
        f"/static/{sha256(path.read_bytes()).hexdigest()[:16]}/{path.name}": path for path in files
    }


class Pages:
    """Fills templates in; whatever a template shows is escaped unless `present` made it."""

    def __init__(self, files: Mapping[str, Path], label: Callable[[str, str, str], str]) -> None:
        """Load these files; `label` names the values of facets."""
        self._templates = {code: _templates(locale(code), files, label) for code in NAMES}

    def render(self, template: str, state: State, **shown: Any) -> str:  # noqa: ANN401
        """A page about `state`."""
        return self._templates[state.ui].get_template(template).render(state=state, **shown)


def _templates(
    t: Locale, files: Mapping[str, Path], label: Callable[[str, str, str], str]
) -> Environment:
    """The templates in one language with its texts, compiled now so that no reader waits."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, **_USUAL
    )
    templates.globals.update(
        t=t,
        tongues=NAMES,
        static={path.name: url for url, path in files.items()},
        narrowing=[facet for facet in COUNTED if kind_of(facet) is not FacetKind.YEAR],
    )
    templates.tests["known"] = t.knows
    templates.filters.update(_filters(t, label))
    for name in templates.list_templates():
        # With Jinja's own, rendering takes a third longer.
        templates.get_template(name).root_render_func.__globals__["escape"] = escaped
    return templates


def _filters(t: Locale, label: Callable[[str, str, str], str]) -> dict[str, Callable[..., Any]]:
    """What templates call behind a bar."""
    rows = Rows(t, lambda facet, value: label(facet, value, t.code))
    return {
        "t": t,
        "listed": rows.listed,
        "bars": rows.bars,
        "hits": rows.hits,
        "about": rows.about,
        "dated": rows.dated,
        "tags": rows.tags,
        "number": t.number,
        "counted": t.counted,
        "date": t.date,
        "year": t.year,
        "said": t.hint,
        "problem": t.error,
        "label": lambda value, facet, code=t.code: label(facet, value, code),
        "marked": marked,
        "linked": linked,
        "direction": direction,
        "shell": shlex.quote,
        "plain": plain,
        "updated": updated,
        "entry_id": entry_id,
    }
