"""Workers: processes that work for this one, on every core, and end when it does.

They are started anew rather than forked: this process may have threads, such as that of the progress bar.
"""

from __future__ import annotations

import gc
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread


def hired(number: int) -> ProcessPoolExecutor:
    """So many workers."""
    return ProcessPoolExecutor(number, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Leave an interruption to the process that writes, and end when it does."""
    gc.disable()  # what is kept of words has no cycles, and looking for some takes a fifth of the time
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
