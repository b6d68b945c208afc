"""Sweeps: a disk that fails at one of the calls of a run, each call in its turn.

Run as a program below `disk.c`, since a process must be born with it: `python -m tests.faults.sweep
SCENARIO FAULT FIRST EVERY PLACE` lets the FIRST call of a run fail, then every EVERY-th, and prints
what went wrong, a JSON object a line. After each the index is looked at as it is, and after one
more run on a whole disk.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from index.archive import in_use
from index.cli import app
from index.embedded import writer
from index.embedded.engine import EmbeddedEngine
from index.inspection import check
from index.options import USAGE
from index.update import writing
from index.update.build import build
from index.update.rules import Mode
from search.engine.port import Request
from search.model.articles import Article

KILL, TORN = -1, -2  # as `disk.c` has them
Fault = tuple[int, bool]  # what, and whether for good
FAULTS: Final[dict[str, Fault]] = {
    "killed": (KILL, False),
    "torn": (TORN, False),
    "full once": (errno.ENOSPC, False),
    "full": (errno.ENOSPC, True),
    "bad once": (errno.EIO, False),
    "bad": (errno.EIO, True),
}
KILLED: Final = -9
TEXTS: Final = (
    "The president called the prime minister.",
    "ראש הממשלה שוחח עם הנשיא.",
    "Președintele a vorbit.",
)

Found = dict[str, tuple[str, str | None]]  # of each article its text, and of what it is a copy


class Archive:
    """A folder of articles, and the index of it."""

    def __init__(self, place: Path, index: str = "index") -> None:
        """Both below a place, and the index as it is before each run."""
        self.folder, self.index, self.before = place / "articles", place / index, place / "before"
        self.folder.mkdir(parents=True)

    def hold(self, files: dict[str, list[str]]) -> None:
        """Make the folder hold these files and no others, each with articles of these texts."""
        for path in self.folder.iterdir():
            path.unlink()
        for name, texts in files.items():
            lines = [
                json.dumps({"id": f"{name}-{number}", "text": text})
                for number, text in enumerate(texts)
            ]
            (self.folder / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")

    def run(self, *options: str) -> None:
        """What the command does, in this process and on a whole disk."""
        mode: Mode = "full" if "--full" in options else "changes"
        build(self.index, [self.folder], mode=mode, deletes="--delete" in options)

    def found(self) -> Found:
        """What the index has; nothing if there is none yet."""
        with closing(EmbeddedEngine(in_use(self.index).postings)) as engine:
            hits = [hit.article_id for hit in engine.search(Request(size=10_000)).hits]
            assert [] == engine.check(), engine.check()
            assert sorted(set(hits)) == sorted(hits) == sorted(engine.article_ids())
            return {one.article_id: _seen(one) for one in engine.get(hits)}


def _seen(article: Article) -> tuple[str, str | None]:
    return f"{article.title} {article.text}".strip(), article.duplicate_of


def texts(count: int, mark: str) -> list[str]:
    """So many texts, no two the same."""
    return [f"{TEXTS[number % len(TEXTS)]} {mark} {number}." for number in range(count)]


@dataclass(frozen=True, slots=True)
class Scenario:
    """What the folder holds before a run and after, and how the run is asked for."""

    before: dict[str, list[str]]
    after: dict[str, list[str]]
    options: tuple[str, ...] = ()


OLD: Final = {
    "a": texts(4, "old"),
    "b": texts(3, "other"),
    "c": ["The same words in both.", *texts(1, "sea")],
}
NEW: Final = {"d": texts(19, "new"), "e": ["The same words in both."]}
SCENARIOS: Final = {
    "first": Scenario({}, OLD),
    "add": Scenario(OLD, {**OLD, **NEW}),
    "update": Scenario(
        OLD, {**OLD, "a": [*texts(2, "old"), *texts(4, "changed")], "b": texts(3, "changed")}
    ),
    "delete": Scenario({**OLD, **NEW}, {"b": OLD["b"], "e": NEW["e"]}, ("--delete",)),
    "full": Scenario(OLD, {"a": texts(4, "changed"), **NEW}, ("--full",)),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What the index has before a run and after, its files, and whether nothing between the two is right."""

    before: Found
    after: Found
    names: list[str]
    at_once: bool
    next_options: tuple[str, ...]


