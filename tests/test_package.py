"""The package: built, and installed where nothing of this clone is, it indexes, searches and serves.

What it depends on is lent by the environment of the tests, so that nothing has to be fetched.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import time
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from tests.installed import ROOMS, ROOT
from tests.ports import free_port

pytestmark = pytest.mark.slow

VERSION: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "version"
]
SAFELY: Final[dict[str, Any]] = (
    {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
)  # from 3.11.4 on
PATIENCE: Final = 60  # seconds; a machine may be busy
SCRIPTS: Final = "Scripts" if os.name == "nt" else "bin"
ARTICLE: Final = (
    "Putin and Netanyahu speak\n\nThey spoke by telephone about a ceasefire on 3 May 2021.\n"
)
PAGES: Final = {"en": "Help", "he": "עזרה", "ro": "Ajutor"}


def run(*command: str | Path, cwd: Path | None = None) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and a source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--directory", folder, cwd=ROOT)
    return folder


def wheel(folder: Path) -> Path:
    return folder / f"readout_search-{VERSION}-py3-none-any.whl"


@pytest.fixture(scope="module")
def outside(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article, the environment that the wheel is in, and nothing of this clone."""
    folder = tmp_path_factory.mktemp("outside")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env")
    python = folder / "env" / SCRIPTS / "python"
    options = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel(built))
    lent = (
        Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
        / "lent.pth"
    )
    lent.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    (folder / "articles").mkdir()
    (folder / "articles" / "call.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def readout(outside: Path) -> Path:
    return outside / "env" / SCRIPTS / "readout"


@pytest.fixture(scope="module")
def index(outside: Path) -> Path:
    run(readout(outside), "index", "articles", "--index", "index", cwd=outside)
    return outside / "index"


def test_what_runs_is_what_was_installed(outside: Path) -> None:
    """The rest of these tests would be about the clone."""
    code = "import index, search, web; print(*(room.__file__ for room in (index, search, web)), sep='\\n')"

    files = run(outside / "env" / SCRIPTS / "python", "-c", code, cwd=outside).splitlines()

    assert [] == [file for file in files if not Path(file).is_relative_to(outside / "env")]
    assert len(ROOMS) == len(files)


def test_it_says_its_version(outside: Path) -> None:
    assert f"readout {VERSION}\n" == run(readout(outside), "--version")


def test_it_indexes_and_searches(outside: Path, index: Path) -> None:
    found = json.loads(
        run(readout(outside), "search", "נתניהו", "--json", "--index", index, cwd=outside)
    )
    stats = json.loads(run(readout(outside), "stats", "--json", "--index", index, cwd=outside))

    assert (1, ["call.txt"]) == (found["total"], [hit["id"] for hit in found["hits"]])
    assert VERSION == stats["versions"]["readout"]


@pytest.fixture(scope="module")
def address(outside: Path, index: Path) -> Iterator[str]:
    url = f"http://127.0.0.1:{free_port()}"
    command = [
        str(readout(outside)),
        "serve",
        "--index",
        str(index),
        "--port",
        url.rpartition(":")[2],
        "--workers",
        "1",
    ]
    with subprocess.Popen(command, cwd=outside, stderr=subprocess.PIPE, text=True) as process:
        wait_until_ready(url, process)
        yield url
        process.terminate()
        process.wait(PATIENCE)


def wait_until_ready(url: str, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urlopen(f"{url}/healthz", timeout=PATIENCE).close()  # noqa: S310 - our own server
        except (URLError, ConnectionError):
            assert process.poll() is None, process.communicate()
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)


@pytest.mark.parametrize(("language", "word"), PAGES.items(), ids=PAGES)
def test_it_serves_the_page_in_each_language(address: str, language: str, word: str) -> None:
    """Templates and catalogues are in the wheel."""
    asked = Request(f"{address}/search?q=telephone", headers={"Accept-Language": language})  # noqa: S310 - likewise

    with urlopen(asked, timeout=PATIENCE) as reply:  # noqa: S310
        page = reply.read().decode()

    assert "<mark>telephone</mark>" in page
    assert word in page


def test_it_serves_what_a_page_loads(address: str) -> None:
    """Style, script and icon."""
    with urlopen(f"{address}/", timeout=PATIENCE) as reply:  # noqa: S310
        linked = set(re.findall(r'"(/static/[^"]+)"', reply.read().decode()))

    assert {path.name for path in (ROOT / "web" / "static").iterdir()} == {
        PurePosixPath(link).name for link in linked
    }
    for link in linked:
        with urlopen(f"{address}{link}", timeout=PATIENCE) as reply:  # noqa: S310
            assert (ROOT / "web" / "static" / PurePosixPath(link).name).read_bytes() == reply.read()


def test_the_wheel_has_what_runs_and_nothing_else(built: Path) -> None:
    """Tests, what makes the tables, and the sample stay in the clone."""
    names = {PurePosixPath(name) for name in zipfile.ZipFile(wheel(built)).namelist()}

    assert {*ROOMS, f"readout_search-{VERSION}.dist-info"} == {name.parts[0] for name in names}
    assert {PurePosixPath(room, "py.typed") for room in ROOMS} <= names
    assert not [name for name in names if name.suffix == ".pyc"]


def test_the_source_distribution_makes_the_same_wheel(built: Path, tmp_path: Path) -> None:
    with tarfile.open(built / f"readout_search-{VERSION}.tar.gz") as archive:
        archive.extractall(tmp_path, **SAFELY)  # noqa: S202 - what we built
    run(
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        tmp_path,
        cwd=next(tmp_path.iterdir()),
    )

    assert contents(wheel(built)) == contents(wheel(tmp_path))


def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
