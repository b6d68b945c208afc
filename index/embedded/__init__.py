"""Embedded: articles and postings in a folder of this machine, without a server."""
