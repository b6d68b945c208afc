"""RTF words: what the control words of RTF mean, and which groups nobody reads."""

from __future__ import annotations

import re
from typing import Final

RTF_SIGNS: Final = {
    "par": "\n\n",
    "sect": "\n\n",
    "page": "\n\n",
    "row": "\n",
    "nestrow": "\n",
    "line": "\n",
    "cell": "\t",
    "nestcell": "\t",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
# and \\ \{ \} are themselves
RTF_SYMBOLS: Final = {b"~": "\u00a0", b"_": "-", b"\n": "\n\n", b"\r": "\n\n"}
LITERALS: Final = frozenset({b"\\", b"{", b"}"})


# Groups whose text nobody reads in the document: tables of what looks how, pictures, heads of
# pages, fields' orders.
UNSEEN_GROUPS: Final = re.compile(
    "a?ftn(?:sepc?|cn)|(?:foot|head)er[lrf]?|(?:font|color|rev)tbl|list(?:override)?table"
    "|listtext|pntext|pntxt[ab]|stylesheet|info|pict|fldinst|nonshppict|objdata|private|r?xe|tc|upr"
)
SEEN_GROUPS: Final = frozenset({"shptxt", "ud", "dptxbxtext"})  # text within what is passed by


CHARSETS: Final = {
    0: "cp1252",
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
CODE_PAGE_WORDS: Final = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
