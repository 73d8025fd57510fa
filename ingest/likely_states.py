"""Which of an article's states an official most likely speaks for, where nothing beside the name says so.

"Defence Minister Teo Lamar" is most likely of the state that the report was filed from, or that its paragraph
or the sentence before speaks of. The weights were fitted on articles whose people were marked by hand, where
five answers of six were right.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.mentions import Mention

# What speaks for a state, in the logarithm of odds.
_FILED_THERE = 2.6
_NAMED_FIRST = 0.6
_IN_PARAGRAPH = 1.7
_BEFORE_IN_SENTENCE = 0.6
_IN_SENTENCE_BEFORE = 0.65
_AFTER_IN_SENTENCE = -1.5
# Times the logarithm of how often it is named: anywhere, and beside people's offices.
_NAMED = 0.75
_TOLD_OF = 0.6
# What speaks for a state that the article does not name.
_UNNAMED = 0.3
# A state is given if it is so likely beside all others.
_LIKELY = 0.6


@dataclass(frozen=True, slots=True)
class Named:
    """A state named somewhere: by which token, in which sentence and paragraph, and whether in an office."""

    sentence: int
    paragraph: int
    token: int
    iso3: str
    in_office: bool


def likely_state(
    mention: Mention, paragraph: int, named: Sequence[Named], filed: str | None, taken: frozenset[str]
) -> str | None:
    """The state that an official most likely speaks for; None where none is likely enough.

    Args:
        mention: where the article gives the office.
        paragraph: the paragraph of the mention.
        named: every state that the article names, in text order.
        filed: the state of the place that the report was filed from.
        taken: states in which somebody else holds the office.
    """
    odds = {state: _NAMED * math.log1p(count) for state, count in Counter(one.iso3 for one in named).items()}
    if filed is not None:
        odds[filed] = odds.get(filed, 0.0) + _FILED_THERE
    told_of = [one.iso3 for one in named if not one.in_office]
    for state, count in Counter(told_of).items():
        odds[state] += _TOLD_OF * math.log1p(count)
    if told_of:
        odds[told_of[0]] += _NAMED_FIRST
    for state in {one.iso3 for one in named if one.paragraph == paragraph}:
        odds[state] += _IN_PARAGRAPH
    start = min(mention.left, mention.first)
    for state in {one.iso3 for one in named if one.sentence == mention.sentence and one.token > start}:
        odds[state] += _AFTER_IN_SENTENCE
    before = [one for one in named if (one.sentence, one.token) < (mention.sentence, start)]
    if before and before[-1].sentence == mention.sentence:
        odds[before[-1].iso3] += _BEFORE_IN_SENTENCE
    elif before and before[-1].sentence == mention.sentence - 1:
        odds[before[-1].iso3] += _IN_SENTENCE_BEFORE
    # "Norwegian Minister Anna Solen met General Teo Lamar": hers is told, not his.
    told = {one.iso3 for one in named if not one.in_office or one.sentence != mention.sentence} | {filed}
    chances = {state: math.exp(value) for state, value in odds.items() if state in told - taken}
    if not chances:
        return None
    best, chance = min(chances.items(), key=lambda item: (-item[1], item[0]))
    return best if chance >= _LIKELY * (sum(chances.values()) + math.exp(_UNNAMED)) else None
