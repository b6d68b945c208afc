"""What a command loads.

Its first answer waits for every module, so it must ask for none that it does not need.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from index.update.build import build

READING: Final = (
    "charset_normalizer",
    "index.dates",
    "index.extract",
    "index.loaders",
    "index.update.run",
    "lxml",
    "trafilatura",
    "yaml",
)
SERVING: Final = ("bottle", "granian", "jinja2", "web.app")
SEARCHING: Final = ("icu", "marisa_trie", "numpy", "search.service.searcher")
WRITING: Final = (
    "index.embedded.writer",
    "index.segments.segment_writer",
    "sqlite3",
    "tempfile",
    "whoosh",
)
OTHERS: Final = (
    "charset_normalizer",
    "concurrent.futures.process",
    "lxml",
    "multiprocessing",
    "trafilatura",
    "yaml",
)
UNUSED: Final = ("http.client", "ssl", "urllib.request")  # which Whoosh would load
# a bar on a terminal has rich
NEVER: Final = ("hypothesis", "opensearchpy", "pydantic", "rich", "simplemma", "typer", "wordfreq")
LISTING: Final = """
import json, sys
before = set(sys.modules)  # what measures the coverage is not ours
from web.cli import app
app.main(sys.argv[2:], standalone_mode=False)
print(json.dumps([name for name in json.loads(sys.argv[1]) if name in sys.modules.keys() - before]), file=sys.stderr)
"""


def loaded(names: tuple[str, ...], *command: str) -> list[str]:
    """Those of some modules that are loaded once a command has run in a process of its own."""
    words = [sys.executable, "-c", LISTING, json.dumps(names), *command]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return list(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("command", [["--help"], ["search", "--help"]], ids=" ".join)
def test_help_loads_nothing_that_reads_serves_searches_or_writes(command: list[str]) -> None:
    assert [] == loaded((*READING, *SERVING, *SEARCHING, *WRITING, *NEVER), *command)


@pytest.fixture
def index(tmp_path: Path) -> str:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("ראש הממשלה בנימין נתניהו שוחח עם הנשיא.", encoding="utf-8")
    build(tmp_path / "index", [articles])
    return str(tmp_path / "index")


@pytest.mark.parametrize(
    "command", [["search", "נתניהו"], ["search", "putin", "--json"], ["show", "a.txt"]]
)
def test_a_search_loads_nothing_that_reads_serves_or_writes(index: str, command: list[str]) -> None:
    """Libraries for HTML, for the page and for writing an index take longer to load than a search takes."""
    assert [] == loaded((*READING, *SERVING, *WRITING, *NEVER), *command, "--index", index)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at /proc")
def test_a_search_starts_no_threads(index: str) -> None:
    """Numpy's library for matrices, which are not here, would start one for each further core, and that takes time."""
    code = "import os, web.cli\ntry: web.cli.main()\nfinally: print(*os.listdir('/proc/self/task'))"

    command = [sys.executable, "-c", code, "search", "נתניהו", "--index", index]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert 1 == len(done.stdout.splitlines()[-1].split())


def test_one_more_bare_text_loads_no_library_for_others_or_for_many(
    index: str, tmp_path: Path
) -> None:
    (tmp_path / "articles" / "b.txt").write_text("נתניהו שוחח עם ביידן.", encoding="utf-8")
    command = ("index", str(tmp_path / "articles"), "--index", index)

    assert [] == loaded((*OTHERS, *UNUSED, *SERVING, *NEVER), *command)


def test_what_whoosh_does_without_is_there_for_others() -> None:
    """A stand-in that stayed would break whatever opens an address later in the same process."""
    code = "import index.embedded.whoosh_import; from urllib.request import Request; print(Request('x:y').type)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "x" == done.stdout.strip()


def test_nobody_reads_pythons_warnings_about_the_spelling_of_others(
    index: str, tmp_path: Path
) -> None:
    """They come where Python compiles Whoosh, on its first start, and nobody who searches can act on them."""
    text = tmp_path / "articles" / "b.txt"
    text.write_text("The president called the prime minister.", encoding="utf-8")
    compiling = (sys.executable, "-W", "always", "-X", f"pycache_prefix={tmp_path / 'compiled'}")
    words = [
        *compiling,
        "-c",
        "from web.cli import main; main()",
        "index",
        str(text.parent),
        "--index",
        index,
    ]

    done = subprocess.run(words, capture_output=True, text=True, check=True)

    assert "whoosh" not in done.stderr
