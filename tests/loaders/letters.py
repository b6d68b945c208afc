"""Letters: messages, and boxes of them, as mailers write them."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from index.loaders import Loaded
from tests.loaders.samples import articles


def letter(text: str = "They spoke.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"Subject": "A call", "From": "ana@example.org", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def only(folder: Path, raw: bytes, name: str = "a.eml") -> Loaded:
    path = folder / name
    path.write_bytes(raw)
    (article,) = articles(path)
    assert isinstance(article, Loaded)
    return article


def headed(*headers: str, body: bytes = b"They spoke.") -> bytes:
    return "\r\n".join([*headers, "", ""]).encode("utf-8") + body


def boxed(*messages: bytes) -> bytes:
    return b"".join(
        b"From ana@example.org Sun Oct 23 10:00:00 2016\n" + message + b"\n\n"
        for message in messages
    )
