"""Guided: inputs that reach code which none before them reached, for loaders and for queries.

`python -m tests.faults.guided loaders|queries CORPUS [libFuzzer's options]` goes on until something
is wrong, or until `-max_total_time` seconds are over. It takes atheris, the extra `fuzz`: Linux and
macOS only. What an input must hold is in `read` and `ask`; one that doesn't is kept as `crash-…`.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

import atheris

with atheris.instrument_imports(include=["index", "search"], enable_loader_override=False):
    from index.compose import compose
    from index.embedded.engine import EmbeddedEngine
    from index.loaders import ISOLATED, LOADERS, Loaded, load
    from index.update.build import build
    from index.update.parallel import analysed
    from search.engine.memory import MemoryEngine
    from search.entities.gazetteer import gazetteer
    from search.errors import QueryError, SourceError
    from search.model.response import Search
    from search.query.parser import parse
    from search.query.tree import NO_ARTICLE
    from search.query.unparse import unparse
    from search.service.searcher import Searcher

    for module, _ in LOADERS.values():  # else they come with the first file of their kind
        import_module(f"index.loaders.{module}")

from tests.faults.queries import FIELDS, ODD, SIGNS, VALUES
from tests.loaders.samples import FORMATS, sample

SECONDS: Final = 4.0  # of the processor for some kilobytes, in code that counts what it reaches
LONGEST: Final = 6000  # bytes of an input: most samples have fewer
_PLACE: Final = TemporaryDirectory(prefix="readout-guided-")


class _TooSlowError(Exception):
    """An input that takes far longer than one of its length may."""


class _OtherwiseError(Exception):
    """A query that is read otherwise when it is read again."""


class _UnforeseenError(Exception):
    """A file that a loader has no reason of its own for."""


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    began = process_time()
    yield
    if (spent := process_time() - began) > SECONDS:
        raise _TooSlowError(f"{spent:.1f} s")


def read(raw: bytes) -> None:
    """Take a file in: its first byte says of which kind it is."""
    if not raw:
        return
    path = Path(_PLACE.name, f"a{FORMATS[raw[0] % len(FORMATS)]}")
    path.write_bytes(raw[1:])
    with _in_time():
        try:
            for part in load(path):
                if isinstance(part, Loaded):
                    analysed(compose(part, article_id="a", path="a", gazetteer=gazetteer()))
        except SourceError as error:
            if "reading it ended with" in error.reason:
                raise _UnforeseenError(error.reason) from error


def asking() -> Callable[[bytes], None]:
    """Ask the sample: whatever is typed is parsed, written as it was understood, and answered."""
    articles = Path(__file__).parents[2] / "seeds" / "articles"
    index = Path(_PLACE.name, "index")
    build(index, [articles])
    with contextlib.closing(EmbeddedEngine(index / "g1" / "postings")) as kept:
        memory = MemoryEngine()
        memory.write(map(analysed, kept.get(list(kept.article_ids()))))
    searcher = Searcher(memory, gazetteer())

    def ask(raw: bytes) -> None:
        try:
            query = raw.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            query = raw.decode("utf-8", "replace")
        with _in_time(), contextlib.suppress(QueryError):
            tree = parse(query).tree
            if tree != NO_ARTICLE and parse(unparse(tree)).tree != tree:
                raise _OtherwiseError(unparse(tree))
            searcher.search(Search(query=query))

    return ask


def _seeds(kind: str, corpus: Path) -> None:
    """Begin with a file of each kind, or with what is in queries."""
    corpus.mkdir(parents=True, exist_ok=True)
    if kind == "loaders":
        inputs = [bytes([place]) + sample(ending) for place, ending in enumerate(FORMATS)]
    else:
        written = [f"{field}:{value}" for field in FIELDS for value in VALUES] + list(ODD)
        written += ['"a b"~3 OR (c -d)', "pre* AND =exact NOT word~", "".join(SIGNS)]
        inputs = [one.encode("utf-8", "surrogatepass") for one in written]
    for number, raw in enumerate(inputs):
        (corpus / f"seed-{number}").write_bytes(raw)


def main() -> None:
    """Fuzz as the command line says."""
    kind, corpus, *options = sys.argv[1:]
    _seeds(kind, Path(corpus))
    ISOLATED.clear()  # what is reached in another process is not seen here
    target = read if kind == "loaders" else asking()
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_len={LONGEST}",
            "-rss_limit_mb=3000",
            "-timeout=0",  # its alarm is the limit's of a file, which sees to that
            *options,
            corpus,
        ],
        target,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
