"""Options: what several commands take, and the one command that has them all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Final

import click
from click.exceptions import Exit

from index.address import Location, is_address, read_address
from index.settings import index_place
from index.trust import check_trust
from search.errors import IndexStateError, ReadoutError
from search.model.facets import TABLE

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


class Index(Named):
    """A folder, or the address of an index that a cluster keeps."""

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        """The folder or the address, or a refusal."""
        if not isinstance(value, str) or not is_address(value):
            return super().convert(value, param, ctx)
        try:
            return read_address(value)
        except IndexStateError as error:
            self.fail(str(error), param, ctx)


FILE: Final = Named(path_type=Path)
WRITTEN: Final = Named(exists=True, dir_okay=False, readable=True, path_type=Path)  # a file

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
        type=Index(path_type=Path),
        metavar="DIR",
        help="The index, or opensearch://… [env: READOUT_INDEX; default: var/index].",
    )
    return folder(trusted(command))


def _remember_trust(
    context: click.Context,
    _option: click.Parameter,
    trusted: bool,  # noqa: FBT001  click's
) -> None:
    context.meta[TRUST_VARIABLE] = trusted


def index_given(folder: Location | None) -> Location:
    """The index to use; raises `IndexNotTrustedError` if others can write to it.

    Who may write to a cluster is the cluster's to say.
    """
    index = index_place(folder)
    if isinstance(index, Path) and not click.get_current_context().meta.get(TRUST_VARIABLE):
        check_trust(index)
    return index


class InOrder(click.Group):
    """Commands as they follow each other: what is needed first comes first."""

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
    epilog="""\b
Examples:
  readout serve ~/news
  readout search ceasefire --leader putin --year 2022..2026
  readout set a.txt --published 2016-10-23

Names of commands and options complete in bash after:
eval "$(_READOUT_COMPLETE=bash_source readout)" """,
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
        click.echo(f"readout: {_said(error) or NO_MEMORY}", err=True)
        raise Exit(USAGE) from None


def _said(error: Exception) -> str:
    """An error in a sentence; what the system refused, without the number that it has there."""
    if isinstance(error, OSError) and isinstance(error.filename, str) and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return str(error)


def progress_bar(text: str) -> Any:  # noqa: ANN401  a context manager that gives a function
    """A bar on a terminal's stderr; elsewhere a line now and then."""
    from index.progress_display import displayed

    return displayed(text)
