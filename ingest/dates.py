"""When a meeting was or is to be: finds the words that date it and places them on the calendar.

A time belongs to the clause it stands in. "Lamar, who came in May, met Dorn on Tuesday": the Tuesday is the
meeting's, the May is not. What another clause says of time is used only where that clause is about the same
hour ("said on Tuesday after talks with Dorn"), never where it tells of an arrival, a plan or a report.
No date is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice

from spacy.tokens import Span, Token

from ingest.records import When
from ingest.status.mood import mood_of
from ingest.status.words import status_word
from ingest.time_attachment import DAYS, MOTION, attachment_of, comes_or_goes, is_past, owner_of
from ingest.time_distances import days_apart, markers
from ingest.time_expressions import time_expressions
from ingest.time_patterns import TimeExpression
from ingest.time_resolution import Tense, apart, bounds, resolve
from ingest.triggers import REPORTING_VERBS
from ingest.visits import on_coming_visit, on_recent_visit, on_visit, visit_of

__all__ = ["put_off_to", "story_day", "visit_of", "when_of"]

# How far back in the paragraph the day may stand to which "the next day" refers.
_ANCHOR_SENTENCES = 2
# Words after which another event is spoken of.
_OTHER_EVENT = frozenset(
    "after before ahead prior since until following about over from who which that".split()
)
# So many words behind one of several who were met apart his day may stand.
_BEHIND = 6
# Between a day and whom one met on it: "on Friday with Lamar".
_JOINING = frozenset({"with", "by", "to"})
# Words that put a plan behind what was just told, and so many words above the meeting on which they hang.
_THEN = frozenset({"then", "later", "afterwards", "afterward"})
_VERBS_UP = 3
# What may follow a day that belongs to no noun behind it.
_CLOSING = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "SPACE"})
# Words on either side of a trigger; the longest sentences of the newswire have a hundred.
_REACH = 120


def when_of(
    trigger: Token,
    *,
    published: date | None,
    tense: Tense,
    dateline_day: date | None = None,
    story: When | None = None,
    visit: When | None = None,
    before: Sequence[Span] = (),
    behind: int | None = None,
    ahead: int | None = None,
) -> When:
    """When the meeting of this trigger was or is to be.

    The trigger's clause comes first, then what the sentence before it in the paragraph tells, then,
    for a held meeting, `story` (`story_day`) and `visit` (`visit_of`). `dateline_day` stands in for an
    unknown day of publication. `before` are the sentences before this paragraph, the nearest first, in which
    the day may stand that "the same day" goes back to. `cue` holds the words that decided; it is empty where
    nothing speaks of time. `ahead` and `behind` are the first and the last word of whom this meeting of
    several was with: "saw Lamar on Monday and Dorn on Tuesday".
    """
    published = published or dateline_day
    own = _own(trigger, published, tense, before, behind, ahead)
    if own.edtf is not None or own.cue:
        return own
    days = days_apart(markers((trigger, *trigger.ancestors)))
    if days:  # "a day after meeting Dorn she said": the story's day is that of the saying
        told = _given(apart(story, days)) if story is not None and tense == "past" else None
        return told or own
    if tense == "past" and _is_background(trigger):
        return own
    told = on_visit(trigger, visit, published, tense) or _of_last_sentence(trigger, published, tense)
    if told is None and tense == "past":
        told = _given(story) or on_recent_visit(visit, published)
    if told is None and tense == "future" and not any(word.lemma_.lower() in MOTION for word in trigger.sent):
        told = on_coming_visit(visit, published)
    if told is None and tense == "future" and _follows_on(trigger):
        told = _given(story)
    return told or own


def put_off_to(trigger: Token, published: date | None) -> When | None:
    """The new day of what was "put off until Friday" or "moved to May"; None where none is told."""
    for expression in time_expressions(_around(trigger)):
        before = trigger.doc[max(expression.start - 1, 0)]
        verb = before.head
        if before.lower_ not in {"until", "till", "to"} or verb not in (trigger, *trigger.ancestors):
            continue
        if status_word(verb, "object") == "postponed":
            return _given(resolve(replace(expression, relation="at"), published, "future"))
    return None


def _follows_on(trigger: Token) -> bool:
    """ "Solen met Lamar on Monday and was then to see Dorn": on the same day."""
    for word in islice((trigger, *trigger.ancestors), _VERBS_UP):
        if word.lower_ in _THEN and word.dep_ == "acomp":
            return True  # "was later to meet", where parsers hang the meeting on "later"
        if any(
            child.lower_ in _THEN and child.dep_ == "advmod" and not (child.n_lefts or child.n_rights)
            for child in word.children
        ):
            return True
    return False


def _is_background(trigger: Token) -> bool:
    """ "Solen had met Lamar": before what the article tells, unless somebody "said that" they had met."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else trigger.head
    return verb.pos_ in {"VERB", "AUX"} and mood_of(verb).pluperfect and verb.dep_ != "ccomp"


def story_day(lead: Sequence[Span], published: date | None) -> When:
    """The day of which a report tells, from the past main clauses of its first sentences; else empty."""
    for span in lead:
        when = _told(span, published)
        if when is not None and when.earliest == when.latest:
            return when
    return When()


