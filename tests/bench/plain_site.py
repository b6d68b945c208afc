"""Plain site: what would be made of Whoosh and Bottle by their documentation, in an afternoon?

`python -m tests.bench.plain_site FOLDER PORT` serves the index that `write` made: words as they are,
counts of leaders, countries, years and languages, ten hits with passages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import bottle
from whoosh import analysis, fields, highlight, index, qparser, query, sorting

from tests.bench.contender import SHOWN

FACETS: Final = ("leaders", "countries", "year", "lang")
PAGE: Final = bottle.SimpleTemplate("""<!doctype html><title>{{q}}</title>
<form><input name="q" value="{{q}}"><button>Search</button></form><p>{{total}} articles</p>
% for facet, rows in facets.items():
<h2>{{facet}}</h2><ul>
% for value, count in rows:
<li><a href="?q={{q}}&amp;{{facet}}={{value}}">{{value}}</a> {{count}}</li>
% end
</ul>
% end
<ol>
% for hit in hits:
<li><h3>{{hit["title"]}}</h3><p>{{hit["year"]}} {{hit["lang"]}}</p><p>{{!hit["passage"]}}</p></li>
% end
</ol>""")


def write(folder: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Index articles."""
    folder.mkdir(parents=True)
    schema = fields.Schema(
        id=fields.ID(stored=True, unique=True),
        title=fields.TEXT(stored=True, analyzer=analysis.StandardAnalyzer(stoplist=None)),
        text=fields.TEXT(stored=True, analyzer=analysis.StandardAnalyzer(stoplist=None)),
        **{facet: fields.KEYWORD(stored=True, commas=True) for facet in FACETS},
    )
    with index.create_in(str(folder), schema).writer(limitmb=256) as writer:
        for row in rows:
            lists = {facet: ",".join(row[facet]) for facet in ("leaders", "countries")}
            writer.add_document(**{**row, **lists})


def application(folder: Path) -> bottle.Bottle:
    """The site."""
    app, opened = bottle.Bottle(), index.open_dir(str(folder))
    searcher = opened.searcher()
    parser = qparser.MultifieldParser(["title", "text"], opened.schema)

    def search() -> str:
        asked = bottle.request.query
        chosen = [query.Term(facet, asked[facet]) for facet in FACETS if asked.get(facet)]
        groups = {
            facet: sorting.FieldFacet(facet, allow_overlap=facet in {"leaders", "countries"})
            for facet in FACETS
        }
        found = searcher.search(
            parser.parse(asked.getunicode("q")),
            limit=SHOWN,
            filter=query.And(chosen) if chosen else None,
            groupedby=groups,
            maptype=sorting.Count,
        )
        found.fragmenter = highlight.ContextFragmenter(maxchars=260)
        hits = [{**hit.fields(), "passage": hit.highlights("text")} for hit in found]
        counts = {
            facet: sorted(found.groups(facet).items(), key=lambda row: -row[1]) for facet in FACETS
        }
        page = PAGE.render(q=asked.getunicode("q"), total=len(found), facets=counts, hits=hits)
        return str(page)

    app.route("/search", callback=search)
    return app


if __name__ == "__main__":
    bottle.run(application(Path(sys.argv[1])), port=int(sys.argv[2]), quiet=True)
