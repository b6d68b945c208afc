"""Printing: results for a person on a terminal, or as one line of JSON."""

from __future__ import annotations

import json as codec
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from index.progress_display import is_dumb
from index.wording import counted, kinds, ranges

if TYPE_CHECKING:  # a search that loads what reads articles would take twice as long
    from index.archive import Check
    from index.loaders import Refused
    from index.reviewed import ReviewedArticle, ReviewedValue
    from index.update.summary import Summary
    from search.model.articles import Span
    from search.model.response import Answer, Hit, Opened

BOLD: Final = ("\x1b[1m", "\x1b[22m")  # bold on and off
SHOWN: Final = 8  # values of a facet
MOST_VALUES: Final = 10  # of each statistic
_PLACE: Final = re.compile(r"^article \d+ (?:is )?")  # the number is said for all of them


def line_of_json(value: Any) -> None:  # noqa: ANN401  whatever JSON can say
    """One line of UTF-8 on stdout.

    The bytes of a file name that are none are escaped as JSON has it.
    """
    click.echo(codec.dumps(value, ensure_ascii=False).encode(errors="backslashreplace"))


def print_summary(summary: Summary, *, json: bool) -> None:
    """What a run of `index` did; notes and skipped articles on stderr, each with its reason."""
    for path, note in summary.notes:
        click.echo(f"note on {path}: {note}", err=True)
    for path, reason in sorted(summary.ignored_files):
        click.echo(f"ignored {path}: {reason}", err=True)
    for line in _skipped(summary.skipped):
        click.echo(line, err=True)
    for path, _, reason in summary.withheld:
        click.echo(f"kept {path}: {reason}", err=True)
    if summary.tagged_anew:
        articles = counted(summary.tagged_anew, "article")
        click.echo(f"tagged anew by the names that changed: {articles}", err=True)
    if summary.ignored:
        click.echo(f"ignored, for their kind is not read: {kinds(summary.ignored)}", err=True)
    if json:
        line_of_json(summary.to_json())
        return
    counts = {**summary.to_json(), "skipped": len(summary.skipped)}
    said = [
        f"{counts[name]} {name}"
        for name in ("indexed", "unchanged", "deleted", "duplicates", "skipped")
    ]
    click.echo(f"{', '.join(said)} in {summary.seconds:.1f} s")


def _skipped(skipped: Iterable[tuple[str, int | None, str]]) -> Iterator[str]:
    """A line for each file and reason, with the numbers of the articles where they are several."""
    places: dict[tuple[str, str], list[int]] = {}
    for path, number, reason in skipped:
        plain = _PLACE.sub("", reason)
        places.setdefault((path, plain), []).append(number or 0)
    for (path, reason), numbers in places.items():
        of = f"articles {ranges(numbers)}: " if len(numbers) > 1 else ""
        yield f"skipped {path}: {of}{reason}"


def print_answer(answer: Answer, *, json: bool) -> None:
    """A page of hits and the facets."""
    if json:
        line_of_json(answer.to_json())
        return
    for hint in answer.hints:
        click.echo(hint.message, err=True)
    for hit in answer.hits:
        _print_hit(hit)
    words = {
        "all": "",
        "any": " with any of the words",
        "some": " with the most of the words; none has all",
    }
    articles = counted(answer.total, "article")
    click.echo(f"{articles}{words[answer.match]}, {answer.took_ms:.0f} ms")
    for facet, rows in ((facet, rows) for facet, rows in answer.facets.items() if rows):
        values = [f"{row.label} {row.count}" for row in rows[:SHOWN]]
        click.echo(f"  {facet}: {', '.join(values)}{' …' if len(rows) > SHOWN else ''}")


def print_article(opened: Opened, *, json: bool) -> None:
    """One article."""
    article = opened.article
    if json:
        line_of_json(opened.to_json())
        return
    click.echo(_line(opened))
    click.echo(f"\n{article.text}")


