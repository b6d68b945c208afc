"""Make the tables of `search/analysis/tables`: `python -m search.analysis.make_tables`.

Takes simplemma and wordfreq from the development dependencies, about ten minutes, and 2 GB of memory.
The grammar of Hebrew endings and the weights of the ranking are not made here: they are kept by hand.
"""

from __future__ import annotations

from search.analysis.making import english, hebrew, licences, plain, romanian


def main() -> None:
    """Make every table, then say what each comes from."""
    for language in (plain, english, romanian, hebrew):
        language.make()
    licences.make()


if __name__ == "__main__":
    main()
