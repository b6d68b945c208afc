"""The command line: the commands about articles, and `serve`. This is `readout`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from index.cli import USAGE, Index, app, plain_errors, progress_bar
from index.settings import index_folder


@app.command()
def serve(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="[PATH]...", show_default=False)] = None,
    host: Annotated[str, typer.Option(metavar="NAME", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=1, max=65535)] = 8080,
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that answer.")] = 2,
    folder: Index = None,
) -> None:
    """Serve the search page; folders and files given are indexed first, anew if another analysis indexed them."""
    from index.build import build
    from index.printing import print_summary
    from web.server import open_searcher
    from web.server import serve as listen
    from web.settings import Settings, allowed_names

    index = index_folder(folder).resolve()
    settings = Settings(host=host, port=port, workers=workers, names=allowed_names(os.environ))
    with plain_errors():
        if paths:
            with progress_bar("Indexing") as progress:
                summary = build(index, paths, mode="rebuild", progress=progress)
            print_summary(summary, json=False)
        articles = open_searcher(index).articles()
    typer.echo(f"Readout serves {articles:,} articles on {settings.url} (Ctrl-C stops it)", err=True)
    try:
        listen(index, settings)
    except OSError as error:
        typer.echo(f"readout: can't listen on {settings.url}: {error.strerror}; choose another --port", err=True)
        raise typer.Exit(USAGE) from None


def main() -> None:
    """Run the command that was typed."""
    app()
