"""The command line about articles: index, search, analyse, show, stats, tags, set and verify.

Results go to stdout, everything else to stderr. What a command needs is imported when it runs, so that help and
completion answer at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from index.settings import index_folder
from search.errors import ReadoutError

SKIPPED: Final = 1
USAGE: Final = 2
ENCODING: Final = "utf-8"

Index = Annotated[
    Path | None, typer.Option("--index", metavar="DIR", help="The index [env: READOUT_INDEX; default: var/index].")
]
Json = Annotated[bool, typer.Option("--json", help="One line of JSON.")]

app = typer.Typer(
    name="readout",
    help="Search archives of news about what leaders say to each other, in Hebrew, Romanian, English and more.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Say what went wrong in a sentence, and exit with 2."""
    try:
        yield
    except ReadoutError as error:
        typer.echo(f"readout: {error}", err=True)
        raise typer.Exit(USAGE) from None


def progress_bar(text: str) -> Any:  # noqa: ANN401  a context manager that gives a function
    """A bar on a terminal's stderr; elsewhere silence."""
    from index.printing import bar

    return bar(text)


@app.command()
def index(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", show_default=False)] = None,
    full: Annotated[bool, typer.Option("--full", help="Anew beside the old index, then swapped.")] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Anew if it was made by another analysis.")] = False,
    json: Json = False,
    folder: Index = None,
) -> None:
    """Index folders and files of articles; without a PATH, those that are known already."""
    from index.build import Mode, build
    from index.printing import print_summary

    with plain_errors():
        mode: Mode = "full" if full else "rebuild" if rebuild else "changes"
        with progress_bar("Indexing") as progress:
            summary = build(index_folder(folder), paths or [], mode=mode, progress=progress)
        print_summary(summary, json=json)
        raise typer.Exit(SKIPPED if summary.skipped else 0)


@app.command()
def search(
    query: Annotated[str | None, typer.Argument(show_default=False, help="Empty: every article.")] = None,
    leader: Annotated[list[str] | None, typer.Option(metavar="NAME", help="An id or any spelling.")] = None,
    country: Annotated[list[str] | None, typer.Option(metavar="NAME", help="An id or any spelling.")] = None,
    year: Annotated[list[str] | None, typer.Option(metavar="Y", help="2016, 2016..2019 or unknown.")] = None,
    lang: Annotated[list[str] | None, typer.Option(metavar="L", help="he, ro, en …")] = None,
    match: Annotated[str | None, typer.Option(metavar="all|any", help="All the words, or any.")] = None,
    loose: Annotated[bool, typer.Option("--loose", help="Looser readings of the words too.")] = False,
    sort: Annotated[str, typer.Option(metavar="relevance|newest|oldest")] = "relevance",
    page: Annotated[int, typer.Option(metavar="N")] = 1,
    size: Annotated[int | None, typer.Option(metavar="N", help="Hits a page [default: 10].")] = None,
    batch: Annotated[Path | None, typer.Option(metavar="FILE", help="Queries, a JSON object a line.")] = None,
    run: Annotated[Path | None, typer.Option(metavar="FILE", help="Where --batch writes its TREC run.")] = None,
    json: Json = False,
    folder: Index = None,
) -> None:
    """Search the archive."""
    from index.printing import print_answer
    from search.results import Search

    asked = Search(
        query=query or "",
        leaders=tuple(leader or ()),
        countries=tuple(country or ()),
        years=tuple(year or ()),
        languages=tuple(lang or ()),
        match=match or ("all" if batch is None else "any"),  # type: ignore[arg-type] # the searcher checks
        loose=loose,
        sort=sort,  # type: ignore[arg-type] # likewise
        page=page,
        size=size if size is not None else (10 if batch is None else 100),
    )
    if (batch is None) != (run is None) or (batch is None and query is None) or (batch and query):
        raise typer.BadParameter("search takes a QUERY, or --batch with --run")
    with plain_errors():
        if batch is None:
            print_answer(_searcher(folder).search(asked), json=json)
        elif run is not None:
            from index.batch import run_batch

            run_batch(_searcher(folder), asked, batch, run)


