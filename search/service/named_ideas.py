"""Named ideas: which concepts of diplomacy does an article name, and what finds them everywhere?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from search import ideas
from search.analysis.tokens import AnalysedArticle
from search.engine.nodes import Group
from search.query.term_options import TermOptions
from search.query.terms import idea_group

SURE: Final = 0.5  # the weight of terms that are the word, and not like it
IN_TITLE: Final = 2  # mentions in the text that one in the title is worth
STRICT: Final = TermOptions()

Places = Mapping[str, AbstractSet[int]]  # of each term, the numbers of the words that it is of


def named_ideas(analysed: AnalysedArticle, lang: str) -> list[str]:
    """The ideas that an article is about in its own language, the most frequent first.

    It names them in its title, or more than once.
    """
    named = Counter[str]()
    for text, worth in ((analysed.title, IN_TITLE), (analysed.body, 1)):
        places: defaultdict[str, set[int]] = defaultdict(set)
        for position, terms in zip(text.positions, text.terms, strict=True):
            for term in terms:
                places[term].add(position)
        begun = {one for term in _begun(lang).keys() & places.keys() for one in _begun(lang)[term]}
        for idea in sorted(begun):
            named[idea] += worth * len(_found(_groups(lang)[idea], places))
    return [idea for idea, count in named.most_common() if count >= IN_TITLE]


@cache
def in_all_languages(idea: str) -> Group:
    """What finds an idea by any of its labels."""
    return idea_group(idea, ideas.labels_of(idea), STRICT)


@cache
def _groups(lang: str) -> Mapping[str, Group]:
    """What finds each idea in a language."""
    labels: defaultdict[str, list[ideas.IdeaLabel]] = defaultdict(list)
    for label in ideas.labels():
        if label.language == lang:
            labels[label.idea].append(label)
    return {idea: idea_group(idea, own, STRICT) for idea, own in labels.items()}


@cache
def _begun(lang: str) -> Mapping[str, AbstractSet[str]]:
    """The ideas that begin with a term: few of them are in an article."""
    begun: defaultdict[str, set[str]] = defaultdict(set)
    for idea, group in _groups(lang).items():
        for one in (group, *(phrase.groups[0] for phrase in group.phrases)):
            for term, _ in one.terms:
                begun[term].add(idea)
    return begun


def _found(group: Group, places: Places) -> set[int]:
    """The numbers of the words with which a group begins."""
    alone = (places[term] for term, weight in group.terms if weight > SURE and term in places)
    phrases = (
        set.intersection(*({n - at for n in _found(one, places)} for at, one in enumerate(way)))
        for way in (phrase.groups for phrase in group.phrases)
    )
    return set().union(*alone, *phrases)
