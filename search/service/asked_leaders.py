"""Asked leaders: whom does a query ask for by a name among its words?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from search.entities import recognition
from search.model.contacts import pair_of
from search.query.tree import Query, Quoted, Word


def by_name(query: Query, beside: Collection[str] = ()) -> tuple[str, ...]:
    """The leaders whose names a query has; none where a name is several people's.

    Where that makes two with those who are asked for `beside` it, a word that is a name too means
    the leader: `biden xi`.
    """
    words = list(_words(query))
    written = [word.capitalize() if word and word.islower() else word for word in words]
    named, meant = _owners(words), _owners(written)
    is_pair = not pair_of((*beside, *named)) and pair_of((*beside, *meant))
    return meant if is_pair else named


def _owners(words: Sequence[str | None]) -> tuple[str, ...]:
    named = [whose.owners for _, whose in recognition.subjects(words) if whose.kind == "leader"]
    return tuple(owners[0] for owners in named) if all(len(one) == 1 for one in named) else ()


def _words(query: Query) -> Iterator[str | None]:
    """The words that must all be there, side by side as they were typed; None is none."""
    for part in query.parts:
        if isinstance(part, Quoted) and not part.slop:
            yield from (None, *part.words.split(), None)
        else:
            yield part.text if isinstance(part, Word) else None
