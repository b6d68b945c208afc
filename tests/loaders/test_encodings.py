"""Encodings: sentences of ours, written in every code page of their language, come back."""

from __future__ import annotations

import codecs
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.loaders import Loaded, codepages, load
from index.loaders.encodings import decode
from search.errors import SourceError

SENTENCES = {
    "he": "ראש הממשלה שוחח הערב עם נשיא המדינה השכנה, והשניים סיכמו להיפגש בשבוע הבא.",
    "ro": "Preşedintele a vorbit marţi cu omologul său şi au hotărât să se întâlnească în ţara vecină.",
    "ru": "Президент поговорил вечером с премьер-министром соседней страны, они договорились о встрече.",
    "uk": "Президент поговорив увечері з прем'єр-міністром сусідньої країни, і вони домовилися про зустріч.",
    "ar": "تحدث الرئيس مساء اليوم مع رئيس وزراء الدولة المجاورة واتفقا على لقاء في الأسبوع المقبل",
    "fa": "رئيس جمهور امشب با نخست وزير کشور همسايه گفتگو کرد و پيشنهاد چند ديدار ديگر را پذيرفت",
    "hu": "Az elnök este a szomszédos ország miniszterelnökével beszélt, és megállapodtak egy későbbi találkozóról.",
    "el": "Ο πρόεδρος μίλησε το βράδυ με τον πρωθυπουργό της γειτονικής χώρας και συμφώνησαν να συναντηθούν.",
    "tr": "Cumhurbaşkanı akşam komşu ülkenin başbakanıyla görüştü ve yeni bir buluşma için sözleştiler.",
    "pl": "Prezydent rozmawiał wieczorem z premierem sąsiedniego kraju i uzgodnił spotkanie na później.",
    "cs": "Prezident večer hovořil s předsedou vlády sousední země a domluvili si další schůzku.",
    "west": "Le président a parlé ce soir avec son collègue étranger ; ils se sont donné rendez-vous à Genève.",
}
PAIRS = [
    pytest.param(lang, encoding, id=f"{lang} in {encoding}")
    for encoding, langs in codepages.CODE_PAGES.items()
    for lang in langs
]


def in_page(text: str, encoding: str) -> str:
    """The sentence as a code page can spell it.

    ISO 8859-16 has the comma below, the others the cedilla.
    """
    commas = str.maketrans("şţŞŢ", "șțȘȚ")
    spelt = text.translate(commas) if encoding == "iso-8859-16" else text
    return spelt.encode(codepages.codec(encoding), "ignore").decode(codepages.codec(encoding))


def letters(text: str) -> str:
    """ISO 8859-16 and the other code pages of Romanian differ in nothing but the mark below the letter."""
    return "".join(letter for letter in text if letter.isalpha()).translate(
        str.maketrans("șțȘȚ", "şţŞŢ")
    )


@pytest.mark.parametrize(("lang", "encoding"), PAIRS)
def test_a_sentence_comes_back_from_every_code_page(lang: str, encoding: str) -> None:
    text = in_page(SENTENCES[lang], encoding)

    read, _ = decode(text.encode(codepages.codec(encoding)))

    assert letters(text) == letters(read)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("lang", SENTENCES)
def test_a_sentence_comes_back_from_unicode(lang: str, encoding: str) -> None:
    """With a byte order mark and, where bytes show it, without."""
    assert SENTENCES[lang] == decode(SENTENCES[lang].encode(encoding))[0]


def test_curly_quotes_in_english_are_read() -> None:
    """The commonest old file of all: English with windows-1252's marks."""
    assert ("He said “yes” — it’s done.", "windows-1252") == decode(
        "He said “yes” — it’s done.".encode("cp1252")
    )


def test_an_encoding_that_the_source_declares_breaks_a_tie() -> None:
    """Windows-1250 and ISO 8859-16 put ş and ș at one place."""
    raw = "Şi ţara, şi cetăţenii ei.".encode("iso-8859-2")

    assert ("windows-1250", "iso-8859-16") == (
        decode(raw)[1],
        decode(raw, declared="iso-8859-16")[1],
    )


def test_a_wrong_declaration_is_not_believed() -> None:
    """Pages are saved anew and keep the old line."""
    raw = SENTENCES["he"].encode("windows-1255")

    assert SENTENCES["he"] == decode(raw, declared="koi8-r")[0]


def test_a_cut_end_does_not_make_utf8_another_encoding() -> None:
    """Half a letter is lost, not the article."""
    raw = SENTENCES["he"].encode() * 3

    text, encoding = decode(raw[:-2])

    assert ("utf-8", SENTENCES["he"]) == (encoding, text[: len(SENTENCES["he"])])


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\x00\x01\x02\x03" * 40, id="NULs that are no UTF-16"),
        pytest.param(b"\x89PNG\x01\x02\x03\x04" * 40, id="control characters"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(SourceError, match="binary"):
        decode(raw)


@given(raw=st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Whatever lies in a folder, the run goes on."""
    try:
        text, encoding = decode(raw)
    except SourceError:
        return

    assert (str, True) == (type(text), bool(encoding))


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_is_never_taken_for_another_encoding(text: str) -> None:
    raw = text.encode()
    if raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return

    assert (text, "utf-8") == decode(raw)


def test_files_of_others_are_read_by_their_letters() -> None:
    """173 files that nobody here wrote.

    Three of them are UTF-8 by every byte and named otherwise.
    """
    folder = Path(os.environ.get("READOUT_EVALUATION", "/nonexistent")) / "data" / "encodings"
    if not folder.is_dir():
        pytest.skip("READOUT_EVALUATION names no folder with data/encodings")
    rows = [
        json.loads(line)
        for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    right = 0
    for row in rows:
        raw = (folder.parent / row["file"]).read_bytes()
        right += letters(raw.decode(row["encoding"], "replace")) == letters(decode(raw)[0])

    assert 170 <= right


def test_a_stray_nul_costs_itself_only(tmp_path: Path) -> None:
    """Databases write one where a field was cut."""
    path = tmp_path / "a.csv"
    path.write_bytes(
        "title,text\nȘedință,S-a vorbit în ședință despre țară\0 și despre port.\n".encode()
    )

    (article,) = load(path)

    assert isinstance(article, Loaded)
    assert "S-a vorbit în ședință despre țară și despre port." == article.text
    assert ("NUL characters in it are left out",) == article.notes
