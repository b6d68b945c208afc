"""Word spans: a word of a text, and the patterns by which words are found.

What no dictionary has (addresses, handles, tags) and Hebrew words with their marks have a pattern.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from search.analysis import characters
from search.analysis.prefixes import CHAINS

Kind = Literal[
    "word",
    "joined",
    "literal",
    "host",
    "tag",
    "bound",
    "linked",
    "quoted",
    "bare",
    "short",
    "lettered",
]


_ADDRESS: Final = (
    r"(?P<literal>(?:https?://|www\.)[^\s<>\"]+"
    r"|(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}/[^\s<>\"]*"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"
)


HOST: Final = re.compile(
    r"(?:\w+://)?(?:[^/@]*@)?(?:www\.)?(?P<host>(?:[\w-]+\.)+[\w-]+)", re.IGNORECASE
)
# A host and the site that it is part of: en.kremlin.ru, www.bbc.co.uk.
_SECOND_LEVEL: Final = r"(?:com?|gov|gob|org|net|ac|edu|mil)\.[a-z]{2}"
HOST_IN: Final = re.compile(
    rf"(?:[\w-]+\.)+(?P<site>(?!{_SECOND_LEVEL}$)[\w-]{{2,}}\.(?:{_SECOND_LEVEL}|[a-z]{{2,24}}))$",
    re.IGNORECASE,
)
SCHEME: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_HANDLE: Final = r"|(?<!\w)@(?P<handle>\w+)|(?<!\w)#(?P<tag>\w+)"
# French, Romanian and Russian separate thousands by a space.
_NUMBER: Final = (
    r"(?<![\w.,:/-])(?<!\d[ \u00a0\u202f])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\w.,:/-]*\d)"
)
SPACED: Final = re.compile(r"\d \d{3}(?!\d)")


# Russian and Ukrainian add the ending of the ordinal: 80-х stands for 80, 15-а for 15.
_ORDINAL: Final = (
    r"(?<![\w-])(?P<ordinal>\d+)-(?:ого|ому|ыми|[йяеюхм]|[гм][оу]|ми"
    r"|[аєїіу]|ої|ою|[шгтм][аіу]|[гтмш]ий|[иі]й|тя|тю|тє|ті|[иі]х|[иі]м|[иі]ми)(?!\w)"
)


# A Persian verb's می and a noun's ها belong to the word: a space, a ZERO WIDTH NON-JOINER or
# nothing parts them.
_PERSIAN: Final = (
    r"(?<![\w\u200c])(?:ن?می[\s\u200c][\u0621-\u06cc][\w\u200c]*"
    r"|(?:گفت\sو\sگو|جست\sو\sجو|شست\sو\sشو)(?:ها|های|ی|یی)?(?![\w\u200c])"
    r"|[\u0621-\u06cc][\w\u200c]*\s(?:ها(?:ی|یی)?|ای|تر|ترین)(?![\w\u200c]))"
)


# What ZERO WIDTH NON-JOINER parts is a compound, but for a verb's prefix and these endings.
PERSIAN_PART: Final = re.compile(
    "(?:ن?می\u200c)?[^\u200c]+"
    "(?:\u200c(?:ها(?:[یي]{1,2}|[یي]?(?:م|ت|ش|مان|تان|شان))?|[یي]{1,2}|ا[یي]|ام|ات|اش"
    "|ا[یي]م|ا[یي]د|اند|مان|تان|شان|تر|تر[یي]|تر[یي]ن|ترین[یي]|ست|است)(?=\u200c|$))*"
)


_LETTER: Final = (
    "[א-ת\u05ef-\u05f2\ufb1d\ufb1f-\ufb28\ufb2a-\ufb4f]"
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]*"
)
_GERESH: Final = f"['{characters.GERESH}]"
_DOUBLE: Final = f'(?:["{characters.GERSHAYIM}]|{_GERESH}{{2}})'
_MARK: Final = f"(?:{_DOUBLE}|{_GERESH})"
_HEBREW: Final = f"(?P<hebrew>{_LETTER}(?:{_MARK}?{_LETTER})*{_GERESH}?)"


FRACTIONS: Final = "¼½¾⅐-⅞"  # read as their figures, which are written 1/2 too
RULES: Final = re.compile(
    f"{_ADDRESS}{_HANDLE}|(?P<fraction>[{FRACTIONS}])|{_ORDINAL}|(?P<number>{_NUMBER})"
    f"|(?P<persian>{_PERSIAN})|{_HEBREW}",
    re.IGNORECASE,
)
PIECE: Final = re.compile(f"(?:(?!{_DOUBLE}).)+", re.DOTALL)
# The pieces that can be looked at alone: what no space parts, but for the rules that reach over
# one.
CHUNK: Final = re.compile(rf"[^\w\s]*(?:{_PERSIAN}|{_NUMBER})\S*|\S+")
# without one of these no such rule holds
REACHING: Final = ("\u00a0", "\u202f", "می", "ها", " ای", " تر", " و گو", " و جو", " و شو")
# for ICU, which parts words there
STRAIGHTENED: Final = {
    **dict.fromkeys(map(ord, characters.APOSTROPHES), "'"),
    **{0x2080 + digit: str(digit) for digit in range(10)},  # SUBSCRIPT DIGITS: CO₂
}


# What every rule and ICU take for one word: letters of one script with nothing between them.
ONE: Final = re.compile(
    "(?P<Latn>[A-Za-zÀ-ÖØ-öø-ɏ]+)|(?P<Hebr>[א-ת]+)|(?P<Cyrl>[а-яА-ЯёЁіїєґІЇЄҐ]+)"
    "|(?P<Arab>[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]+)"
)
# ICU takes it for a part of a word
DOT: Final = re.compile(r"(?<=[^\W\d_])\.(?=([^\W\d_])([^\W\d_]))")
HIDDEN: Final = re.compile(f"[{characters.INVISIBLE}]")


JOINTS: Final = (
    # HYPHEN-MINUS, MAQAF, HYPHEN, NON-BREAKING, FIGURE, EN DASH, MINUS
    "-\u05be\u2010\u2011\u2012\u2013\u2212"
)
JOINED: Final = tuple(f"{JOINTS}_")  # what one of stands between the parts of a compound
SHORT: Final = 2  # letters of a part that is no word
PARTED: Final = ("Latn", "Cyrl")  # scripts in which it is none; תל and אל are words
ENDINGS: Final = re.compile(r"['’]s$", re.IGNORECASE)
# What English writes with the verb behind it, and that verb (there's, they've); we're is no were.
CONTRACTED: Final = re.compile(
    "(?P<head>i|you|we|they|he|she|it|t?here|that|who|what|where|how)['’](?P<verb>m|ve|ll|s)",
    re.IGNORECASE,
)
VERBS: Final = {"m": "am", "ve": "have", "ll": "will", "s": "is"}
# A plural that may be meant: friend(s).
MAYBE: Final = re.compile(r"(?<=[^\W\d_]{3})\((?:e?s|i|e|le|[иыа])(?:\)|$)", re.IGNORECASE)
# A name with a figure behind it: Boeing737, COVID19; F16 and G20 are names themselves.
LETTERED: Final = re.compile(r"(?P<letters>[^\W\d_]{4,})\d{1,4}")
# The cases of Turkish names (İstanbul’da); a vowel alone stands behind no vowel. Polish ones of
# names that end in a letter that is not spoken: Kerry'ego.
CASES: Final = re.compile(
    r"(?<=\w{3})(?<!ntr)['’](?:[dt][ae]n?|n?[ıiuü]n|[yn][ıiuüae]|l[ae]|ego|emu|owi|i?em"
    r"|[ıiuüae](?<![aeiıoöuü]['’].))$"
)
# What French and Italian tie to a word that begins with a vowel (l'accord, dell'Italia); behind D'
# a capital is a name's (D'Angelo).
ELISION: Final = re.compile(
    "^(?:(?i:[lcjmnst]|(?:jus|lors|puis|quel)?qu|(?:de|ne|da|su|a)ll|quest)|d|D(?=['’][a-zà-öø-ÿ]))"
    "['’](?i:(?=(?:[aeiouyà-æè-öø-üœ]|(?<=[ld]['’])h)[^\\W\\d_]{2}))"
)
OWNED: Final = re.compile(r"\d['’]s")  # what ICU cuts off from a decade: 80's
# How Russian and Ukrainian link adjectives to one (северо-западный); two peoples stay two
# (российско-украинский). So do others with -ico-: politico-military.
_PEOPLES: Final = "американо|англо|арабо|армяно|афгано|грузино|индо|ирано|испано|итало|франко|японо"
LINKING: Final = re.compile(
    f"(?!{_PEOPLES}|.*[сц]ь?ко$)[а-яёіїєґ]{{2,}}[оеёє]|(?!mexico)[a-zăâîșț]{{2,}}(?:ic|om)o"
)
# What stands before a word and is none itself: anti-missile, tele-ecran, экс-президент.
PREFIXED: Final = re.compile(
    "anti|contra|cross|extra|hiper|hipo|hyper|inter|intra|macro|mega|meta|micro|mid|mini|mis|multi"
    "|neo|non|over|post|pre|pro|pseudo|quasi|semi|sub|super|supra|tele|trans|ultra|under|vice"
    "|анти|вице|віце|екс|квази|контр|мега|мини|микро|міні|пост|про|псевдо|супер|ультра|экс"
)
TRAILING: Final = ".,;:!?)]}'’”»"
MOST_PARTS: Final = 5  # a longer chain of hyphens is no compound
# Gershayim before the last letter make an acronym, also before an ending: דו"ח, דו"חות, מנכ"לית.
ACRONYM: Final = re.compile(r"[א-ת']+\"[א-ת](?:ים|ות|ית|יות|ניק|ניקים|י|ו|ה|יה|יהם|נו)?")
# Prefix letters and a single mark before two letters or more; with gershayim it is a year
# (ה'תשפ"ו).
QUOTED: Final = re.compile(f"(?:{'|'.join(sorted(CHAINS))})'[א-ת]{{2}}[א-ת']*$")
# A mark behind many letters of which the last never takes one closes a quotation of several words.
CLOSED: Final = re.compile(f"[א-ת]{{4,}}[אבוהיכלמנספקשרםןךף]{_GERESH}")


def is_bound(part: str) -> bool:
    """Whether a part of a compound is no word by itself: e of e-mail, anti of anti-missile."""
    return len(part) <= SHORT or bool(PREFIXED.fullmatch(part))


class WordSpan(NamedTuple):
    """A word of a text.

    `spelled` may leave off what stands in the text: prefix letters before a quotation, 's.
    `joined` is a compound written as one (ceasefire), at its first part's position; `literal` an
    address or a handle; `host` the site in an address, at the same position; `tag` a part of a tag
    (#GrainDeal); `bound` a part of a compound that is no word by itself (e-mail); `quoted` what
    stands behind a mark that nothing closes, or behind d' (d'accord, d'amato); `short` a word with
    a verb cut short (there's); `lettered` what stands before a figure (Boeing737).
    """

    start: int
    end: int
    position: int
    spelled: str
    kind: Kind = "word"
