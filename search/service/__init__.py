"""The service: what a caller asks of an archive, and how the answer is put together."""
