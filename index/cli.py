"""The command line about articles: index, search, analyse, show, stats, tags, set and verify.

Results go to stdout, everything else to stderr. What a command needs is imported when it runs, so
that help and completion answer at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from index.address import Location
from index.options import (
    ENCODING,
    FILE,
    SKIPPED,
    app,
    article_given,
    countries_given,
    filters_given,
    index_given,
    index_wanted,
    json_wanted,
    leaders_given,
    paths_given,
    plain_errors,
    progress_bar,
)
from search.errors import ReadoutError
from search.model.facets import FACETS

if TYPE_CHECKING:
    from index.review import Indexed
from search.model.search_options import PAGE_SIZE

__all__ = ["app"]


@app.command(short_help="Index folders and files of articles.")
@paths_given
@click.option("--full", is_flag=True, help="Anew beside the old index, then swapped.")
@click.option("--rebuild", is_flag=True, help="Anew if it was made by another analysis.")
@click.option("--delete", is_flag=True, help="Take out what is gone, however much it is.")
@json_wanted
@index_wanted
def index(
    *,
    paths: tuple[Path, ...],
    full: bool,
    rebuild: bool,
    delete: bool,
    json: bool,
    folder: Location | None,
) -> None:
    """Index folders and files of articles; without a PATH, those that are known already."""
    from index.printing import print_summary
    from index.update.build import build
    from index.update.rules import Mode

    with plain_errors():
        mode: Mode = "full" if full else "rebuild" if rebuild else "changes"
        with progress_bar("Indexing") as progress:
            summary = build(
                index_given(folder), paths, mode=mode, progress=progress, deletes=delete
            )
        print_summary(summary, json=json)
        raise Exit(0 if summary.is_whole else SKIPPED)


@app.command(short_help="Search the archive.")
@click.argument("words", nargs=-1, metavar="QUERY...")
@filters_given
@click.option("--since", "seen_since", metavar="DATE", help="First seen then or later.")
@click.option("--match", metavar="all|any", help="All the words, or any.")
@click.option("--loose", is_flag=True, help="Looser readings of the words too.")
@click.option("--sort", metavar="relevance|newest|oldest|contact", default="relevance")
@click.option("--page", type=int, metavar="N", default=1)
@click.option("--size", type=int, metavar="N", help=f"Hits a page [default: {PAGE_SIZE}].")
@click.option("--batch", type=FILE, metavar="FILE", help="Queries, a JSON object a line.")
@click.option("--run", type=FILE, metavar="FILE", help="Where --batch writes its TREC run.")
@json_wanted
@index_wanted
def search(  # the rest has the names and types of the fields of `Search`
    *,
    words: tuple[str, ...],
    match: str | None,
    size: int | None,
    batch: Path | None,
    run: Path | None,
    json: bool,
    folder: Location | None,
    **rest: Any,  # noqa: ANN401  likewise
) -> None:
    """Search the archive; several words are one QUERY, and an empty one ('') finds every article.

    What begins with - goes after --: readout search Putin -- -Trump
    """
    if (batch is None) != (run is None) or (batch is None) == (not words):
        raise click.BadParameter("search takes a QUERY, or --batch with --run")
    usual: dict[str, Any] = (
        {"match": "all", "size": PAGE_SIZE} if batch is None else {"match": "any", "size": 100}
    )
    asked = _asked(" ".join(words), usual, {"match": match, "size": size, **rest})
    with plain_errors(), _searcher(folder) as searcher:
        if batch is None or run is None:
            from index.printing import print_answer

            print_answer(searcher.search(asked), json=json)
        else:
            from index.batch import run_batch

            run_batch(searcher, asked, batch, run)


@app.command(short_help="Show what words are found by.")
@click.option("--lang", metavar="L", help="he, ro, en … [default: found].")
@click.option("--as", "side", metavar="article|query", default="article")
@click.option("--explain", is_flag=True, help="In words, for a person.")
@index_wanted
def analyse(
    *,
    lang: str | None,
    side: str,
    explain: bool,
    folder: Location | None,  # noqa: ARG001 - no index is read
) -> None:
    """Show what words are found by: a text a line on stdin, a JSON object a line on stdout."""
    from index.explain import analysis, explained

    if side not in {"article", "query"}:
        raise click.BadParameter(f"--as can't be {side!r}; expected article or query")
    show: Callable[..., str] = explained if explain else analysis
    for line in sys.stdin.buffer:
        text = line.decode(ENCODING, "replace").rstrip("\r\n")
        click.echo(show(text, lang=lang, side=side))


@app.command(short_help="Show one article.")
@article_given
@json_wanted
@index_wanted
def show(*, article_id: str, json: bool, folder: Location | None) -> None:
    """Show one article."""
    from index.printing import print_article
    from search.model.response import Search

    with plain_errors(), _searcher(folder) as searcher:
        print_article(searcher.open(article_id, Search()), json=json)


@app.command(short_help="Show what is in the index.")
@json_wanted
@index_wanted
def stats(*, json: bool, folder: Location | None) -> None:
    """Show how many articles there are, of which languages and years, and the versions."""
    from index.inspection import statistics
    from index.printing import print_statistics

    with plain_errors():
        print_statistics(statistics(index_given(folder)), json=json)


@app.command(short_help="Show what is known of articles, and why.")
@paths_given
@click.option("--missing", is_flag=True, help="Only articles that lack one of them.")
@click.option("--csv", "fill_in", is_flag=True, help="A metadata.csv to fill in.")
@json_wanted
@index_wanted
def tags(
    *, paths: tuple[Path, ...], missing: bool, fill_in: bool, json: bool, folder: Location | None
) -> None:
    """Show title, date, leaders and countries of articles, and the words that they come from.

    Without a PATH, of all.
    Files are read anew, so this needs no index if there is a PATH; of a part of an indexed folder
    what stands above it counts too.
    """
    from index.loaders import Refused
    from index.printing import print_fill_in, print_tagged
    from index.review import NO_INDEX, review
    from index.update.kept import reading_of
    from index.update.roots import remembered

    with plain_errors():
        asked: Sequence[Path] = paths
        if not paths:
            with reading_of(index_given(folder)) as manifest:
                asked = remembered(manifest.roots())
        found = list(review(asked, _indexed(folder) if paths else NO_INDEX))
        refused = [one for one in found if isinstance(one, Refused)]
        articles = [one for one in found if not isinstance(one, Refused)]
        shown = [one for one in articles if one.missing() or not missing]
        if fill_in and len(asked) > 1:
            raise click.BadParameter("--csv is of one folder; name it")
        if fill_in:
            print_fill_in(shown, refused)
        else:
            print_tagged(shown, refused, json=json)
        raise Exit(SKIPPED if refused else 0)


def _indexed(folder: Location | None) -> Indexed:
    """What the index knows around a PATH; nothing where there is none that can be read."""
    from index.review import NO_INDEX, Indexed

    try:
        return Indexed.at(index_given(folder))
    except ReadoutError:
        return NO_INDEX


@app.command("set", short_help="Correct what is known of an article.")
@article_given
@click.option("--published", metavar="DATE", help="2023-12-10, 2023-12 or 2023.")
@leaders_given
@countries_given
@click.option(
    "--contact",
    "contacts",
    multiple=True,
    metavar="KIND: NAME, NAME[, DATE]",
    help="Held though the text does not say so; `not call: …` takes one away, `none` all.",
)
@click.option("--lang", metavar="L", help="he, ro, en …")
@index_wanted
def correct(
    *, article_id: str, folder: Location | None, **known: str | tuple[str, ...] | None
) -> None:
    """Correct what is known of an article, in the metadata.csv beside it.

    The next `readout index` takes it over.
    """
    from index import corrections

    said = {
        name: value if isinstance(value, str) else "; ".join(value)
        for name, value in known.items()
        if value
    }
    if not said:
        raise click.BadParameter(
            "set takes at least one of --published, --leader, --country, --contact, --lang"
        )
    with plain_errors():
        sheet = corrections.correct(index_given(folder), article_id, said)
        click.echo(f"written to {sheet}; `readout index` takes it over")


@app.command(short_help="Check that the index is whole.")
@json_wanted
@index_wanted
def verify(*, json: bool, folder: Location | None) -> None:
    """Read the whole index and check that it holds together."""
    from index.inspection import check
    from index.printing import print_check

    with plain_errors():
        checked = check(index_given(folder))
        print_check(checked, json=json)
        raise Exit(SKIPPED if checked.problems else 0)


def _asked(query: str, usual: dict[str, Any], told: dict[str, Any]) -> Any:  # noqa: ANN401
    from search.model.response import Search

    filters = {facet: told.pop(facet) for facet in FACETS}
    said = {name: value for name, value in told.items() if value is not None}
    return Search(query=query, filters=filters, **usual | said)


@contextmanager
def _searcher(folder: Location | None) -> Iterator[Any]:
    # its class is imported only where it is used
    from index.engines import damage_explained, open_engine
    from search.entities.gazetteer import gazetteer
    from search.service.searcher import Searcher

    index = index_given(folder)
    with damage_explained(index):
        yield Searcher(open_engine(index), gazetteer())
