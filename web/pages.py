"""Pages: which template shows a page, and which files does it load?

A file's URL holds a hash of its content, so that browsers may keep it for ever. Nothing is read from disk twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from web.present import direction, linked, marked
from web.texts import tongue
from web.urls import State

TEMPLATES: Final = Path(__file__).with_name("templates")
STATIC: Final = Path(__file__).with_name("static")
NAMES: Final = {"en": "English", "he": "עברית", "ro": "Română"}
TYPES: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


def static_files() -> Mapping[str, Path]:
    """The files that pages load, by URL."""
    files = sorted(path for path in STATIC.iterdir() if path.suffix in TYPES)
    return {f"/static/{sha256(path.read_bytes()).hexdigest()[:16]}/{path.name}": path for path in files}


class Pages:
    """Fills templates in; whatever a template shows is escaped unless `present` made it."""

    def __init__(self, files: Mapping[str, Path], **known: Any) -> None:  # noqa: ANN401
        """Load these files; every template knows what is `known`."""
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.globals.update(known, static={path.name: url for url, path in files.items()}, tongues=NAMES)
        self._templates.filters.update(  # a template calls a filter faster than a function, and these hundreds of times
            number=lambda number, t: t.number(number),
            leading=lambda labels, narrowed: [(narrowed(one.id), one.label) for one in labels],
            marked=marked,
            linked=linked,
            direction=direction,
        )

    def render(self, template: str, state: State, **shown: Any) -> str:  # noqa: ANN401
        """A page about `state`."""
        page = self._templates.get_template(f"{template}.html")
        return page.render(t=tongue(state.ui), state=state, **shown)
