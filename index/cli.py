"""The command line about articles: index, search, analyse, show, stats, tags, set and verify.

Results go to stdout, everything else to stderr. What a command needs is imported when it runs, so
that help and completion answer at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final

import click
from click.exceptions import Exit

from index.settings import index_folder
from index.trust import check_trust
from search.errors import ReadoutError
from search.model.facets import FACETS, TABLE

SKIPPED: Final = 1
USAGE: Final = 2
ENCODING: Final = "utf-8"
TRUST_VARIABLE: Final = "READOUT_TRUST_INDEX"
NO_MEMORY: Final = "there is not enough memory for this; what was committed before is whole"


class Named(click.Path):
    """A path.

    An empty one is a variable of a script that was not set, and never the working folder.
    """

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        """The path, or a refusal."""
        if value == "":
            self.fail(
                "a path can't be empty; leave it out, or give `.` for the working folder",
                param,
                ctx,
            )
        return super().convert(value, param, ctx)


FILE: Final = Named(path_type=Path)

# What several commands take.
paths_given = click.argument("paths", nargs=-1, type=FILE, metavar="[PATH]...")
article_given = click.argument("article_id", metavar="ID")
leaders_given = click.option(
    "--leader", "leaders", multiple=True, metavar="NAME", help="An id or any spelling."
)
countries_given = click.option(
    "--country", "countries", multiple=True, metavar="NAME", help="An id or any spelling."
)


def filters_given(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each facet; they come last, so that the first stands first in the help."""
    for facet in reversed(TABLE):
        option = click.option(
            f"--{facet.name}",
            facet.name,
            multiple=True,
            metavar=facet.metavar,
            help=facet.option,
        )
        command = option(command)
    return command


version_wanted = click.version_option(
    package_name="readout-search", prog_name="readout", message="%(prog)s %(version)s"
)
json_wanted = click.option("--json", is_flag=True, help="One line of JSON.")


