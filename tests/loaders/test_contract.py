"""The contract of loaders: the same article comes out of every kind of file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.loaders import EXTENSIONS, Ignored, Loaded, Skipped, load
from search.errors import SourceError
from tests.loaders.samples import (
    BARE,
    BINARIES,
    FORMATS,
    PAGES,
    RECORDS,
    TEXT,
    TEXTS,
    TITLE,
    WITH_METADATA,
    WITHOUT_DATE,
    name,
    sample,
)


def only(folder: Path, extension: str, raw: bytes | None = None) -> Loaded:
    """The one article of a file with this content."""
    path = folder / name(extension)
    path.write_bytes(sample(extension) if raw is None else raw)
    (article,) = load(path)
    assert isinstance(article, Loaded)
    return article


def words(text: str) -> list[str]:
    return text.split()


def test_every_kind_of_file_has_a_sample() -> None:
    """A loader that is added comes under this contract."""
    assert EXTENSIONS == set(FORMATS)


@pytest.mark.parametrize("extension", FORMATS)
def test_the_text_comes_out_whole(tmp_path: Path, extension: str) -> None:
    assert words(TEXT) == words(only(tmp_path, extension).text)


@pytest.mark.parametrize("extension", FORMATS)
def test_the_first_article_of_a_file_is_number_one(tmp_path: Path, extension: str) -> None:
    """Ids are made of it."""
    assert 1 == only(tmp_path, extension).number


@pytest.mark.parametrize("extension", WITH_METADATA)
def test_title_date_address_and_outlet_are_found(tmp_path: Path, extension: str) -> None:
    article = only(tmp_path, extension)

    assert (TITLE, "2024-05-06", "https://example.org/grane", "Ziarul de probă") == (
        article.title,
        article.published,
        article.url,
        article.outlet,
    )


@pytest.mark.parametrize("extension", sorted({*FORMATS} - BARE))
def test_the_title_is_found_and_leaves_the_text(tmp_path: Path, extension: str) -> None:
    article = only(tmp_path, extension)

    assert (TITLE, False) == (article.title, TITLE in article.text)


@pytest.mark.parametrize("extension", RECORDS)
def test_id_language_and_leaders_are_found(tmp_path: Path, extension: str) -> None:
    article = only(tmp_path, extension)

    assert ("grane-7", "ro", ("Ana Pop", "Ion Rusu")) == (
        article.source_id,
        article.lang,
        article.leaders,
    )


@pytest.mark.parametrize("extension", FORMATS)
def test_the_source_of_the_date_is_told(tmp_path: Path, extension: str) -> None:
    """A reader may trust a record more than a page's tags."""
    expected = None if extension in WITHOUT_DATE else "html" if extension in PAGES else "metadata"

    assert expected == only(tmp_path, extension).published_source


@pytest.mark.parametrize("extension", TEXTS)
def test_windows_line_ends_do_not_reach_the_text(tmp_path: Path, extension: str) -> None:
    """Offsets count in the text that is shown, and a browser shows no carriage return."""
    raw = TEXTS[extension]().replace("\r\n", "\n").replace("\n", "\r\n").encode()

    article = only(tmp_path, extension, raw)

    assert (words(TEXT), False) == (words(article.text), "\r" in article.text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-16"])
@pytest.mark.parametrize("extension", TEXTS)
def test_older_encodings_are_read(tmp_path: Path, extension: str, encoding: str) -> None:
    """Windows-1250 has ş where ISO 8859-16 has ș, so the mark below the letter is not compared."""
    raw = TEXTS[extension]().replace('<meta charset="utf-8">', "").encode(encoding)

    read = only(tmp_path, extension, raw).text

    assert words(TEXT) == words(read.translate(str.maketrans("şţŞŢ", "șțȘȚ")))


@pytest.mark.parametrize("extension", TEXTS)
def test_a_binary_file_is_refused_with_its_path(tmp_path: Path, extension: str) -> None:
    path = tmp_path / f"picture{extension}"
    path.write_bytes(bytes(range(256)) * 8)

    with pytest.raises(SourceError, match="binary") as error:
        list(load(path))

    assert str(path) == error.value.path


@pytest.mark.parametrize("extension", BINARIES)
def test_a_damaged_file_says_so(tmp_path: Path, extension: str) -> None:
    """Nothing of it is an article, and nothing of it is passed over."""
    path = tmp_path / name(extension)
    path.write_bytes(bytes(range(256)) * 8)
    try:
        reasons = [part.reason for part in load(path) if isinstance(part, Skipped)]
    except SourceError as error:
        reasons = [error.reason]

    assert 1 == len(reasons)
    assert "damaged" in reasons[0]


@pytest.mark.parametrize("extension", FORMATS)
def test_a_missing_file_is_a_source_error(tmp_path: Path, extension: str) -> None:
    """It may vanish between the walk and the reading."""
    with pytest.raises(SourceError, match="No such file"):
        list(load(tmp_path / name(extension)))


@pytest.mark.parametrize("extension", sorted({*TEXTS} - {".jsonl", ".ndjson"}))
def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, extension: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be read into memory whole."""
    monkeypatch.setattr("index.loaders.source.largest", lambda: 10)
    path = tmp_path / f"sample{extension}"
    path.write_text(TEXTS[extension](), encoding="utf-8")

    with pytest.raises(SourceError, match="at most"):
        list(load(path))


@pytest.mark.parametrize("extension", FORMATS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    raw=st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8"))
    )
)
def test_no_content_breaks_a_loader(tmp_path: Path, extension: str, raw: bytes) -> None:
    """One odd file must not end a run over a hundred thousand."""
    path = tmp_path / name(extension)
    path.write_bytes(raw)
    try:
        found = [part for part in load(path) if not isinstance(part, Ignored)]
    except SourceError:
        return

    assert list(range(1, len(found) + 1)) == [part.number for part in found]
    assert all(isinstance(part, Skipped) or part.title or part.text.strip() for part in found)
    "".join(part.text for part in found if isinstance(part, Loaded)).encode()


def test_an_unknown_kind_of_file_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"'\.doc'.*\.csv .*\.txt"):
        list(load(tmp_path / "a.doc"))


def test_the_table_of_loaders_imports_no_slow_library() -> None:
    """`readout --help` and searching stay quick."""
    code = "import sys, index.loaders; print(sorted({'trafilatura', 'yaml', 'lxml'} & set(sys.modules)))"

    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert "[]" == shown.strip()
