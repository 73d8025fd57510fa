"""When a meeting was or is to be: finds the words that date it and places them on the calendar.

A time belongs to the clause it stands in. "Lamar, who came in May, met Dorn on Tuesday": the Tuesday is the
meeting's, the May is not. What another clause says of time is used only where that clause is about the same
hour ("said on Tuesday after talks with Dorn"), never where it tells of an arrival, a plan or a report.
No date is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from ingest.records import When
from ingest.time_expressions import time_expressions
from ingest.time_patterns import TimeExpression, number_of
from ingest.time_resolution import Period, Tense, bounds, resolve
from ingest.triggers import NOUNS, REPORTING_VERBS

# How far back in the paragraph the day may stand to which "the next day" refers.
_ANCHOR_SENTENCES = 2

_AFTER = frozenset({"after", "following", "upon", "during", "while", "when", "as", "amid"})
_ELSEWHEN = frozenset({"after", "before", "ahead", "prior", "since", "until", "till", "following"})
_TOPIC = frozenset("about on over regarding concerning of for".split())
# Coming and going bound a visit; they do not date what was done on it.
_MOTION = frozenset(
    """
    arrive come fly land travel depart leave go return head begin start kick conclude end finish wrap embark
    set proceed last
    """.split()
)
_VISITS = frozenset({"visit", "trip", "tour", "stay"})
# Nouns of happenings: a time that hangs on one dates that happening.
_HAPPENINGS = (
    frozenset(
        """
        election agreement accord treaty war attack coup revolution ceremony vote referendum deal pact launch
        deadline anniversary raid bombing poll inauguration signing decision resolution crisis statement
        report interview arrival departure
        """.split()
    )
    | _VISITS
    | NOUNS.keys()
)
_EVENTS = _VISITS | NOUNS.keys()
_HELD = frozenset("hold take host convene schedule open".split())
_ENDING = frozenset("conclude end finish wrap leave depart complete".split())
_BEGINNING = frozenset("begin start arrive kick land fly come pay embark".split())
# "a three-day official visit"; parsers cut the hyphens one way or the other.
_LENGTH = re.compile(r"\b(\d{1,2}|[a-z]+)\s*-\s*day\b", re.IGNORECASE)
# Two ends of a visit that lie further apart are read from two visits.
_LONGEST_VISIT = timedelta(days=60)
# A visit further back than this is background, and so are meetings on it only if the text says so.
_RECENT = timedelta(days=14)
_TURN = 4
_DAYS = frozenset({"weekday", "offset", "relative"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    expression: TimeExpression
    remoteness: int
    distance: int


def when_of(
    trigger: Token,
    *,
    published: date | None,
    tense: Tense,
    dateline_day: date | None = None,
    story: When | None = None,
    visit: When | None = None,
) -> When:
    """When the meeting of this trigger was or is to be.

    The trigger's clause comes first, then what the sentence before it in the paragraph tells, then,
    for a held meeting, `story` (`story_day`) and `visit` (`visit_of`). `dateline_day` stands in for an
    unknown day of publication. `cue` holds the words that decided; it is empty where nothing speaks of time.
    """
    published = published or dateline_day
    own = _own(trigger, published, tense)
    if own.edtf is not None or own.cue:
        return own
    told = _of_visit(trigger, visit, published, tense) or _of_last_sentence(trigger, published, tense)
    if told is None and tense == "past":
        told = _given(story) or _of_recent_visit(visit, published)
    return told or own


def story_day(lead: Sequence[Span], published: date | None) -> When:
    """The day of which a report tells, from the past main clauses of its first sentences; else empty."""
    for span in lead:
        when = _told(span, published)
        if when is not None and when.earliest == when.latest:
            return when
    return When()


def visit_of(sentences: Sequence[Span], published: date | None) -> When | None:
    """The days of the visit that the article tells of, or None where it tells none.

    Both days known: the interval. One alone: no more than its month is sure, with that day as a bound ("a
    visit that concludes on 22 November" does not say when the talks were).
    """
    for span in sentences:
        nouns = [token for token in span if token.lemma_.lower() in _VISITS and token.pos_ == "NOUN"]
        for noun in nouns:
            when = _visit(noun, span, published)
            if when is not None:
                return when
    return None


def _own(trigger: Token, published: date | None, tense: Tense) -> When:
    """What the trigger's sentence says of its time: the nearest clause first, in it the nearest words."""
    found = [c for e in time_expressions(trigger.sent) if (c := _candidate(e, trigger, tense)) is not None]
    without_date = None
    for candidate in sorted(found, key=lambda c: (c.remoteness, c.distance)):
        expression = candidate.expression
        when = resolve(expression, published, tense, _anchor(expression, trigger.sent, published, tense))
        if when.edtf is not None:
            return when
        if expression.relation != "at":
            # "the first meeting since 1994": a bound that leaves the day open.
            without_date = without_date or replace(when, cue="")
        elif expression.kind != "relative":
            without_date = when
    return without_date or bounds(published, tense)


def _given(when: When | None) -> When | None:
    return when if when is not None and when.edtf is not None else None


def _of_visit(trigger: Token, visit: When | None, published: date | None, tense: Tense) -> When | None:
    """ "During his stay Vray is to meet Dorn": within the visit, if both its ends are told."""
    if visit is None or visit.earliest is None or visit.latest is None or tense == "unknown":
        return None
    above = (trigger, *trigger.ancestors)
    for noun in trigger.sent:
        preposition = noun.head
        if (
            noun.lemma_.lower() in _VISITS
            and preposition.lower_ in {"during", "on"}
            and preposition.head in above
        ):
            return _within(visit, published, tense)
    return None


def _of_recent_visit(visit: When | None, published: date | None) -> When | None:
    """A held meeting of an article about a visit of these days is taken to be part of it."""
    if visit is None or visit.edtf is None:
        return None
    known = visit.latest or visit.earliest
    if published is not None and known is not None and published - known > _RECENT:
        return None
    return _within(visit, published, "past")


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


def _of_last_sentence(trigger: Token, published: date | None, tense: Tense) -> When | None:
    """ "On 3 May Vray visited Tarsia. He also met Dorn.": a paragraph goes on in its time."""
    sentence = trigger.sent
    if tense != "past" or sentence.start == 0 or time_expressions(sentence):
        return None
    span = sentence.doc[sentence.start - 1].sent
    if span.root.lemma_.lower() in _MOTION | REPORTING_VERBS:
        return None
    return _told(span, published)


def _told(span: Span, published: date | None) -> When | None:
    """The time of a past main clause, or of what is reported before "…, he said"."""
    verbs = [span.root]
    if span.root.lemma_.lower() in REPORTING_VERBS:
        verbs.extend(c for c in span.root.children if c.dep_ in {"ccomp", "parataxis"} and c.i < span.root.i)
    verbs = [verb for verb in verbs if _is_past(verb)]
    for expression in time_expressions(span):
        if expression.relation != "at" or expression.kind not in {*_DAYS, "date", "ago", "period"}:
            continue
        if _owner(expression, span) not in verbs:
            continue
        when = resolve(expression, published, "past", _anchor(expression, span, published, "past"))
        if when.edtf is not None:
            return when
    return None


def _candidate(expression: TimeExpression, trigger: Token, tense: Tense) -> _Candidate | None:
    """The expression as a date of the trigger and the clauses between them; None if it is another's."""
    doc = trigger.doc
    head = doc[expression.start : expression.end].root
    if _is_part_of(expression, trigger):
        return None
    report = _report_before(expression, doc)
    chain = [head, *head.ancestors] if report is None else [report, *report.ancestors]
    path = [trigger, *trigger.ancestors]
    if any(expression.start <= token.i < expression.end for token in path[1:]):
        # "in February when the four met": the clause hangs on the month itself.
        return _Candidate(expression, 0, abs(expression.start - trigger.i))
    below = next((n for n, token in enumerate(chain) if token in path), None)
    if below is None:
        return None
    meeting_point = chain[below]
    above = path.index(meeting_point)
    if not _reaches(expression, chain[: below + 1], meeting_point == trigger):
        return None
    steps = _climb(path[: above + 1], tense)
    if steps is None:
        return None
    if meeting_point != trigger and not _dates_what_hangs_on(meeting_point, path[: above + 1], tense):
        return None
    distance = min(abs(expression.start - trigger.i), abs(expression.end - 1 - trigger.i))
    return _Candidate(expression, steps, distance)


def _report_before(expression: TimeExpression, doc: Doc) -> Token | None:
    """The verb of "said on Monday he would": parsers give such a Monday to the clause that follows it."""
    before = expression.start - 1
    while before >= 0 and doc[before].pos_ in {"ADP", "DET"}:
        before -= 1
    verb = doc[max(before, 0)]
    return verb if verb.pos_ == "VERB" and verb.lemma_.lower() in REPORTING_VERBS else None


def _is_part_of(expression: TimeExpression, trigger: Token) -> bool:
    return expression.start <= trigger.i < expression.end


def _reaches(expression: TimeExpression, chain: Sequence[Token], direct: bool) -> bool:
    """Whether the time speaks of the last word of the chain, and of nothing in between."""
    for token, governor in pairwise(chain):
        last = governor == chain[-1]
        if token.i < expression.start or token.i >= expression.end:
            if token.pos_ in {"VERB", "AUX"} and not (
                _is_shared_clause(token, governor) or _sets_event(token, governor) or _is_same_time(token)
            ):
                return False
            if (
                token.lower_ in _ELSEWHEN
                and token.pos_ in {"ADP", "SCONJ", "ADV"}
                and expression.relation == "at"
            ):
                return False
        if last:
            return True
        if _owns(governor, token, expression):
            return False
    return True


def _owns(noun: Token, child: Token, expression: TimeExpression) -> bool:
    """Whether a noun on the way keeps the time: "the May elections", "discussed the war in 1995"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or expression.start <= noun.i < expression.end:
        return False
    if child.dep_ in {"amod", "compound", "nummod", "poss", "nmod"} and noun.lemma_.lower() not in NOUNS:
        return noun.pos_ == "NOUN" or child.dep_ == "poss" or expression.kind not in _DAYS
    if noun.lemma_.lower() in NOUNS or noun.lemma_.lower() in _VISITS:
        return False
    if expression.kind in _DAYS or expression.kind == "period":
        # "held talks on the pact on Tuesday" is often parsed as a Tuesday of the pact.
        return False
    if noun.lemma_.lower() in _HAPPENINGS:
        return True
    return noun.pos_ == "NOUN" and noun.head.lower_ in _TOPIC


def _is_shared_clause(token: Token, governor: Token) -> bool:
    """ "met Dorn and signed an accord on Tuesday": verbs of one subject share their time."""
    return (
        token.dep_ == "conj"
        and token.tag_ == governor.tag_
        and token.lemma_.lower() not in _MOTION
        and not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.children)
    )


def _sets_event(token: Token, governor: Token) -> bool:
    """ "on the sidelines of a summit held at the weekend": the summit's time is the meeting's."""
    return (
        token.dep_ in {"acl", "relcl"}
        and token.lemma_.lower() in _HELD
        and governor.lemma_.lower() in _EVENTS
    )


def _is_same_time(token: Token) -> bool:
    """ "when he visits Tarsia next month": the clause says when the other was."""
    return token.dep_ == "advcl" and any(child.lower_ in {"when", "while"} for child in token.children)


def _climb(path: Sequence[Token], tense: Tense) -> int | None:
    """How many clauses lie between the trigger and the word that a time belongs to; None: too far."""
    clauses = 0
    for token, governor in pairwise(path):
        if token.dep_ == "relcl" and governor.lemma_.lower() in _EVENTS:
            # "was there last week on a visit, which saw him meeting Dorn"
            continue
        if token.dep_ == "relcl" or (token.dep_ == "acl" and token.pos_ == "VERB" and tense != "future"):
            return None
        if token.dep_ in {"ccomp", "parataxis"} and governor.lemma_.lower() in REPORTING_VERBS:
            return None
        if token.dep_ == "conj" and _says_other_time(token, governor):
            return None
        if token.lower_ in {"before", "ahead", "prior", "since", "until"} and token.pos_ in {
            "ADP",
            "SCONJ",
            "ADV",
        }:
            return None
        clauses += governor.pos_ in {"VERB", "AUX"}
    return clauses


def _says_other_time(token: Token, governor: Token) -> bool:
    """Two joined verbs of which one is past and the other not, or with two subjects."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return _is_past(token) != _is_past(governor) or any(
        c.dep_ in {"nsubj", "nsubjpass"} for c in token.children
    )


