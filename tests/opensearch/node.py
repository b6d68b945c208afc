"""A node that answers what a test tells it to, over HTTP: faults that no cluster has when asked."""

from __future__ import annotations

import gzip
import json
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

HUNG_UP: Final = -1  # in place of a status: the connection is cut


class Node:
    """Answers one after the other, the last one again and again; keeps what it was asked."""

    def __init__(self, answers: list[tuple[int, Any]]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str, bytes]] = []
        self.address = ""

    def next(self) -> tuple[int, Any]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def answering(*answers: tuple[int, Any], certificate: Path | None = None) -> Iterator[Node]:
    """A node of a test; with a certificate and its key in one file it speaks TLS."""
    node = Node(list(answers))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline()
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            if self.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            node.asked.append((self.command, self.path, body))
            status, said = node.next()
            if status == HUNG_UP:
                self.close_connection = True
                return
            kind = "text/html" if isinstance(said, str) else "application/json"
            sent = said.encode() if isinstance(said, str) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        node.address = f"127.0.0.1:{server.server_address[1]}"
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield node
        finally:
            server.shutdown()


def certified(folder: Path) -> Path:
    """A certificate of this machine that it signed itself, with its key."""
    made, key = folder / "certificate.pem", folder / "key.pem"
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        " -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
    )
    whole = [*command.split(), "-keyout", str(key), "-out", str(made)]
    subprocess.run(whole, check=True, capture_output=True)
    made.write_text(made.read_text() + key.read_text())
    return made
