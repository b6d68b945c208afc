"""Whoosh import: without the web client that it imports, for a name that nothing here uses.

`urllib.request` brings clients for HTTP, mail and encryption along; loading them takes as long as
all else of Whoosh. A search loads none of it: it needs the arrays alone.
"""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from types import ModuleType
from typing import Final

CLIENT: Final = "urllib.request"
WANTED: Final = "urlretrieve"  # by `whoosh.compat`


def _load() -> None:
    """Import `whoosh.compat` with a stand-in for the web client, which others can still import."""
    if CLIENT in sys.modules or "whoosh.compat" in sys.modules:
        return
    stand_in = ModuleType(CLIENT)
    setattr(stand_in, WANTED, None)
    sys.modules[CLIENT] = stand_in
    try:
        import_module("whoosh.compat")
    finally:
        del sys.modules[CLIENT]


with warnings.catch_warnings():
    # Python warns of Whoosh's older spelling of strings, where it compiles them
    warnings.simplefilter("ignore")
    _load()  # before anything else of Whoosh

    from whoosh import fields, formats, reading
    from whoosh.codec import base
    from whoosh.filedb.filestore import FileStorage, RamStorage
    from whoosh.index import TOC
    from whoosh.matching import ListMatcher

__all__ = [
    "TOC",
    "FileStorage",
    "ListMatcher",
    "RamStorage",
    "base",
    "fields",
    "formats",
    "reading",
]
