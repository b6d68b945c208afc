"""Scripts: how does a cluster work out a score that its own similarities can't give?

They are in Painless, and stay the same for all queries, so that a cluster compiles them once; what
differs comes in `params`.
"""

from __future__ import annotations

from typing import Final

# What a phrase scores is n / (n + 1); a float of 32 bits keeps n where it is below some thousands.
_TIMES: Final = "double n = Math.round(1000.0 * _score / (1.0 - _score)) / 1000.0; "
_NORM: Final = "double norm = params.constant + params.factor * doc['kept_length'].value; "
PHRASE: Final = _TIMES + _NORM + "return params.idf * n / (n + norm);"
SUM: Final = "return params.room + params.times * _score / (1.0 - _score);"
SLOPPY: Final = (
    "double n = Math.round(_score - params.room); " + _NORM + "return params.idf * n / (n + norm);"
)
WORDS: Final = (
    "double n = 0; double best = 0; double bonus = 0; "
    "if (params.phrase > 0 && _score > 0) { n = _score / (1.0 - _score); } "
    + _NORM
    + "for (def tier : params.tiers) { double m = tier.weight == params.phrase ? n : 0; "
    "for (def term : tier.terms) { m += termFreq('terms', term); } "
    "double part = tier.weight * m / (m + norm); if (part > best) { best = part; } } "
    "for (def term : params.titles) { if (termFreq('terms', term) > 0) { bonus = params.bonus; } } "
    "return params.idf * (best + bonus);"
)
