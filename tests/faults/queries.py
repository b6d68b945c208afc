"""Queries: any words and signs that a reader could type, asked at every address and by the command.

`python -m tests.faults.queries INDEX COUNT [SEED]` asks so many of an index and prints what failed,
what each kind of address answered, and the slowest with the processor's seconds;
`python -m tests.faults.queries INDEX again FILE` asks the slowest of a file that this printed.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nlargest
from itertools import islice
from pathlib import Path
from random import Random
from time import thread_time
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qsl, urlencode
from wsgiref.util import setup_testing_defaults

from click.testing import CliRunner

from index.cli import app
from index.engines import open_engine
from search.entities.gazetteer import gazetteer
from search.model.response import Search
from search.service.searcher import Searcher
from web.app import application
from web.state import article

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

SLOWEST: Final = 10
SAMPLED: Final = 400  # articles whose titles give words, from all over the archive
COMMAND: Final = "readout search"
PIECES: Final = 5  # of an export: each is computed between the answers to others
FREQUENT: Final = tuple(
    re.findall(r"\S+", "the of to and in a said for של את על לא כי de la și în cu")
)
SIGNS: Final = tuple(
    "\"'()[]{}*~=:-+|&!?.,;<>%$#@^`\\/…„”״׳־–—\u200f\u202e\u200b\x00\t\n\ufeff\ud800"
)
ODD: Final = (
    "",
    "a" * 200,
    "ש" * 300,
    "😀" * 20,
    "e\u0301" * 50,
    "ﷺ",
    "İstanbul",
    "ǅ",
    "\u0345" * 40,
    "𝔓𝔲𝔱𝔦𝔫",
    "1" * 400,
    "-" * 300,
    "(" * 60,
    '"' * 61,
    "NOT " * 40,
    "OR " * 70,
    "a OR " * 70,
    "* " * 80,
    "~ " * 80,
)
FIELDS: Final = re.findall(
    r"\S+", "leader country year lang title script outlet date about contact idea from nowhere"
)
VALUES: Final = re.findall(
    r"\S+",
    "putin נתניהו ru il 2016 2016..2019 ..2019 2019.. unknown en he xx 2022-03 2022-13 call any"
    ' ceasefire 0 9999999999 ٢٠١٦ "White House" he,ro',
)
PARAMETERS: Final[dict[str, Sequence[str]]] = {
    "match": ("all", "any", "some"),
    "sort": ("relevance", "newest", "oldest", "seen", "x"),
    "page": ("1", "2", "9", "100000", "-1", "1e3", "99999999999999999999"),
    "size": ("1", "10", "50", "100", "101", "0"),
    "loose": ("1", "0", "yes"),
    "year": ("2016", "2016..2026", "unknown", "x", "9..1"),
    "lang": ("en", "he", "ro", "xx"),
    "leader": ("vladimir-putin", "Нетаньяху", "nobody", ""),
    "country": ("ru", "il", "România", "zz"),
    "contact": ("call", "any", "x"),
    "about": ("putin", "il"),
    "from": ("2016", "2016-10-23", "2016-02-30", "x"),
    "to": ("2026", "1900"),
    "ui": ("en", "he", "ro", "xx"),
    "none": ("1",),
}
PATHS: Final = (
    *("/search",) * 6,
    *("/api/v1/search",) * 6,
    *("/api/v1/suggest",) * 3,
    "/search.atom",
    "/export.csv",
    "/export.jsonl",
    "/export.ris",
    "/map/leader",
    "/map/country",
    "/article/{id}",
    "/api/v1/articles/{id}",
    "/api/v1/articles/{id}/similar",
    *(COMMAND,) * 2,
)
UNTYPED: Final = str.maketrans("", "", "\0\ud800")  # what no system hands to a command
STATUSES: Final = {0: 200, 2: 400}  # of the command's exits those that may be


class Asked(NamedTuple):
    """An address, what it answered, and the most seconds that a piece of it computed."""

    seconds: float
    address: str
    status: int


def queries(chance: Random, words: Sequence[str]) -> Iterator[str]:
    """Queries without end."""
    kinds: Sequence[Callable[[], str]] = (
        lambda: chance.choice(words),
        lambda: chance.choice(words),
        lambda: chance.choice(FREQUENT),
        lambda: f"{chance.choice(words)[: chance.randint(1, 4)]}*",
        lambda: f"{chance.choice(words)}~",
        lambda: f"={chance.choice(words)}",
        lambda: f"-{chance.choice(words)}",
        lambda: _phrase(chance, words),
        lambda: f"{chance.choice(FIELDS)}:{chance.choice((*VALUES, chance.choice(words)))}",
        lambda: chance.choice(("AND", "OR", "NOT", "(", ")", "(", ")")),
        lambda: "".join(chance.choices(SIGNS, k=chance.randint(1, 4))),
        lambda: chance.choice(ODD),
        lambda: (
            "".join(chance.sample([*chance.choice(words), *chance.choices(SIGNS, k=2)], k=3))
            if len(chance.choice(words)) > 0
            else ""
        ),
    )
    while True:
        length = chance.choice((1, 2, 3, 4, 5, 8, 20, 64, 90))
        parts = [chance.choice(kinds)() for _ in range(length)]
        yield chance.choice((" ", " ", " ", "", ")", "  ")).join(parts)


def _phrase(chance: Random, words: Sequence[str]) -> str:
    many = chance.choice((1, 2, 2, 3, 4, 12, 60))
    some = chance.choices((*FREQUENT, *words[:200]) if chance.random() < 0.5 else words, k=many)
    end = chance.choice(('"', '"', '"', f'"~{chance.choice((0, 1, 3, 9, 64, 10**9))}', ""))
    return f'"{" ".join(some)}{end}'


def addresses(chance: Random, words: Sequence[str], ids: Sequence[str]) -> Iterator[str]:
    """Addresses without end."""
    for query in queries(chance, words):
        told = [("q", query)]
        names = chance.sample(tuple(PARAMETERS), k=chance.choice((0, 0, 0, 1, 2, 4)))
        told += [(name, chance.choice(PARAMETERS[name])) for name in names]
        path = chance.choice(PATHS)
        if "{id}" in path:
            path = path.replace("{id}", article(chance.choice(ids), ""))
        yield f"{path}?{urlencode(told, errors='surrogatepass')}"


def commanded(index: Path, address: str) -> Asked:
    """Ask by the command; what it prints is read by nobody."""
    ((_, query), *_rest) = parse_qsl(address.partition("?")[2], keep_blank_values=True)
    words = ["search", "--index", str(index), "--json", "--", query.translate(UNTYPED)]
    began = thread_time()
    result = CliRunner().invoke(app, words)
    return Asked(thread_time() - began, address, STATUSES.get(result.exit_code, 500))


def asked(site: WSGIApplication, address: str) -> Asked:
    """Ask for an address; of an export only its first pieces are taken."""
    path, _, query = address.partition("?")
    environ: dict[str, Any] = {"QUERY_STRING": query, "HTTP_HOST": "127.0.0.1"}
    setup_testing_defaults(environ)
    environ["PATH_INFO"] = path
    told: list[str] = []
    began = thread_time()
    body = site(environ, lambda status, _headers, *_error: told.append(status))  # type: ignore[arg-type]
    most = thread_time() - began
    pieces = iter(body)
    for _ in range(PIECES):
        began = thread_time()
        if next(pieces, None) is None:
            break
        most = max(most, thread_time() - began)
    return Asked(most, address, int(told[0][:3]))


def words_of(searcher: Searcher) -> tuple[list[str], list[str]]:
    """Words and ids of some articles of an archive."""
    asked = Search(size=SAMPLED // 40, sort="oldest")
    step = max(1, searcher.articles() // SAMPLED)
    hits = [
        hit
        for page in range(1, 40 * step + 1, step)
        for hit in searcher.search(replace(asked, page=page)).hits
    ]
    words = {word for hit in hits for word in hit.article.title.split()}
    return sorted(words or {"a"}), [hit.article.article_id for hit in hits] or ["none"]


def made(searcher: Searcher, count: int, seed: int) -> Iterator[str]:
    """So many addresses, of words that the archive has."""
    words, ids = words_of(searcher)
    return islice(addresses(Random(seed), words, ids), count)  # noqa: S311 - reproducible


def asked_all(index: Path, searcher: Searcher, made: Iterable[str]) -> Iterator[Asked]:
    """What came of each."""
    searcher.warm()
    site = application(searcher)
    for address in made:
        by_command = address.startswith(COMMAND)
        yield commanded(index, address) if by_command else asked(site, address)


def told(found: Iterable[Asked], *, most: float) -> dict[str, Any]:
    """What failed or took longer than `most` seconds, and the slowest."""
    statuses: Counter[str] = Counter()
    bad, slowest = [], list[Asked]()
    for one in found:
        statuses[f"{one.address.partition('?')[0].strip('/').split('/')[0]} {one.status}"] += 1
        if (one.status >= 500 and one.status != 503) or one.seconds > most:
            bad.append(one)
        slowest = nlargest(SLOWEST, [*slowest, one])
    return {"statuses": dict(sorted(statuses.items())), "bad": bad, "slowest": slowest}


def main() -> None:
    """Ask as the command line says."""
    index, count, *rest = sys.argv[1:]
    searcher = Searcher(open_engine(Path(index)), gazetteer())
    if count == "again":
        slowest = json.loads(Path(*rest).read_text(encoding="utf-8"))["slowest"]
        chosen: Iterable[str] = [address for _, address, _ in slowest]
    else:
        chosen = made(searcher, int(count), int((*rest, "0")[0]))
    found = told(asked_all(Path(index), searcher, chosen), most=1.2)
    sys.stdout.write(json.dumps(found, ensure_ascii=True, indent=1) + "\n")


if __name__ == "__main__":
    main()
