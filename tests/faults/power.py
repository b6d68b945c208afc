"""Power: a machine that stops at one of the moments of a run, and what of it is then on the disk.

Run as a program below `disk.c`: `python -m tests.faults.power SCENARIO COUNT SEED PLACE` writes down
every call of a run that changes the disk, and then plays COUNT of the states in which a stop can
leave it: what was synced is there, and of the rest any part (POSIX promises no order). Bytes are
synced with their file, names with their folder. Each state is looked at as it is, and after one more run.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryFile
from typing import IO, Final, NamedTuple

from index.embedded import writer
from index.update import writing
from tests.faults.sweep import KILLED, SCENARIOS, Archive, Expected, Scenario, names, problems

Tree = dict[str, bytes | None]  # files, and folders without bytes, by their paths
Choice = Callable[
    [int], bool
]  # from the number of a call that was not synced to whether it is there


class Call(NamedTuple):
    """A call that changed the disk, or put something on it."""

    kind: str  # write, truncate, create, rename, unlink, mkdir, sync
    at: int
    path: str
    name_then: str
    content: bytes


@dataclass(slots=True)
class Inode:
    """A file as it is on the disk, whatever it is called."""

    content: bytearray = field(default_factory=bytearray)

    def change(self, call: Call) -> None:
        """Write or cut; what was never written before a place is zero."""
        at = call.at
        if call.kind == "t":
            del self.content[at:]
        self.content.extend(bytes(max(0, at - len(self.content))))
        if call.kind == "w":
            self.content[at : at + len(call.content)] = call.content


def calls(record: IO[bytes]) -> Iterator[Call]:
    """The calls that `disk.c` wrote down."""
    while line := record.readline():
        kind, at, size, path, name_then = line.decode().rstrip("\n").split("\t")
        yield Call(kind, int(at), path, name_then, record.read(int(size)))


def bytes_first(done: Iterable[Call], there: Iterable[str]) -> Iterator[Call]:
    """The same, where what empties a file that is there is one of its bytes and not of its name."""
    known = set(there)
    for call in done:
        yield call._replace(kind="t") if call.kind == "c" and call.path in known else call
        if call.kind in "cmr":
            known.add(call.name_then or call.path)
        if call.kind in "ur":
            known.discard(call.path)


def synced(done: Sequence[Call]) -> set[int]:
    """The numbers of the calls that surely are on the disk."""
    sure: set[int] = set()
    waiting: defaultdict[str, list[int]] = defaultdict(list)  # by file, or by the folder of a name
    for number, call in enumerate(done):
        if call.kind == "s":
            sure.update(waiting.pop(call.path, ()))
        elif call.kind in "wt":
            waiting[call.path].append(number)
        else:
            of_old = waiting.pop(call.path, []) if call.kind in "ur" else []
            if call.kind == "r":  # its bytes are synced by its new name
                waiting[call.name_then] = of_old
            waiting[str(Path(call.name_then or call.path).parent)].append(number)
    return sure


class Disk:
    """Files and folders (None), by the names that calls use and by those that a stop leaves."""

    def __init__(self, tree: Tree) -> None:
        """As they are before the first call."""
        self.used: dict[str, Inode | None] = {
            path: None if content is None else Inode(bytearray(content))
            for path, content in tree.items()
        }
        self.left = dict(self.used)

    def do(self, call: Call, *, stays: bool) -> None:
        """Let a call be done, and stay or not."""
        inode = self.used.get(call.path)
        if call.kind in "wt":
            if inode is not None and stays:
                inode.change(call)
            return
        named = call.name_then or call.path
        if call.kind in "ur":
            self.used.pop(call.path, None)
        if call.kind in "cmr":
            self.used[named] = {"c": Inode(), "m": None, "r": inode}[call.kind]
        if stays and call.kind in "ur":
            self.left.pop(call.path, None)
        if stays and call.kind in "cmr":
            self.left[named] = self.used[named]

    def tree(self) -> Tree:
        """What can be reached after the stop."""
        return {
            path: None if inode is None else bytes(inode.content)
            for path, inode in self.left.items()
            if all(str(folder) in self.left for folder in Path(path).parents if folder != Path())
        }


def stopped(done: Sequence[Call], before: Tree, is_there: Choice) -> Tree:
    """What is on the disk after these calls and a stop."""
    disk, sure = Disk(before), synced(done)
    for number, call in enumerate(done):
        disk.do(call, stays=number in sure or is_there(number))
    return disk.tree()


def states(done: Sequence[Call], count: int, chance: Random) -> Iterator[tuple[int, str, Choice]]:
    """Moments, each with a way in which what was not synced is there or not; the end first."""
    for number in range(count):
        moment = len(done) if number < len(WAYS) else chance.randint(0, len(done))
        way = list(WAYS)[number % len(WAYS)]
        yield moment, way, WAYS[way](done, chance)


def _some(_done: Sequence[Call], chance: Random) -> Choice:
    share, seed = chance.choice((0.2, 0.5, 0.8)), chance.random()
    return lambda number: Random(f"{seed}{number}").random() < share  # noqa: S311


def _first(done: Sequence[Call], chance: Random) -> Choice:
    last = chance.randint(0, len(done))
    return lambda number: number < last


WAYS: Final[dict[str, Callable[[Sequence[Call], Random], Choice]]] = {
    "none": lambda _done, _chance: lambda _number: False,
    "all": lambda _done, _chance: lambda _number: True,
    "names": lambda done, _chance: lambda number: done[number].kind not in "wt",
    "bytes": lambda done, _chance: lambda number: done[number].kind in "wt",
    "the first": _first,
    "some": _some,
    "others": _some,
}


def power(
    scenario: Scenario, count: int, chance: Random, place: Path
) -> Iterator[dict[str, object]]:
    """What went wrong, state by state; how many were played comes last."""
    archive = Archive(place, "disk/above/index")
    disk = place / "disk"
    disk.mkdir()
    archive.hold(scenario.before)
    if scenario.before:
        archive.run()
    before, tree = archive.found() if scenario.before else {}, read(disk)
    archive.hold(scenario.after)
    done = list(bytes_first(recorded(disk, lambda: archive.run(*scenario.options)), tree))
    assert read(disk) == stopped(done, tree, lambda _number: True), "not every call is known"
    then = tuple(one for one in scenario.options if one == "--delete")
    expected = Expected(before, archive.found(), names(archive), "--full" in scenario.options, then)
    for moment, way, choice in states(done, count, chance):
        write(disk, stopped(done[:moment], tree, choice))
        code = 0 if moment == len(done) else KILLED
        for problem in problems(archive, code, "", expected):
            yield {"moment": moment, "of": len(done), "way": way, "problem": problem}
    yield {"calls": len(done), "synced": len(synced(done)), "states": count}


def recorded(folder: Path, run_once: Callable[[], None]) -> list[Call]:
    """The calls of a run that changed what is below a folder."""
    shim = ctypes.CDLL(None)
    with TemporaryFile() as record:
        shim.disk_fails(os.fsencode(folder), 0, 0, 0)
        shim.disk_records(record.fileno())
        run_once()
        shim.disk_records(-1)
        shim.disk_fails(b"", 0, 0, 0)
        record.seek(0)
        return [
            one._replace(path=_in(folder, one.path), name_then=_in(folder, one.name_then))
            for one in calls(record)
        ]


def _in(folder: Path, path: str) -> str:
    return Path(path).relative_to(folder).as_posix() if path else ""


def read(folder: Path) -> Tree:
    """What is below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def write(folder: Path, tree: Tree) -> None:
    """Have this below a folder, and nothing else."""
    shutil.rmtree(folder)
    folder.mkdir()
    for path, content in sorted(tree.items()):
        if content is None:
            (folder / path).mkdir(exist_ok=True)
        else:
            (folder / path).write_bytes(content)


def main() -> None:
    """Stop as asked on the command line."""
    scenario, count, seed, place = sys.argv[1:]
    setattr(writing, "COMMIT_EVERY", 3)  # noqa: B010  commits inside files
    setattr(writer, "BATCH", 40)  # noqa: B010  and segments inside commits
    chance = Random(int(seed))  # noqa: S311
    for finding in power(SCENARIOS[scenario], int(count), chance, Path(place)):
        sys.stdout.write(json.dumps(finding, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