def _own(
    trigger: Token,
    published: date | None,
    tense: Tense,
    before: Sequence[Span],
    behind: int | None,
    ahead: int | None,
) -> When:
    """What the trigger's sentence says of its time: the nearest clause first, in it the nearest words."""
    found = [
        c for e in time_expressions(_around(trigger)) if (c := attachment_of(e, trigger, tense)) is not None
    ]
    without_date = None
    # "Spoke on Friday with Lamar and on Saturday with Dorn"
    right_before = [
        c
        for c in found
        if ahead is not None and c.expression.end == ahead - 1 and trigger.doc[ahead - 1].lower_ in _JOINING
    ]
    following = [c for c in found if behind is not None and 0 < c.expression.start - behind < _BEHIND]
    for candidate in (
        *right_before,
        *sorted(following, key=lambda c: c.expression.start),
        *sorted(found, key=lambda c: (c.remoteness, c.distance)),
    ):
        expression = candidate.expression
        anchor = _anchor(expression, trigger.sent, published, tense, before)
        when = resolve(expression, published, tense, anchor)
        if candidate.days:
            when = apart(when, candidate.days)
        if when.edtf is not None:
            return when
        if expression.relation != "at":
            # "the first meeting since 1994": a bound that leaves the day open.
            without_date = without_date or replace(when, cue="")
        elif expression.kind != "relative":
            without_date = when
    return without_date or _next_to(trigger, published, tense) or bounds(published, tense)


def _next_to(trigger: Token, published: date | None, tense: Tense) -> When | None:
    """A day behind the trigger that only the order of words gives to it.

    "It began after he met Dorn, at a hotel in Norvik on May 1": the parser hangs the day on "began". Nothing
    between them may begin another clause, and the day may not stand before a noun ("the May 1 strike").
    """
    for expression in time_expressions(_around(trigger)):
        if (
            expression.start <= trigger.i
            or expression.relation != "at"
            or expression.kind not in {*DAYS, "date"}
        ):
            continue
        between = trigger.doc[trigger.i + 1 : expression.start]
        after = trigger.doc[expression.end] if expression.end < len(trigger.doc) else None
        if any(word.pos_ in {"VERB", "AUX", "SCONJ"} or word.lower_ in _OTHER_EVENT for word in between):
            return None
        if expression.day is None and expression.kind == "date":
            return None
        aimed = after is not None and after.tag_ == "TO"  # "on Tuesday night to go over the paper"
        if after is not None and not aimed and after.pos_ not in _CLOSING:
            return None
        when = resolve(expression, published, tense)
        return when if when.edtf is not None else None
    return None


def _around(trigger: Token) -> Span:
    """The sentence, or the part of an endless one in which a time can still be the trigger's."""
    sentence = trigger.sent
    return trigger.doc[max(sentence.start, trigger.i - _REACH) : min(sentence.end, trigger.i + _REACH)]


def _given(when: When | None) -> When | None:
    return when if when is not None and when.edtf is not None else None


def _of_last_sentence(trigger: Token, published: date | None, tense: Tense) -> When | None:
    """ "On 3 May Vray visited Tarsia. He also met Dorn.": a paragraph goes on in its time."""
    sentence = trigger.sent
    if tense != "past" or sentence.start == 0 or time_expressions(sentence):
        return None
    span = sentence.doc[sentence.start - 1].sent
    if span.root.lemma_.lower() in MOTION | REPORTING_VERBS:
        return None
    return _told(span, published)


def _told(span: Span, published: date | None) -> When | None:
    """The time of a past main clause, or of what is reported before "…, he said"."""
    verbs = [span.root]
    if span.root.lemma_.lower() in REPORTING_VERBS:
        verbs.extend(c for c in span.root.children if c.dep_ in {"ccomp", "parataxis"} and c.i < span.root.i)
    verbs = [verb for verb in verbs if is_past(verb)]
    for expression in time_expressions(span):
        if expression.relation != "at" or expression.kind not in {*DAYS, "date", "ago", "period", "range"}:
            continue
        owner = owner_of(expression, span)
        if owner not in verbs or comes_or_goes(owner):
            continue
        anchor = _anchor(expression, span, published, "past")
        when = resolve(expression, published, "past", anchor)
        if when.edtf is not None:
            return when
    return None


def _anchor(
    expression: TimeExpression,
    sentence: Span,
    published: date | None,
    tense: Tense,
    before: Sequence[Span] = (),
) -> date | None:
    """The day told last before a relative expression, in its sentence, those before it, or other paragraphs.

    Of another paragraph only what has happened counts: "that morning" is not that of a plan told there.
    """
    if expression.kind != "relative":
        return None
    for span in chain(_backward(sentence), before):
        own = span.doc is sentence.doc
        for earlier in reversed(time_expressions(span)):
            if (not own or earlier.end <= expression.start) and earlier.kind in {
                "weekday",
                "offset",
                "date",
                "ago",
            }:
                owner = owner_of(earlier, span)
                if not own and not is_past(owner):
                    continue
                when = resolve(earlier, published, "past" if is_past(owner) else tense)
                if when.edtf is not None and when.earliest is not None and when.earliest == when.latest:
                    return when.earliest
    return None


def _backward(sentence: Span) -> Iterator[Span]:
    """The sentence and those before it, the nearest first."""
    doc, span = sentence.doc, sentence
    for _ in range(_ANCHOR_SENTENCES + 1):
        yield span
        if span.start == 0:
            return
        span = doc[span.start - 1].sent
