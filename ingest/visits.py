"""The days of the visit that an article tells of, and what they say of a meeting on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span, Token

from ingest.records import When
from ingest.time_attachment import VISITS, is_past, owner_of
from ingest.time_expressions import time_expressions
from ingest.time_patterns import TimeExpression, number_of
from ingest.time_resolution import Period, Tense, resolve

_ENDING = frozenset("conclude end finish wrap leave depart complete".split())
_BEGINNING = frozenset("begin start arrive kick land fly come pay embark".split())
# "a three-day official visit"; parsers cut the hyphens one way or the other.
_LENGTH = re.compile(r"\b(\d{1,2}|[a-z]+)\s*-\s*day\b", re.IGNORECASE)
_DAYS = re.compile(r"\b(\d{1,2}|[a-z]+)(?:\s*-\s*|\s+)days?\b", re.IGNORECASE)
# Two ends of a visit that lie further apart are read from two visits.
_LONGEST_VISIT = timedelta(days=60)
# A visit further back than this is background, and so are meetings on it only if the text says so.
_RECENT = timedelta(days=14)
_TURN = 4
# "On the first evening", "on the second day": so many days after the first.
_PARTS_OF_VISITS = frozenset({"day", "evening", "night", "morning", "afternoon"})
_NUMBERED = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}
# Times of a sentence that are looked at: more stand only in timetables.
_MOST = 12


def visit_of(sentences: Sequence[Span], published: date | None) -> When | None:
    """The days of the visit that the article tells of, or None where it tells none.

    Both days known: the interval. One alone: no more than its month is sure, with that day as a bound ("a
    visit that concludes on 22 November" does not say when the talks were).
    """
    for span in sentences:
        nouns = [token for token in span if token.lemma_.lower() in VISITS and token.pos_ == "NOUN"]
        expressions = time_expressions(span) if nouns else ()
        for noun in nouns:
            when = _visit(noun, span, expressions[:_MOST], published)
            if when is not None:
                return when
    return None


def on_visit(trigger: Token, visit: When | None, published: date | None, tense: Tense) -> When | None:
    """ "During his stay Vray is to meet Dorn": within the visit, if both its ends are told.

    "On the first evening" is a day of a visit of which the beginning is told.
    """
    if visit is None or visit.earliest is None or tense == "unknown":
        return None
    above = (trigger, *trigger.ancestors)
    day = _day_of(visit, visit.earliest, trigger.sent, above)
    if day is not None:
        return When(day.isoformat(), day, day, visit.cue)
    if visit.latest is None:
        return None
    for noun in trigger.sent:
        preposition = noun.head
        if (
            noun.lemma_.lower() in VISITS
            and preposition.lower_ in {"during", "on"}
            and preposition.head in above
        ):
            return _within(visit, published, tense)
    return None


def _day_of(visit: When, first: date, sentence: Span, above: Sequence[Token]) -> date | None:
    """The day of "on the second day": counted from the first, or the last of a visit whose end is told."""
    for noun in sentence:
        if noun.lower_ not in _PARTS_OF_VISITS or noun.head.lower_ != "on" or noun.head.head not in above:
            continue
        for word in noun.lefts:
            if word.lower_ in _NUMBERED:
                return first + timedelta(days=_NUMBERED[word.lower_])
            if word.lower_ in {"last", "final"}:
                return visit.latest
    return None


def on_recent_visit(visit: When | None, published: date | None) -> When | None:
    """A held meeting of an article about a visit of these days is taken to be part of it."""
    if visit is None or visit.edtf is None:
        return None
    known = visit.latest or visit.earliest
    if published is not None and known is not None and published - known > _RECENT:
        return None
    return _within(visit, published, "past")


def on_coming_visit(visit: When | None, published: date | None) -> When | None:
    """A plan of an article that announces a visit is for that visit, if both its ends are told."""
    if visit is None or visit.edtf is None or visit.earliest is None or visit.latest is None:
        return None
    ahead = published is not None and visit.earliest >= published
    return _within(visit, published, "future") if ahead else None


def _within(visit: When, published: date | None, tense: Tense) -> When | None:
    """The days of a visit on which a meeting of that tense can be; None where there are none."""
    first, last = visit.earliest, visit.latest
    if published is not None and tense == "past":
        last = min(last, published) if last else published
    if published is not None and tense == "future":
        first = max(first, published) if first else published
    if first is not None and last is not None and last < first:
        return None
    both = visit.earliest is not None and visit.latest is not None
    edtf = Period(first, last).edtf() if both and first is not None and last is not None else visit.edtf
    return When(edtf, first, last, visit.cue)


def _visit(
    noun: Token, span: Span, expressions: Sequence[TimeExpression], published: date | None
) -> When | None:
    first = last = None
    for expression in expressions:
        period = resolve(replace(expression, relation="at"), published, "unknown")
        if period.edtf is None:
            period = resolve(
                replace(expression, relation="at"), published, _tense_of(owner_of(expression, span))
            )
        if period.edtf is None or period.earliest is None or period.latest is None:
            continue
        if expression.kind == "range" and expression.start > noun.i:
            first, last = period.earliest, period.latest
            break
        if period.earliest != period.latest:
            continue
        verb = _clause_verb(expression, span)
        if expression.relation == "until" or verb in _ENDING:
            last = period.latest
        elif expression.relation == "since" or verb in _BEGINNING:
            first = period.earliest
    length = _length(noun)
    if length is not None and (first is None) != (last is None):
        step = timedelta(days=length - 1)
        first, last = (first, first + step) if first else (last - step if last else None, last)
    return _visit_when(first, last, noun)


def _tense_of(verb: Token) -> Tense:
    return "past" if is_past(verb) else "future"


def _clause_verb(expression: TimeExpression, span: Span) -> str:
    """The lemma of the nearest verb above the expression."""
    head = span.doc[expression.start : expression.end].root
    verb = next((token for token in head.ancestors if token.pos_ in {"VERB", "AUX"}), head)
    return verb.lemma_.lower()


def _length(noun: Token) -> int | None:
    """The days of "a three-day visit"; None where the text does not count them."""
    before = noun.doc[max(noun.sent.start, noun.i - 8) : noun.i].text
    match = _LENGTH.search(before)
    return number_of(match[1]) if match is not None else None


def lasts(sentence: Span) -> bool:
    """Whether a sentence tells of several days: "a two-day visit", "for three days"."""
    days = (number_of(match[1]) for match in _DAYS.finditer(sentence.text))
    return any(number is not None and number > 1 for number in days)


def _visit_when(first: date | None, last: date | None, noun: Token) -> When | None:
    cue = f"the {noun.lower_}"
    known = last or first
    if known is None:
        return None
    if first is not None and last is not None and timedelta() <= last - first <= _LONGEST_VISIT:
        return When(Period(first, last).edtf(), first, last, cue)
    # At the turn of a month the rest of the visit may lie in the next.
    turn = known.day <= _TURN if known == last else (known + timedelta(days=_TURN)).month != known.month
    return When(None if turn else f"{known:%Y-%m}", earliest=first, latest=last, cue=cue)