def print_statistics(statistics: Mapping[str, Any], *, json: bool) -> None:
    """What is in an index: for a person the most frequent values, for a program all."""
    if json:
        line_of_json(statistics)
        return
    for name, value in statistics.items():
        click.echo(f"{name}: {_shown(name, value)}")


def _shown(name: str, value: Any) -> str:  # noqa: ANN401  whatever statistics hold
    if isinstance(value, Mapping):
        most = [f"{key} {n:,}" if isinstance(n, int) else f"{key} {n}" for key, n in value.items()]
        more = f" … ({len(most) - MOST_VALUES:,} more: --json)" if len(most) > MOST_VALUES else ""
        return ", ".join(most[:MOST_VALUES]) + more
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if name == "bytes":
        return f"{value:,} ({value / 1_000_000:,.1f} MB)"
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def print_check(check: Check, *, json: bool) -> None:
    """Whether an index holds together."""
    if json:
        line_of_json(check.to_json())
        return
    for problem in check.problems:
        click.echo(problem, err=True)
    if check.remedy:
        click.echo(check.remedy, err=True)
    problems = counted(len(check.problems), "problem")
    click.echo(f"{counted(check.articles, 'article')}, {problems}")


def print_fill_in(found: Sequence[ReviewedArticle], refused: Sequence[Refused]) -> None:
    """A metadata.csv to fill in; what can't be read, or said there, on stderr."""
    from index.fill_in import can_be_said, table  # noqa: PLC0415  only this command needs it

    for one in refused:
        click.echo(f"skipped {one.path}: {one.reason}", err=True)
    others = sum(1 for article in found if not can_be_said(article))
    if others:
        click.echo(f"left out {others} articles of files that hold several", err=True)
    click.echo(table(found).encode(), nl=False)


def print_tagged(
    found: Iterable[ReviewedArticle], refused: Sequence[Refused], *, json: bool
) -> None:
    """What is known of articles and from which words; what can't be read on stderr."""
    for one in refused:
        click.echo(f"skipped {one.path}: {one.reason}", err=True)
    if json:
        skipped = [{"path": str(one.path), "reason": one.reason} for one in refused]
        line_of_json({"articles": [one.to_json() for one in found], "skipped": skipped})
        return
    for article in found:
        dated = (
            f"{article.published} ({article.published_source})" if article.published else "unknown"
        )
        click.echo(f"{article.article_id}\n  title: {article.title}\n  published: {dated}")
        for field, values in (("leaders", article.leaders), ("countries", article.countries)):
            unnamed = "metadata" if field in article.from_metadata else "contact"
            click.echo(f"  {field}: {_sourced(values, unnamed)}")
        for contact in article.contacts:
            who, when = " + ".join(contact.leaders), contact.date or "date unknown"
            words = " ".join(contact.words.split())
            click.echo(f"  {contact.kind}: {who}, {when}: “{words}”")


def _sourced(values: Iterable[ReviewedValue], unnamed: str) -> str:
    """Values with the words that they came from, or what gave those that the text does not name."""
    shown = [f"{value.id} ({', '.join(value.words) or unnamed})" for value in values]
    return "; ".join(shown) or "unknown"


def _print_hit(hit: Hit) -> None:
    article = hit.article
    about = [article.published or "date unknown", article.lang, article.article_id]
    click.echo(_marked(article.title, hit.title_marks))
    click.echo(f"  {' · '.join(about)}")
    for passage in hit.passages:
        click.echo(f"  {_marked(passage.text, passage.marks)}")
    click.echo()


def _marked(text: str, marks: tuple[Span, ...]) -> str:
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or is_dumb():
        return text
    for start, end in reversed(marks):
        text = f"{text[:start]}{BOLD[0]}{text[start:end]}{BOLD[1]}{text[end:]}"
    return text


def _line(opened: Opened) -> str:
    article = opened.article
    dated = (
        f"{article.published} ({article.published_source})" if article.published else "date unknown"
    )
    named = [label.label for label in (*opened.leaders, *opened.countries)]
    return f"{article.title}\n{' · '.join([dated, article.lang, *named])}"