def _dates_what_hangs_on(governor: Token, path: Sequence[Token], tense: Tense) -> bool:
    """Whether a time told of the governor is the time of the meeting below it."""
    lemma = governor.lemma_.lower()
    below = path[-2]
    if governor.pos_ not in {"VERB", "AUX"}:
        return True
    if lemma in REPORTING_VERBS:
        return tense == "past" and (below.dep_ in {"prep", "advcl"}) and _is_at_the_time(path)
    if lemma in _MOTION and tense != "future":
        # "began a meeting on Monday" dates the meeting, "arrived on Monday and met" does not.
        return below.dep_ in {"dobj", "nsubj", "nsubjpass"}
    if tense == "future":
        if lemma in _MOTION and (_is_past(governor) or below.dep_ == "conj"):
            return False
        return not (_is_past(governor) and below.dep_ in {"xcomp", "ccomp", "advcl"}) or _is_passive(governor)
    return True


def _is_at_the_time(path: Sequence[Token]) -> bool:
    """ "said after talks", "speaking to reporters following the meeting", "said at a meeting"."""
    return path[-2].dep_ == "prep" or any(c.lower_ in _AFTER for token in path[:-1] for c in token.children)


def _is_passive(verb: Token) -> bool:
    """ "was scheduled on Tuesday to meet": the date is the plan's, "were due" has no past of its own."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells what happened: "met", "has met", "was received"; not "was to meet"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if auxiliaries & {
        "will",
        "would",
        "may",
        "might",
        "could",
        "should",
        "can",
        "must",
        "shall",
        "to",
        "'ll",
        "’ll",
    }:
        return False
    if any(child.dep_ == "xcomp" and verb.lemma_ == "be" for child in verb.children):
        return False
    if verb.tag_ == "VBD":
        return True
    return verb.tag_ in {"VBN", "VBG"} and bool(auxiliaries & {"was", "were", "had", "has", "have", "been"})


def _owner(expression: TimeExpression, span: Span) -> Token:
    """The verb in whose clause the expression stands."""
    head = span.doc[expression.start : expression.end].root
    chain = [head, *head.ancestors]
    for token, governor in pairwise(chain):
        outside = not expression.start <= token.i < expression.end
        if outside and token.lower_ in _ELSEWHEN and token.pos_ in {"ADP", "SCONJ", "ADV"}:
            return token
        if governor.pos_ in {"VERB", "AUX"} and not (
            governor.dep_ == "conj" and _is_shared_clause(governor, governor.head)
        ):
            return governor
        if _owns(governor, token, expression):
            return governor
    return chain[-1]


def _anchor(expression: TimeExpression, sentence: Span, published: date | None, tense: Tense) -> date | None:
    """The day told last before a relative expression, in its sentence or those before it."""
    if expression.kind != "relative":
        return None
    for span in _backward(sentence):
        for earlier in reversed(time_expressions(span)):
            if earlier.end <= expression.start and earlier.kind in {"weekday", "offset", "date", "ago"}:
                owner = _owner(earlier, span)
                when = resolve(earlier, published, "past" if _is_past(owner) else tense)
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


def _visit(noun: Token, span: Span, published: date | None) -> When | None:
    first = last = None
    for expression in time_expressions(span):
        period = resolve(replace(expression, relation="at"), published, "unknown")
        if period.edtf is None:
            period = resolve(
                replace(expression, relation="at"), published, _tense_of(_owner(expression, span))
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
    return "past" if _is_past(verb) else "future"


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
