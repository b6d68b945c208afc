"""Word classes: by which symbol does each class of words stand in a sentence about a contact?

A sentence becomes a short string so, and a shape of sentence a regular expression over symbols.
`symbols.py` says what each letter stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

DAY: Final = "day"  # that is written out: 12 March
THEN: Final = "then"  # afterwards, before that
SYMBOLS: Final[Mapping[str, str]] = {
    "and": "&",
    "alongside": "&",  # whoever stands behind it was of one group with who is named
    "together-with": "&",  # in Russian: who stands behind it did so too, in the case of an object
    "with": "w",
    "to": "w",
    "of": "f",
    "from": "f",
    "sent-by": "f",  # a letter, behind its noun
    "between": "b",
    "inside": "i",
    "at": "i",  # what somebody did: behind a verb it says as often what the verb is about
    "sidelines": "i",
    "over": "i",  # a meal
    "title": "a",
    "their-meeting": "G",
    "their-talk": "d",
    "their": "a",  # what follows is of those who were named
    "own": "a",  # of one who was named: his
    "visitor": "a",  # before a name: visiting, and so at the place of who speaks
    "article": "a",  # of a name: al-
    "place": "a",  # by its name: where no letter is a capital, it has to be known
    "speak": "S",
    "had-speak": "S",
    "chat": "S",
    "discuss": "S",
    "call": "C",
    "call-him": "C",  # and with whom was named before: l-a sunat
    "ring": "C",  # and no name that somebody is called by
    "meet": "M",
    "had-meet": "M",  # in a clause about who was named: another time, where no day is told
    "meet-him": "M",
    "saw": "o",
    "gather": "M",  # several, who were together
    "host": "R",
    "host-him": "R",
    "convene": "R",  # several, who were together
    "received": "Q",
    "tell": "U",
    "told": "u",
    "report": "U",  # of what was held: told of a call
    "announce": "F",
    "thank": "U",
    "offer": "U",  # a dinner to a guest
    "gift": "U",  # whoever made one stood before whom he made it
    "thanks-for": "o",  # what was thanked for
    "hold": "H",
    "had-hold": "H",
    "use": "H",  # a call, to warn another
    "join": "H",  # somebody for dinner
    "participate": "H",  # in talks: whoever did so at a summit was one of many
    "had": "H",  # before a subject it says that nothing was: `had A met B`
    "occur": "K",
    "attended": "K",  # by all who are named behind it
    "bring-together": "K",
    "end": "K",  # or begin: somebody's talks with another
    "say": "F",
    "appeal": "F",  # to somebody who may be far away: called on
    "past": "F",  # what anybody did
    "passive": "F",  # or what was done
    "sign": "F",
    "confirm": "F",  # a call, which was held then
    "story": "o",  # what is told of talks: behind the scenes of
    "pleased": "F",  # with talks
    "discuss-with": "F",  # with somebody a talk: argued
    "appraise": "F",  # what was held: called the talks useful
    "go": "g",
    "be-there": "g",  # was in Rome
    "visited": "g",
    "arrive": "g",  # what somebody came for may be still to come
    "leave": "g",
    "return": "g",  # home: whoever spoke afterwards was nowhere else
    "send": "m",
    "address": "m",  # somebody with a letter
    "exchange": "m",  # letters, each to the other
    "wrote": "m",  # to somebody, also where no letter is named
    "write": "W",  # to somebody
    "gerund-write": "W",
    "gerund": "j",  # speaking to
    "gerund-while": "j",  # while speaking to
    "gerund-meet": "j",  # dining with
    "flanked": "k",  # by several, who were together
    "gerund-met": "k",  # after meeting
    "gerund-called": "k",  # having called
    "yield": "o",  # what came of a call: it was held
    "gerund-send": "o",
    "delivered": "E",
    "call-noun": "N",
    "video-call": "N",
    "talk-noun": "d",
    "joint-call": "N",  # of more than two, who were one group
    "meeting-noun": "G",
    "meal": "G",
    "summit-noun": "G",  # of many
    "joint-meeting": "G",  # of more than two, who were one group
    "message-noun": "L",
    "phone": "T",
    "video": "V",
    "face": "o",
    "quality": "o",  # what talks were called that were held: productive
    "chairing": "o",  # talks, before the names of those who did
    "joint": "o",  # of more than two, who were one group
    "as-group": "o",  # and so were all who are named around it: the three of them
    "as-pair": "o",  # the two of them
    THEN: "t",
    "arrived": "o",  # a participle: whoever spoke with them was there
    "together": "o",
    "about": "o",
    "details": "o",  # of what was held
    "spend": "h",  # an hour on the telephone
    "long": "o",  # hours for which nobody is on the telephone
    "length": "o",  # how much of a day
    "tie": "o",  # what somebody has with another: relations, a border
    "get": "o",  # a letter
    "come": "o",  # as a letter does
    "to-home": "o",  # of somebody who is visited
    "home": "o",  # a guest of
    "await": "o",  # a guest who came
    "await-him": "o",  # and was named before
    "honour": "o",  # of whom a dinner was given
    "fete": "o",  # and what was given
    "take-part": "o",  # in talks, before the names of those who did
    "holding": "o",  # talks, behind what else was done
    "was": "o",
    "first": "o",  # of somebody's calls or meetings
    "adverb": "o",
    "person": "X",
    "people": "X",  # whose fate others talk of: hostages
    "minister": "X",  # before the name of one it is a title
    "peer": "X",  # before a name it is a title: his old ally Vladimir Putin
    "titles": "X",  # before several names they are titles: the presidents Putin and Erdogan
    "according": "o",  # whose claim it is
    "according-person": "o",  # and who follows is a person, known or not
    "source": "o",  # who may tell what leaders did: no rival
    "object-mark": "w",
    "in-honour": "w",  # of whom a dinner was given
    "face-mark": "w",  # whose face is welcomed, or whose hand shaken
    "welcome": "R",
    "number": "o",
    "era": "o",  # a measure of time so long that what was so long ago is no news: years
    "event": "o",  # of somebody, which has a time of its own: his election last month
    "left": "o",  # talks: they were held
    "always": "o",  # before a verb: another time
    "nth": "o",  # time that something was: no news of a day
    "him": "o",  # whoever was named before
    "him-object": "a",  # the same, as an object
    "to-him": "o",
    "hands": "o",  # that are shaken
    "shake": "o",
    "courteous": "o",  # what a host does: shows around, takes aside
    "courtesy": "o",  # and what that is behind his guest's name: around, aside
    "residence": "a",  # where leaders receive, by its name
    "abode": "o",  # and by a word: his ranch
    "abreast": "o",  # hand in hand
    "beside": "o",  # at his side
    "seated": "o",  # beside somebody, before the name of who was: ישב לצדו
    "gerund-host": "o",
    "answer": "o",  # a letter
    "visit": "o",
    "out-of": "f",
    "both": "e",
    "three": "e",  # who were one group
    "leaders": "a",  # before names a title, alone those who were named before
    "not": "x",
    "undone": "c",  # what was refused, agreed or missing: it says nothing of a time to come
    "alleged": "x",
    "open": "x",  # before the noun of a contact: `possible talks`
    "subjunctive": "x",  # what somebody was asked to do, behind a call or a letter
    "to-see": "x",  # an infinitive: what somebody went or is to go for
    "managed": "o",  # to do what behind it is an infinitive, which was done then
    "to-speak": "x",
    "to-meet": "x",
    "to-call": "x",
    "to-send": "x",
    "to-go": "x",  # an infinitive: `promised to come to talks`
    "would": "x",  # behind a verb too: встретились бы
    "denial": "n",
    "once": "y",
    "recall": "y",  # of old: nothing behind it is news
    "times": "y",  # three times: another time, where no day is told
    "once-before": "Y",  # another time, of what is told behind it: a week after they met
    "who": "r",
    "whom": "r",
    "break": ";",
    "hearsay": ";",  # that something was held: reports that A met B
    "but": ";",  # before a clause of its own: what went before leaves nothing of it open
    "soon": "o",  # in the present tense of headlines: meets B next week
    "when": ";",  # something else was done, on the same day
    "pronoun": ";",  # he
    "after-which": ";",  # what somebody did
    "whereas": ";",  # the same subject goes on, on the same day
    "they": ";",  # two who were named before
    "where": ";",  # those who talked there were there
    "after": ";",
    "before": "B",
    "separately": "z",
    "today": "t",
    "yesterday": "t",
    "two-days-ago": "t",
    DAY: "t",
    "last": "o",
    **{f"weekday-{day}": "t" for day in range(1, 8)},
    "speak-many": "S",  # a verb in the plural, which may stand before all who did it
    "chat-many": "S",
    "discuss-many": "S",
    "meet-many": "M",
    "hold-many": "H",
    "participate-many": "H",
}
