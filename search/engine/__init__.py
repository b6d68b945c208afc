"""Engines: the port, the order of results, and what holds for any engine behind the port."""
