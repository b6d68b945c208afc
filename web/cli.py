"""The command line: the commands about articles, and `serve`. This is `readout`."""

from __future__ import annotations

import atexit
import gc
import os
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click
from click.exceptions import Exit

from index.address import Location, resolved
from index.options import USAGE, WRITTEN, app, index_given, index_wanted, paths_given, plain_errors

if TYPE_CHECKING:
    from index.update.summary import Summary
    from web.settings import Settings

import_module("index.cli")  # whose commands come first


def _address(_context: click.Context, _option: click.Parameter, url: str) -> str:
    with suppress(ValueError):  # brackets or a port that are none
        parts = urlsplit(url)
        if not url or (parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0):
            return url
    raise click.BadParameter("it begins with http:// or https:// and the name of a machine")


@app.command(short_help="Serve the search page and the API.")
@paths_given
@click.option("--host", metavar="NAME", default="127.0.0.1", help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), metavar="N", default=8080)
@click.option(
    "--workers", type=click.IntRange(min=1), metavar="N", default=2, help="Processes that answer."
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0.01),
    metavar="SECONDS",
    default=1.0,
    help="What an answer may compute.",
)
@click.option(
    "--log",
    type=click.Choice(["errors", "requests", "queries"]),
    default="errors",
    help="What is written down: no query unless you say so.",
)
@click.option(
    "--token-file",
    type=WRITTEN,
    metavar="FILE",
    help="Who may read: those with the token in it [env: READOUT_TOKEN].",
)
@click.option(
    "--user-header",
    metavar="NAME",
    default="",
    help="Who may read: those whom a proxy names in this header.",
)
@click.option("--watch", is_flag=True, help="Go on indexing what is new, changed or gone.")
@click.option(
    "--public",
    metavar="URL",
    default="",
    show_default=False,
    callback=_address,
    help="The address that a proxy gives it.",
)
@index_wanted
def serve(
    *,
    paths: tuple[Path, ...],
    folder: Location | None,
    **address: Any,  # noqa: ANN401
) -> None:
    """Serve the search page.

    Folders and files given are indexed first, anew if another analysis indexed them.
    """
    from index.wording import counted
    from web import server

    watch = address.pop("watch")
    settings = _settings(**address)
    with plain_errors():
        index = resolved(index_given(folder))
        summary = _indexed(index, paths) if paths or watch else None
        beside = _watching(index, paths, summary) if summary and watch else nullcontext()
        articles = counted(server.open_searcher(index).articles(), "article")
    with beside:
        _listen(index, settings, f"Readout serves {articles} on {settings.url} (Ctrl-C stops it)")


def _watching(
    index: Location, paths: tuple[Path, ...], summary: Summary
) -> AbstractContextManager[None]:
    """Keep the index up to date meanwhile."""
    from index.update.build import update
    from index.update.kept import reading_of
    from index.watching import watching

    run, manifest = partial(update, index, paths), partial(reading_of, index)
    return watching(manifest, paths, run, summary)


def _listen(index: Location, settings: Settings, said: str) -> None:
    """Serve until interrupted; say so as soon as it answers."""
    from web import server

    try:
        server.serve(index, settings, ready=partial(click.echo, said, err=True))
    except OSError as error:
        refused = f"can't listen on {settings.url}: {error.strerror}; choose another --port"
        click.echo(f"readout: {refused}", err=True)
        raise Exit(USAGE) from None


def _settings(
    *,
    token_file: Path | None,
    user_header: str,
    **address: Any,  # noqa: ANN401 - each has its own type
) -> Settings:
    """How to serve; refuses to show the archive to others unless that is meant."""
    from web.settings import Settings, allowed_names
    from web.sign_in import TOKEN_VARIABLE, SignIn

    if "_" in user_header:  # WSGI takes X_User for X-User, which readers may send themselves
        raise click.UsageError(f"a proxy's header is written with -, not {user_header!r}")
    sign_in = SignIn(token=_token(token_file), user_header=user_header)
    settings = Settings(names=allowed_names(os.environ), sign_in=sign_in, **address)
    if not (settings.is_local or settings.public or sign_in.token):
        raise click.UsageError(
            f"on {settings.host} whoever reaches this machine could read the whole archive: set "
            f"a token ({TOKEN_VARIABLE} or --token-file), or say --public URL if everybody may "
            "read it, or if a proxy asks who they are"
        )
    return settings


def _token(file: Path | None) -> str:
    """What readers have to know; empty if that is nothing."""
    from web.sign_in import SHORTEST_TOKEN, TOKEN_VARIABLE

    with plain_errors():
        written = file.read_text("utf-8", "replace") if file else os.environ.get(TOKEN_VARIABLE)
    token = (written or "").strip()
    if (token or file) and len(token) < SHORTEST_TOKEN:
        raise click.UsageError(
            f"a token has at least {SHORTEST_TOKEN} characters; `openssl rand -hex 16` makes one"
        )
    if not token.isascii():
        raise click.UsageError("a token is of plain ASCII: programs send no other in a header")
    return token


def _indexed(index: Location, paths: tuple[Path, ...]) -> Summary:
    """Bring up to date what is to be served, and say so."""
    from index.options import progress_bar
    from index.printing import print_summary
    from index.update.build import build

    with progress_bar("Indexing") as progress:
        summary = build(index, paths, mode="rebuild", progress=progress)
    print_summary(summary, json=False)
    return summary


def main() -> None:
    """Run the command that was typed."""
    # objects before Python looks for garbage: a start makes many, and all of them stay
    gc.set_threshold(200_000)
    atexit.register(gc.freeze)  # nor among what goes with the process
    # numpy would start threads for matrices, and there are none
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    app()
