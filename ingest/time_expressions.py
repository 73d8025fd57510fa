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
_NAME_BEFORE = re.compile(r"\b(?:Good|Black|Bloody|Ash|Palm|Easter|Super|Shrove|Maundy)\s+$")


def time_expressions(span: Span) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence in the order of its words; they do not overlap."""
    return tuple(_found(span))


def _found(span: Span) -> Iterator[TimeExpression]:
    text = span.text
    position = 0
    while (hit := _next(text, position)) is not None:
        match, build = hit
        position = max(match.end(), position + 1)
        if _NAME_BEFORE.search(text, 0, match.start()):
            continue
        words = span.doc.char_span(
            span.start_char + match.start(), span.start_char + match.end(), alignment_mode="expand"
        )
        expression = build(match)
        if words is None or expression is None:
            continue
        yield replace(
            expression, start=words.start, end=words.end, relation=_relation(text, match, expression)
        )


def _next(text: str, position: int) -> tuple[re.Match[str], Build] | None:
    """The leftmost match; among those that begin together, that of the first pattern."""
    best: tuple[re.Match[str], Build] | None = None
    for pattern, build in PATTERNS:
        match = pattern.search(text, position)
        if (
            match is not None
            and match.end() > match.start()
            and (best is None or match.start() < best[0].start())
        ):
            best = match, build
    return best


def _relation(text: str, match: re.Match[str], expression: TimeExpression) -> Relation:
    """Whether the time is that of the event, or only its bound."""
    if expression.kind in {"range", "vague", "relative"}:
        return "at"
    first = match[0].split()[0].lower()
    if first in _RELATIONS:
        return _RELATIONS[first]
    before = _RELATION.search(text, 0, match.start())
    return _RELATIONS[before[1].lower()] if before else "at"
