"""Loading: Whoosh without the web client that it imports, for a name that nothing here uses.

`urllib.request` brings clients for HTTP, mail and encryption along; loading them takes as long as all else of Whoosh,
and every search from the command line would wait for it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Final

CLIENT: Final = "urllib.request"
WANTED: Final = "urlretrieve"  # by `whoosh.compat`


def load() -> None:
    """Import `whoosh.compat` with a stand-in for the web client, which anybody can import afterwards."""
    if CLIENT in sys.modules or "whoosh.compat" in sys.modules:
        return
    stand_in = ModuleType(CLIENT)
    setattr(stand_in, WANTED, None)
    sys.modules[CLIENT] = stand_in
    try:
        import_module("whoosh.compat")
    finally:
        del sys.modules[CLIENT]