def sweep(
    scenario: Scenario, fault: Fault, at: tuple[int, int], place: Path
) -> Iterator[dict[str, object]]:
    """What went wrong, call by call; how many calls were tried comes last."""
    disk = ctypes.CDLL(None)
    archive = Archive(place)
    archive.hold(scenario.before)
    if scenario.before:
        archive.run()
    before: Found = archive.found() if scenario.before else {}
    if scenario.before:
        archive.index.rename(archive.before)
    else:
        archive.before.mkdir()
    archive.hold(scenario.after)
    reset(archive)
    disk.disk_fails(os.fsencode(archive.index), 0, 0, 0)
    archive.run(*scenario.options)
    calls = disk.disk_calls()
    disk.disk_fails(b"", 0, 0, 0)
    expected = Expected(
        before,
        archive.found(),
        names(archive),
        at_once="--full" in scenario.options,
        next_options=tuple(one for one in scenario.options if one == "--delete"),
    )
    first, every = at
    tried = range(first, calls + 1, every)
    for call in tried:
        reset(archive)
        code, said = forked(partial(_fail, disk, archive, scenario, call, fault))
        for problem in problems(archive, code, said, expected):
            yield {"call": call, "code": code, "problem": problem, "said": said[-300:]}
    yield {"calls": calls, "tried": len(tried)}


def problems(archive: Archive, code: int, said: str, expected: Expected) -> Iterator[str]:
    """What is wrong with an index after a run, as it is and after one more on a whole disk."""
    before, after = expected.before, expected.after
    if code not in {0, USAGE, KILLED}:
        yield f"exit {code}"
    if code == USAGE and (len(said.splitlines()) != 1 or not said.startswith("readout: ")):
        yield "not said in a sentence"
    try:
        found = archive.found() if before or (archive.index / "readout.json").exists() else {}
        if code == 0 and found != after:
            yield f"exit 0, but {_differs(found, after)}"
        if expected.at_once and found not in (before, after):
            yield f"neither old nor new: {_differs(found, after)}"
        if not _is_between(found, before, after):
            yield f"neither as before nor as after: {_differs(found, after)}"
        archive.run(*expected.next_options)
        if (found := archive.found()) != after:
            yield f"after the next run {_differs(found, after)}"
        yield from check(archive.index).problems
        if (left := names(archive)) != expected.names:
            yield f"left over: {left}"
    except BaseException:  # noqa: BLE001  whatever it is, it is the finding
        yield traceback.format_exc()[-600:]


def _differs(found: Found, expected: Found) -> dict[str, object]:
    return {
        one: (found.get(one), expected.get(one))
        for one in {*found, *expected}
        if found.get(one) != expected.get(one)
    }


def _is_between(found: Found, before: Found, after: Found) -> bool:
    """Whether each article has a text as before or as after, and one that is in both is there."""
    known = (
        text in {had[name][0] for had in (before, after) if name in had}
        for name, (text, _) in found.items()
    )
    return all(known) and before.keys() & after.keys() <= found.keys()


def names(archive: Archive) -> list[str]:
    """The files of the index, without what differs from index to index."""
    generation = in_use(archive.index).folder.name
    paths = (path.relative_to(archive.index).as_posix() for path in archive.index.rglob("*"))
    plain = (path.replace(generation, "g", 1) for path in paths)
    return sorted(
        {
            "arrays" if name.endswith(".arrays") else "toc" if name.endswith(".toc") else name
            for name in plain
        }
    )


def prepared(archive: Archive, scenario: Scenario) -> Expected:
    """What a run that nothing happens to makes of an archive, which is then as before it."""
    archive.hold(scenario.before)
    if scenario.before:
        archive.run()
    before: Found = archive.found() if scenario.before else {}
    if scenario.before:
        shutil.copytree(archive.index, archive.before)
    else:
        archive.before.mkdir()
    archive.hold(scenario.after)
    archive.run(*scenario.options)
    then = tuple(one for one in scenario.options if one == "--delete")
    after, at_once = archive.found(), "--full" in scenario.options
    return Expected(before, after, names(archive), at_once, then)


def reset(archive: Archive) -> None:
    """Have the index as it was before the run."""
    shutil.rmtree(archive.index, ignore_errors=True)
    shutil.copytree(archive.before, archive.index)


def _fail(disk: ctypes.CDLL, archive: Archive, scenario: Scenario, call: int, fault: Fault) -> int:
    disk.disk_fails(os.fsencode(archive.index), call, *fault)
    app(["index", str(archive.folder), "--index", str(archive.index), *scenario.options])
    return 0


def forked(run: Callable[[], int]) -> tuple[int, str]:
    """The exit code of a child, and what it said on stderr."""
    with TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            code = 70
            os.dup2(said.fileno(), 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            try:
                code = run()
            except SystemExit as ended:
                code = int(ended.code or 0)
            except BaseException:  # noqa: BLE001
                traceback.print_exc()
            finally:
                sys.stderr.flush()
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return code, said.read().decode()


def main() -> None:
    """Sweep as asked on the command line."""
    scenario, fault, first, every, place = sys.argv[1:]
    setattr(writing, "COMMIT_EVERY", 3)  # noqa: B010  commits inside files
    setattr(writer, "BATCH", 40)  # noqa: B010  and segments inside commits
    for finding in sweep(SCENARIOS[scenario], FAULTS[fault], (int(first), int(every)), Path(place)):
        sys.stdout.write(json.dumps(finding, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
