"""Index: how articles get in, and where their postings live."""
