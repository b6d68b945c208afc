"""App: which path leads to which view, and what happens to a request that leads nowhere?

The only importer of Bottle. Every answer carries the headers that keep a private archive private.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_from_bytes, urlsplit

import bottle

from search.engine.deadline import is_over, time_limit
from search.errors import (
    ArticleNotFoundError,
    BadParameterError,
    IndexStateError,
    QueryError,
    SearchTimeoutError,
)
from search.model.facets import COUNTED
from search.service.export import FORMATS, disposition, packed, pieces
from search.service.parameters import PARAMETERS
from search.service.searcher import Searcher
from web.log import failure, page_of, write
from web.messages import Problem
from web.openapi import VERSION, operations
from web.pages import TYPES, Pages, static_files
from web.settings import BUSY, NAMES_VARIABLE, Settings
from web.sign_in import CHALLENGE
from web.state import State, parse
from web.views import Views

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

CONTENT_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Vary": "Accept-Encoding, Accept-Language",
}
HTML: Final = "text/html; charset=utf-8"
ATOM: Final = "application/atom+xml; charset=utf-8"
OPENSEARCH: Final = "application/opensearchdescription+xml; charset=utf-8"
ASKED_AGAIN: Final = "private, no-cache"
ASCII: Final = bytes(range(128))
FOR_EVER: Final = "public, max-age=31536000, immutable"
ANY_ID: Final = r"<article_id:re:[\s\S]+>"  # an id may hold slashes and even line ends
TAKES_GZIP: Final = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
SMALLEST: Final = 1_000  # bytes that are worth packing
OPEN: Final = ("/healthz", "/static/")  # to those too who may see nothing of the archive
OF_PROGRAMS: Final = ("/api/", "/healthz")
# A program never sees what did nothing, and a file would hold more than was asked for; a page says
# what it left out.
FOR_PROGRAMS, FOR_FILES, FOR_PEOPLE = ("idle", "problems"), ("problems",), ()
ERRORS: Final = {
    400: "bad_request",
    401: "unauthorized",
    404: "not_found",
    405: "method_not_allowed",
    500: "internal",
    503: "unavailable",
}
STATUSES: Final = (
    (QueryError, 400),
    (ArticleNotFoundError, 404),
    (SearchTimeoutError, 503),
    (IndexStateError, 503),
    (OSError, 503),
)
SOON: Final = "2"  # seconds after which a program may ask again


def application(searcher: Searcher, settings: Settings | None = None) -> WSGIApplication:
    """The site of one archive."""
    files, settings = static_files(), settings or Settings()
    views = Views(searcher, Pages(files, searcher.label))
    app = bottle.Bottle()
    app.add_hook("before_request", partial(_admit, settings))
    for rule, callback in _routes(searcher, views, files).items():
        app.route(rule, method="GET", callback=callback)
    for status in ERRORS:
        app.error(status)(partial(_error_page, views))
    return _guarded(app, settings.base)


def _routes(
    searcher: Searcher, views: Views, files: Mapping[str, Path]
) -> dict[str, Callable[..., Any]]:
    """Which path leads to which view."""
    api = partial(_answering, shaped=_json, refused=FOR_PROGRAMS, tagged=partial(_tag, searcher))
    page = partial(_answering, shaped=partial(_sent, HTML), refused=FOR_PEOPLE)
    feed = partial(_answering, refused=FOR_FILES, tagged=partial(_tag, searcher))
    return {
        **dict.fromkeys(("/", "/search"), page(views.results)),
        f"/article/{ANY_ID}": page(views.article),
        "/help": page(views.help),
        "/map/<side:re:leader|country>": page(views.map),
        f"/facet/<facet:re:{'|'.join(COUNTED)}>": page(views.facet),
        "/search.atom": feed(views.feed, partial(_sent, ATOM, kept=ASKED_AGAIN)),
        "/opensearch.xml": feed(views.opensearch, partial(_sent, OPENSEARCH, kept=ASKED_AGAIN)),
        **{
            f"/export.{kind}": _answering(
                partial(views.exported, kind), partial(_download, one.media_type), FOR_FILES
            )
            for kind, one in FORMATS.items()
        },
        **{
            one.path.replace("{id}", ANY_ID): api(getattr(views, one.view), known=one.known)
            for one in operations()
        },
        "/healthz": _answering(views.health, _health, FOR_PEOPLE),
        **{
            url: partial(_sent, TYPES[path.suffix], path.read_bytes(), FOR_EVER)
            for url, path in files.items()
        },
    }


def _answering(
    view: Callable[..., Any],
    shaped: Callable[[Any], Any],
    refused: Sequence[str],
    known: Collection[str] = PARAMETERS,
    tagged: Callable[[State], str] | None = None,
) -> Callable[..., Any]:
    """A route: mistakes of readers become what HTTP calls them; the rest Bottle logs, as 500."""

    def answer(**parts: str) -> Any:  # noqa: ANN401 - bytes, or an iterator of them
        state = _asked(known)
        try:
            _refuse(chain.from_iterable(getattr(state, one) for one in refused))
            if tagged is not None and _is_kept(tagged(state)):
                bottle.response.status = 304
                return b""
            with time_limit(_settings().time_limit):
                shown = view(state, **parts)
                is_hurried = is_over()
            if is_hurried or (isinstance(shown, dict) and shown.get("partial")):
                bottle.response.headers.pop("ETag", None)  # the next may be whole
            return shaped(shown)
        except Exception as error:
            status = next((status for kind, status in STATUSES if isinstance(error, kind)), 500)
            if not isinstance(error, Problem):
                write("error", "not answered", page=page_of(bottle.request.path), **failure(error))
            raise bottle.HTTPError(status, exception=error) from error

    return answer


def _refuse(problems: Iterable[QueryError]) -> None:
    for problem in problems:
        raise problem


def _tag(searcher: Searcher, state: State) -> str:
    """What names an answer: whatever it is made of. It is weak, for it tells the time it took."""
    of = (VERSION, searcher.revision(), _header("HOST"), state.url(bottle.request.path), state.ui)
    return f'W/"{sha256(repr(of).encode()).hexdigest()[:32]}"'


def _is_kept(tag: str) -> bool:
    """Whether the client has the answer; if not, it is told the tag."""
    bottle.response.set_header("ETag", tag)
    told = (one.strip().removeprefix("W/") for one in _header("IF_NONE_MATCH").split(","))
    return tag.removeprefix("W/") in told


def _asked(known: Collection[str] = PARAMETERS) -> State:
    """What was asked; WSGI tells each byte that was sent as a letter of Latin-1."""
    query = quote_from_bytes(bottle.request.query_string.encode("latin-1"), safe=ASCII)
    here, host, settings = bottle.request.environ, _header("HOST"), _settings()
    public = urlsplit(settings.public)
    # what the client says its name is may be no name, and then has no parts
    named = (public.scheme, public.netloc) if public.netloc else (here["wsgi.url_scheme"], host)
    state = parse(query, _header("ACCEPT_LANGUAGE"), known)
    return state._replace(origin="://".join(named), base=settings.base)


def _header(name: str) -> str:
    """A header as it came: Bottle would read it as UTF-8, and fail where it is none."""
    return str(bottle.request.environ.get(f"HTTP_{name}", ""))


def _sent(kind: str, written: str | bytes, kept: str | None = None) -> bytes:
    """A body, packed for clients that take it so, and for how long they may keep it."""
    bottle.response.content_type = kind
    if kept is not None:
        bottle.response.set_header("Cache-Control", kept)
    body = written if isinstance(written, bytes) else written.encode(errors="replace")
    # at level 4 a fifteenth less in a third more time
    return gzip.compress(body, 2, mtime=0) if len(body) >= SMALLEST and _packs() else body


def _json(shown: dict[str, Any]) -> bytes:
    return _sent("application/json; charset=utf-8", json.dumps(shown, ensure_ascii=False))


def _health(shown: dict[str, Any]) -> bytes:
    """Whether all is well, for anybody; how many articles there are, for who may know."""
    is_known = _settings().sign_in.admits(bottle.request.environ)
    return _json(shown if is_known else {"status": shown["status"]})


def _download(kind: str, named: tuple[str, Iterable[str]]) -> Iterable[bytes]:
    name, lines = named
    bottle.response.content_type = f"{kind}; charset=utf-8"
    bottle.response.set_header("Content-Disposition", disposition(name))
    return packed(pieces(lines)) if _packs() else pieces(lines)


def _packs() -> bool:
    """Whether the client takes what is packed; it is told that this is."""
    if not TAKES_GZIP.search(_header("ACCEPT_ENCODING")):
        return False
    bottle.response.set_header("Content-Encoding", "gzip")
    return True


def _settings() -> Settings:
    settings: Settings = bottle.request.environ["readout.settings"]
    return settings


def _admit(settings: Settings) -> None:
    """Refuse whoever may not ask: by another name, by no token, or when there is no time."""
    bottle.request.environ["readout.settings"] = settings
    name = _header("HOST")
    if not settings.trusts(name):
        expected = f"a name of this machine, or one that {NAMES_VARIABLE} allows"
        raise bottle.HTTPError(400, exception=BadParameterError("host", name[:100], expected))
    if BUSY in bottle.request.environ:
        raise bottle.HTTPError(503)
    is_open = bottle.request.path.startswith(OPEN)
    if not is_open and not settings.sign_in.admits(bottle.request.environ):
        write("warning", "not signed in", client=bottle.request.environ.get("REMOTE_ADDR"))
        raise bottle.HTTPError(401)


def _error_page(views: Views, error: Any) -> bytes:  # noqa: ANN401 - Bottle is untyped
    status, mistake = error.status_code, error.exception
    told = mistake if isinstance(mistake, Problem) else None
    asked = _asked()
    state = State(ui=asked.ui, home=asked.home, base=asked.base)  # nothing else is repeated
    if status == 405:
        bottle.response.set_header("Allow", "GET, HEAD")
    if status == 401:
        bottle.response.set_header("WWW-Authenticate", CHALLENGE)
    if status == 503:
        bottle.response.set_header("Retry-After", SOON)
    if bottle.request.path.startswith(OF_PROGRAMS):
        return _json(views.error_json(state, status, ERRORS[status], told))
    return _sent(HTML, views.error(state, status, told))


def _guarded(app: WSGIApplication, base: str) -> WSGIApplication:
    """The same with our headers on every answer that has no own, and without the base of paths."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:  # noqa: ANN401
            return start_response(status, list({**HEADERS, **dict(headers)}.items()), *error)

        if base and f"{environ['PATH_INFO']}/".startswith(f"{base}/"):
            environ["PATH_INFO"] = environ["PATH_INFO"][len(base) :] or "/"
        return app(environ, start)

    return answer
