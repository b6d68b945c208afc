"""Classes of groups: which class must the words of a shape's group have?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

HOUSES: Final = frozenset({"abode", "residence"})
FACES: Final = frozenset({"abreast", "face"})
LENGTHS: Final = frozenset({"length", "long"})
# the class that a verb must have in a shape with such a group
OF_VERBS: Final[Mapping[str, frozenset[str]]] = {
    "trip": frozenset({"be-there", "go", "visited"}),
    "going": frozenset({"go"}),
    "visiting": frozenset({"visited"}),
    "ended": frozenset({"end"}),
    "joined": frozenset({"join"}),
    "holding": frozenset({"holding"}),
    "exchanged": frozenset({"exchange"}),
    "wrote": frozenset({"wrote"}),
    "yielding": frozenset({"left", "yield"}),
    "sending": frozenset({"gerund-send"}),
    "part": frozenset({"hold", "take-part"}),
    "guided": frozenset({"courteous", "gift", "hold", "host", "send", "tell", "thank"}),
    "seated": frozenset({"seated"}),
    "gotten": frozenset({"get"}),
    "addressed": frozenset({"address"}),
    "came": frozenset({"come"}),
    "pleased": frozenset({"pleased"}),
    "giving": frozenset({"gift"}),
    "come": frozenset({"arrive", "go", "visited"}),
    "meanwhile": frozenset({"gerund-while"}),
    "done": frozenset({"past", "tell"}),
    "attended": frozenset({"attended", "bring-together"}),
    "brought": frozenset({"bring-together"}),
    "appraised": frozenset({"appraise", "hold"}),
    "doing": frozenset(
        {"answer", "courteous", "go", "had", "hold", "host", "offer", "saw", "yield"}
    ),
    "awaited": frozenset({"await-him", "courteous"}),
    "saw": frozenset({"saw"}),
    "using": frozenset({"use"}),
    "shaking": frozenset({"shake"}),
    "hosting": frozenset({"gerund-host"}),
    "beside": frozenset({"beside"}),
    "signed": frozenset({"sign"}),
    "answered": frozenset({"answer", "delivered"}),
    "phoning": frozenset({"call", "ring"}),
    "writing": frozenset({"gerund-write"}),
}
# the class that the word of such a group must have
OF_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "was": frozenset({"was"}),
    "first": frozenset({"first"}),
    "story": frozenset({"story"}),
    "confirm": frozenset({"confirm"}),
    "while": frozenset({"when"}),
    "face": frozenset({"face"}),
    "they": frozenset({"they"}),
    "himself": frozenset({"him"}),
    "to": frozenset({"to-him"}),
    "hands": frozenset({"hands"}),
    "visit": frozenset({"visit"}),
    "office": frozenset({"title"}),
    "own": frozenset({"according-person"}),
    "over": frozenset({"over"}),
    "visitor": frozenset({"visitor"}),
    "towards": frozenset({"with"}),
    "whereas": frozenset({"whereas", ""}),  # or a colon
    "given": frozenset({"in-honour"}),
    "meal": frozenset({"meal"}),
    "sent": frozenset({"sent-by"}),
    "from": frozenset({"from"}),
    "three": frozenset({"three"}),
    "purpose": frozenset({"to"}),
    "his": frozenset({"own"}),
    "see": frozenset({"to-see"}),
    "courtesy": frozenset({"courtesy", "meal"}),
    "chair": frozenset({"chairing"}),
    "home": frozenset({"to-home"}),
    "guest": frozenset({"home"}),
    "honour": frozenset({"honour"}),
    "him_object": frozenset({"him-object"}),
    "whom": frozenset({"whom"}),
    "thanks": frozenset({"thanks-for"}),
    "joining": frozenset({"join"}),
    "details": frozenset({"details"}),
}
# the class that one word of such a group must have
AMONG_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "together": FACES | {"together"},
    "lasting": LENGTHS,
    "all": frozenset({"as-group", "three"}),
    "facing": FACES,
    "abreast": frozenset({"abreast"}),
    "been": frozenset({"was"}),
    "hours": LENGTHS,
    "quality": frozenset({"quality"}),
    "reported": frozenset({"announce", "report"}),
    "of": frozenset({"about"}),
    "awaiting": frozenset({"await"}),
    "long": frozenset({"long"}),
    "grouped": frozenset({"as-group", "as-pair"}),
    "fete": frozenset({"fete", "meal", "meeting-noun"}),
    "there": HOUSES | FACES,
}
