"""How far apart two things of one sentence were: "a day after meeting Dorn", "hours before the vote".

The measure stands before "after" or "before"; what hangs on that word was so many days earlier or later than
what it hangs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from ingest.time_patterns import number_of

_MEASURE = re.compile(
    r"\b(?:(?P<count>the|[a-z]{1,6}|\d{1,2})\s+)?(?P<unit>minute|hour|day|week)s?\s*$", re.IGNORECASE
)
# So many words before "after" the measure may begin.
_WORDS = 3
_DAYS = {"minute": 0, "hour": 0, "day": 1, "week": 7}
_SIGNS = {"after": -1, "before": 1}


def distance(token: Token) -> int | None:
    """Days from what this word hangs on to what hangs on it; None where it measures nothing.

    Minus one for "a day after", two for "two days before", one for "on the eve of", zero for "hours after".
    """
    if token.lower_ == "eve":
        return 1  # "on the eve of Thursday's summit"
    sign = _SIGNS.get(token.lower_)
    if sign is None:
        return None
    start = max(token.sent.start, token.i - _WORDS)
    if start == token.i:
        return None
    match = _MEASURE.search(token.doc[start : token.i].text)
    if match is None:
        return None
    days = _DAYS[match["unit"].lower()]
    word = (match["count"] or "").lower()
    count = 1 if word == "the" else number_of(word) if word else None
    if days and count is None:
        return None  # "days after": nobody says how many
    return sign * days * (count or 1)


def days_apart(words: Iterable[Token]) -> int:
    """How many days all of these words measure together; those that measure nothing count nothing."""
    return sum(distance(word) or 0 for word in words)


def markers(path: Iterable[Token]) -> Iterator[Token]:
    """The measured "after" and "before" among the words of a path, and those that open its clauses."""
    for token in path:
        if distance(token) is not None:
            yield token
        elif token.pos_ in {"VERB", "AUX"}:
            yield from (c for c in token.lefts if c.dep_ in {"mark", "advmod"} and distance(c) is not None)
