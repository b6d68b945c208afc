"""Embedded: articles and postings in a folder of this machine, without a server."""

from index.embedded import loading

loading.load()  # before anything imports Whoosh

from index.embedded.engine import EmbeddedEngine  # noqa: E402

__all__ = ["EmbeddedEngine"]
