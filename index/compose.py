"""Composing: from what a file says to an article, with what its text says of itself.

What metadata gave wins and is named in `from_metadata`; what it did not give is read from the text,
or stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable

from index.dates import text_dates
from index.extract import boilerplate, titles
from index.loaders import Loaded
from index.name_rows import slug
from search.analysis.analyzer import language_of
from search.entities.gazetteer import Gazetteer
from search.model.articles import Article, Field, Span, TitleSource


def compose(loaded: Loaded, *, article_id: str, path: str, gazetteer: Gazetteer) -> Article:
    """The article of a file at `path` (relative to its root), not yet tagged."""
    title, text, source = _titled(loaded)
    left_out = boilerplate.spans(text)
    published, published_source = _published(loaded, path)
    return Article(
        article_id=article_id,
        title=title.strip(),
        text=text,
        title_source=source,
        boilerplate=left_out,
        lang=loaded.lang or language_of(f"{title}\n{_own(text, left_out)}"),
        published=published,
        published_source=published_source,
        outlet=loaded.outlet,
        url=loaded.url,
        leaders=_ids(gazetteer, "leader", loaded.leaders),
        countries=_ids(gazetteer, "country", loaded.countries),
        contact_statements=tuple(
            one._replace(leaders=_ids(gazetteer, "leader", one.leaders))
            for one in loaded.contacts or ()
        ),
        from_metadata=_given(loaded),
    )


def _titled(loaded: Loaded) -> tuple[str, str, TitleSource]:
    if loaded.title:
        return loaded.title, loaded.text, "given"
    return titles.title(loaded.text)


def _published(loaded: Loaded, path: str) -> tuple[str | None, str | None]:
    if loaded.published is not None:
        return loaded.published or None, loaded.published_source if loaded.published else None
    text = "\n".join(
        filter(None, (loaded.title, loaded.head, _own(loaded.text, boilerplate.spans(loaded.text))))
    )
    return text_dates.published(text, path=path) or (None, None)


def _own(text: str, left_out: Iterable[Span]) -> str:
    """The text without what is not the article."""
    kept, start = [], 0
    for left, right in left_out:
        kept.append(text[start:left])
        start = right
    return "".join([*kept, text[start:]])


def _ids(gazetteer: Gazetteer, facet: str, names: Iterable[str] | None) -> tuple[str, ...]:
    """The ids of names that metadata gave; a name that nobody knows makes an id of its own."""
    ids = (gazetteer.resolve(facet, name) or slug(name) for name in names or ())
    return tuple(dict.fromkeys(filter(None, ids)))


def _given(loaded: Loaded) -> tuple[Field, ...]:
    values: dict[Field, object] = {
        "title": loaded.title,
        "published": loaded.published,
        "lang": loaded.lang,
        "outlet": loaded.outlet,
        "url": loaded.url,
        "leaders": loaded.leaders,
        "countries": loaded.countries,
        "contacts": loaded.contacts,
    }
    return tuple(name for name, value in values.items() if value is not None)
