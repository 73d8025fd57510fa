"""Finds the words in a sentence that say when: weekdays, dates, "last month", "two days later".

Nothing is placed on the calendar here (see `ingest.time_resolution`); how times are written stands in
`ingest.time_patterns`. Durations ("a five-day visit") and ranks ("first in 20 years") are
no times and are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from ingest.time_patterns import PATTERNS, Build, Relation, TimeExpression

_RELATIONS: dict[str, Relation] = {
    **dict.fromkeys(["since", "from"], "since"),
    **dict.fromkeys(["until", "till", "through"], "until"),
    **dict.fromkeys(["before", "by", "ahead of", "prior to"], "before"),
    **dict.fromkeys(["after", "following"], "after"),
}
_RELATION = re.compile(rf"\b({'|'.join(_RELATIONS)})(?:\s+(?:early|late|the))?\s*$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|last)"
    r"\s+(?:such\s+)?(?:time|meeting|visit|trip|round|encounter|summit)s?\s+$",
    re.IGNORECASE,
)
_POSSESSIVE = ("'s", "’s")
_NAME_BEFORE = re.compile(r"\b(?:Good|Black|Bloody|Ash|Palm|Easter|Super|Shrove|Maundy)\s+$")


def time_expressions(span: Span) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence in the order of its words; they do not overlap."""
    return tuple(_found(span))


def expressions_of(text: str) -> Iterator[TimeExpression]:
    """The time expressions of a line that is no sentence, without the positions of their words."""
    for match, build in _matches(text):
        expression = build(match)
        if expression is not None:
            yield expression


def _found(span: Span) -> Iterator[TimeExpression]:
    text = span.text
    for match, build in _matches(text):
        if _NAME_BEFORE.search(text, max(match.start() - 20, 0), match.start()):
            continue
        words = span.doc.char_span(
            span.start_char + match.start(), span.start_char + match.end(), alignment_mode="expand"
        )
        expression = build(match)
        if words is None or expression is None:
            continue
        if expression.kind == "period" and _COUNTED.search(text, max(match.start() - 40, 0), match.start()):
            continue  # "for the third time this year" counts, and dates nothing
        yield replace(
            expression, start=words.start, end=words.end, relation=_relation(text, match, expression)
        )


def _matches(text: str) -> Iterator[tuple[re.Match[str], Build]]:
    """The leftmost matches, apart from each other; of those that begin together, the first pattern's.

    Each pattern walks through the text once, so that a very long sentence costs in proportion to its length.
    """
    waiting = [(match, build) for pattern, build in PATTERNS if (match := pattern.search(text)) is not None]
    while waiting:
        best, build = min(waiting, key=lambda hit: hit[0].start())
        yield best, build
        position = max(best.end(), best.start() + 1)
        waiting = [
            (later, build)
            for match, build in waiting
            if (later := match if match.start() >= position else match.re.search(text, position)) is not None
        ]


def _relation(text: str, match: re.Match[str], expression: TimeExpression) -> Relation:
    """Whether the time is that of the event, or only its bound."""
    if expression.kind in {"range", "vague", "relative"} or text.startswith(_POSSESSIVE, match.end()):
        return "at"  # "after Monday's meeting": on Monday
    first = match[0].split()[0].lower()
    if first in _RELATIONS:
        return _RELATIONS[first]
    before = _RELATION.search(text, max(match.start() - 30, 0), match.start())
    return _RELATIONS[before[1].lower()] if before else "at"
