"""How many sides a round has: "a four-way summit", "trilateral talks"."""

from __future__ import annotations

from spacy.tokens import Token

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
"""Small numbers, as news writes them."""
_SIDED = {"bilateral": 2, "trilateral": 3, "tripartite": 3, "quadripartite": 4, "quadrilateral": 4}
_WAYS = frozenset("way nation sided side party country cornered".split())
_WAYS_WITHIN = 5


def ways(noun: Token) -> int | None:
    """How many sides the words before a noun give it; None where they give no number."""
    for word in noun.doc[max(noun.sent.start, noun.i - _WAYS_WITHIN) : noun.i]:
        number = _SIDED.get(word.lower_) or NUMBERS.get(word.lower_.partition("-")[0])
        if number is not None and (word.lower_ in _SIDED or _is_way(word)):
            return number
    return None


def _is_way(number: Token) -> bool:
    """ "four-way", whether or not the parser cuts the hyphens."""
    behind = number.doc[number.i : min(number.i + 3, number.sent.end)]
    return any(word.lower_ in _WAYS or word.lower_.rpartition("-")[2] in _WAYS for word in behind)