@app.command()
def analyse(
    lang: Annotated[str | None, typer.Option(metavar="L", help="he, ro, en … [default: found].")] = None,
    side: Annotated[str, typer.Option("--as", metavar="article|query")] = "article",
    explain: Annotated[bool, typer.Option("--explain", help="In words, for a person.")] = False,
) -> None:
    """Show what words are found by: a text a line on stdin, a JSON object a line on stdout."""
    from index.explaining import analysis, explained

    if side not in {"article", "query"}:
        raise typer.BadParameter(f"--as can't be {side!r}; expected article or query")
    show: Callable[..., str] = explained if explain else analysis
    for line in sys.stdin.buffer:
        text = line.decode(ENCODING, "replace").rstrip("\r\n")
        typer.echo(show(text, lang=lang, side=side))


@app.command()
def show(article_id: Annotated[str, typer.Argument(metavar="ID")], json: Json = False, folder: Index = None) -> None:
    """Show one article."""
    from index.printing import print_article

    with plain_errors():
        print_article(_searcher(folder).open(article_id), json=json)


@app.command()
def stats(json: Json = False, folder: Index = None) -> None:
    """Show how many articles there are, of which languages and years, and by which versions they were indexed."""
    from index.inspection import statistics
    from index.printing import print_statistics

    with plain_errors():
        print_statistics(statistics(index_folder(folder)), json=json)


@app.command()
def tags(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", show_default=False)] = None,
    missing: Annotated[bool, typer.Option("--missing", help="Only articles that lack one of them.")] = False,
    json: Json = False,
    folder: Index = None,
) -> None:
    """Show title, date, leaders and countries of articles, and the words that they come from; without a PATH, of all.

    Files are read anew, so this needs no index if there is a PATH.
    """
    from index.archive import open_manifest
    from index.loaders import Refused
    from index.printing import print_tagged
    from index.tagged import tagged

    with plain_errors():
        asked = paths or [Path(root) for root in open_manifest(index_folder(folder)).roots()]
        found = list(tagged(asked))
        refused = [one for one in found if isinstance(one, Refused)]
        articles = [one for one in found if not isinstance(one, Refused)]
        print_tagged([one for one in articles if one.missing() or not missing], refused, json=json)
        raise typer.Exit(SKIPPED if refused else 0)


@app.command("set")
def correct(
    article_id: Annotated[str, typer.Argument(metavar="ID")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="2023-12-10, 2023-12 or 2023.")] = None,
    leader: Annotated[list[str] | None, typer.Option(metavar="NAME", help="An id or any spelling.")] = None,
    country: Annotated[list[str] | None, typer.Option(metavar="NAME", help="An id or any spelling.")] = None,
    lang: Annotated[str | None, typer.Option(metavar="L", help="he, ro, en …")] = None,
    folder: Index = None,
) -> None:
    """Correct what is known of an article, in the metadata.csv beside it; the next `readout index` takes it over."""
    from index import corrections

    asked = {"published": published, "leaders": leader, "countries": country, "lang": lang}
    said = {name: value if isinstance(value, str) else "; ".join(value) for name, value in asked.items() if value}
    if not said:
        raise typer.BadParameter("set takes at least one of --published, --leader, --country, --lang")
    with plain_errors():
        sheet = corrections.correct(index_folder(folder), article_id, said)
        typer.echo(f"written to {sheet}; `readout index` takes it over")


@app.command()
def verify(json: Json = False, folder: Index = None) -> None:
    """Read the whole index and check that it holds together."""
    from index.inspection import check
    from index.printing import print_check

    with plain_errors():
        checked = check(index_folder(folder))
        print_check(checked, json=json)
        raise typer.Exit(SKIPPED if checked.problems else 0)


def _searcher(folder: Path | None) -> Any:  # noqa: ANN401  its class is imported only where it is used
    from index.archive import open_engine
    from search.gazetteer import gazetteer
    from search.searcher import Searcher

    return Searcher(open_engine(index_folder(folder)), gazetteer())
