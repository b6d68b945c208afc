"""Embedded: articles and postings in a folder of this machine, without a server."""

from index.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