def index_wanted(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which index, and whether to open it though others can write to it."""
    trusted = click.option(
        "--trust-index",
        is_flag=True,
        expose_value=False,
        envvar=TRUST_VARIABLE,
        callback=_remember_trust,
        help="Open the index though others can write to it.",
    )
    folder = click.option(
        "--index",
        "folder",
        type=FILE,
        metavar="DIR",
        help="The index [env: READOUT_INDEX; default: var/index].",
    )
    return folder(trusted(command))


def _remember_trust(context: click.Context, _option: click.Parameter, trusted: bool) -> None:  # noqa: FBT001  click's
    context.meta[TRUST_VARIABLE] = trusted


def index_given(folder: Path | None) -> Path:
    """The index to use; raises `IndexNotTrustedError` if others can write to it."""
    index = index_folder(folder)
    if not click.get_current_context().meta.get(TRUST_VARIABLE):
        check_trust(index)
    return index


class InOrder(click.Group):
    """Commands as they follow each other here: what is needed first comes first."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Every command says the version too."""
        super().add_command(version_wanted(cmd), name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's
        """The names."""
        return list(self.commands)


@version_wanted
@click.group(
    name="readout",
    cls=InOrder,
    context_settings={"show_default": True, "help_option_names": ["-h", "--help"]},
    epilog="Names of commands and options complete in bash after: "
    'eval "$(_READOUT_COMPLETE=bash_source readout)"',
)
def app() -> None:
    """Search archives of news about what leaders say to each other, in several languages."""
    if isinstance(sys.stdout, TextIOWrapper):
        # where letters are lacking, as stderr does it
        sys.stdout.reconfigure(errors="backslashreplace")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Say what went wrong in a sentence, and exit with 2."""
    try:
        yield
    except BrokenPipeError:
        raise  # `| head` has read enough; Click ends quietly
    except (ReadoutError, OSError, MemoryError) as error:
        click.echo(f"readout: {str(error) or NO_MEMORY}", err=True)
        raise Exit(USAGE) from None


def progress_bar(text: str) -> Any:  # noqa: ANN401  a context manager that gives a function
    """A bar on a terminal's stderr; elsewhere a line now and then."""
    from index.progress_display import displayed

    return displayed(text)


@app.command()
@paths_given
@click.option("--full", is_flag=True, help="Anew beside the old index, then swapped.")
@click.option("--rebuild", is_flag=True, help="Anew if it was made by another analysis.")
@json_wanted
@index_wanted
def index(
    *, paths: tuple[Path, ...], full: bool, rebuild: bool, json: bool, folder: Path | None
) -> None:
    """Index folders and files of articles; without a PATH, those that are known already."""
    from index.printing import print_summary
    from index.update.build import Mode, build

    with plain_errors():
        mode: Mode = "full" if full else "rebuild" if rebuild else "changes"
        with progress_bar("Indexing") as progress:
            summary = build(index_given(folder), paths, mode=mode, progress=progress)
        print_summary(summary, json=json)
        raise Exit(SKIPPED if summary.skipped else 0)


@app.command()
@click.argument("words", nargs=-1, metavar="QUERY...")
@filters_given
@click.option("--match", metavar="all|any", help="All the words, or any.")
@click.option("--loose", is_flag=True, help="Looser readings of the words too.")
@click.option("--sort", metavar="relevance|newest|oldest", default="relevance")
@click.option("--page", type=int, metavar="N", default=1)
@click.option("--size", type=int, metavar="N", help="Hits a page [default: 10].")
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
    folder: Path | None,
    **rest: Any,  # noqa: ANN401  likewise
) -> None:
    """Search the archive; several words are one QUERY, and an empty one ('') finds every article.

    What begins with - goes after --: readout search Putin -- -Trump
    """
    if (batch is None) != (run is None) or (batch is None) == (not words):
        raise click.BadParameter("search takes a QUERY, or --batch with --run")
    usual: dict[str, Any] = (
        {"match": "all", "size": 10} if batch is None else {"match": "any", "size": 100}
    )
    asked = _asked(" ".join(words), usual, {"match": match, "size": size, **rest})
    with plain_errors():
        if batch is None or run is None:
            from index.printing import print_answer

            print_answer(_searcher(folder).search(asked), json=json)
        else:
            from index.batch import run_batch

            run_batch(_searcher(folder), asked, batch, run)


@app.command()
@click.option("--lang", metavar="L", help="he, ro, en … [default: found].")
@click.option("--as", "side", metavar="article|query", default="article")
@click.option("--explain", is_flag=True, help="In words, for a person.")
@index_wanted
def analyse(
    *,
    lang: str | None,
    side: str,
    explain: bool,
    folder: Path | None,  # noqa: ARG001 - no index is read
) -> None:
    """Show what words are found by: a text a line on stdin, a JSON object a line on stdout."""
    from index.explain import analysis, explained

    if side not in {"article", "query"}:
        raise click.BadParameter(f"--as can't be {side!r}; expected article or query")
    show: Callable[..., str] = explained if explain else analysis
    for line in sys.stdin.buffer:
        text = line.decode(ENCODING, "replace").rstrip("\r\n")
        click.echo(show(text, lang=lang, side=side))


@app.command()
@article_given
@json_wanted
@index_wanted
def show(*, article_id: str, json: bool, folder: Path | None) -> None:
    """Show one article."""
    from index.printing import print_article

    with plain_errors():
        print_article(_searcher(folder).open(article_id), json=json)


@app.command()
@json_wanted
@index_wanted
def stats(*, json: bool, folder: Path | None) -> None:
    """Show how many articles there are, of which languages and years, and the versions."""
    from index.inspection import statistics
    from index.printing import print_statistics

    with plain_errors():
        print_statistics(statistics(index_given(folder)), json=json)


@app.command()
@paths_given
@click.option("--missing", is_flag=True, help="Only articles that lack one of them.")
@json_wanted
@index_wanted
def tags(*, paths: tuple[Path, ...], missing: bool, json: bool, folder: Path | None) -> None:
    """Show title, date, leaders and countries of articles, and the words that they come from.

    Without a PATH, of all.
    Files are read anew, so this needs no index if there is a PATH.
    """
    from index.archive import in_use
    from index.loaders import Refused
    from index.printing import print_tagged
    from index.review import review
    from index.update.manifest import reading
    from index.update.scan import remembered

    with plain_errors():
        asked: Sequence[Path] = paths
        if not paths:
            with reading(in_use(index_given(folder)).manifest) as manifest:
                asked = remembered(manifest.roots())
        found = list(review(asked))
        refused = [one for one in found if isinstance(one, Refused)]
        articles = [one for one in found if not isinstance(one, Refused)]
        print_tagged([one for one in articles if one.missing() or not missing], refused, json=json)
        raise Exit(SKIPPED if refused else 0)


@app.command("set")
@article_given
@click.option("--published", metavar="DATE", help="2023-12-10, 2023-12 or 2023.")
@leaders_given
@countries_given
@click.option("--lang", metavar="L", help="he, ro, en …")
@index_wanted
def correct(*, article_id: str, folder: Path | None, **known: str | tuple[str, ...] | None) -> None:
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
            "set takes at least one of --published, --leader, --country, --lang"
        )
    with plain_errors():
        sheet = corrections.correct(index_given(folder), article_id, said)
        click.echo(f"written to {sheet}; `readout index` takes it over")


@app.command()
@json_wanted
@index_wanted
def verify(*, json: bool, folder: Path | None) -> None:
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


def _searcher(folder: Path | None) -> Any:  # noqa: ANN401  imported only where it is used
    from index.engines import open_engine
    from search.entities.gazetteer import gazetteer
    from search.service.searcher import Searcher

    return Searcher(open_engine(index_given(folder)), gazetteer())
