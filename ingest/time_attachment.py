"""Whose time a time is: which event of its sentence a time expression dates, read off the parse.

A time belongs to the clause it stands in. What another clause says of time is used only where that clause is
about the same hour. Parsers err in known ways ("said on Monday he would meet", "talks on the pact on
Tuesday"), and those are set right here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from ingest.status.words import status_word
from ingest.time_distances import days_apart, distance, markers
from ingest.time_patterns import TimeExpression
from ingest.time_resolution import Tense
from ingest.triggers import NOUNS, REPORTING_VERBS

_AFTER = frozenset({"after", "following", "upon", "during", "while", "when", "as", "amid"})
_ELSEWHEN = frozenset({"after", "before", "ahead", "prior", "since", "until", "till", "following"})
# "Before midnight on Wednesday" is on Wednesday.
_HOURS = frozenset({"midnight", "noon", "midday", "dawn", "dusk", "daybreak", "sunrise", "sunset"})
_TOPIC = frozenset("about on over regarding concerning of for".split())
# Coming and going bound a visit; they do not date what was done on it.
MOTION = frozenset(
    """
    arrive come fly land travel depart leave go return head begin start kick conclude end finish wrap embark
    set proceed last
    """.split()
)
VISITS = frozenset({"visit", "trip", "tour", "stay"})
# Of those, what only people do; "begin" and the like are done to talks as well.
_TRAVEL = frozenset("arrive come fly land travel depart leave go return head embark proceed".split())
# Nouns of happenings: a time that hangs on one dates that happening.
_HAPPENINGS = (
    frozenset(
        """
        election agreement accord treaty war attack coup revolution ceremony vote referendum deal pact launch
        deadline anniversary raid bombing poll inauguration signing decision resolution crisis statement
        report interview arrival departure
        """.split()
    )
    | VISITS
    | NOUNS.keys()
)
_EVENTS = VISITS | NOUNS.keys()
_FIXED = frozenset("schedule plan set slate arrange fix".split())
_OCCURRING = frozenset("take be occur happen open begin start resume".split())
_HELD = frozenset("hold take host convene schedule open".split())
DAYS = frozenset({"weekday", "offset", "relative"})
"""Kinds of expression that name one day without a month."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A time expression that dates a trigger, `remoteness` clauses and `distance` words away from it."""

    expression: TimeExpression
    remoteness: int
    distance: int
    days: int = 0
    """How many days after the expression's day the trigger was: "a day after meeting Dorn" has minus one."""


def attachment_of(expression: TimeExpression, trigger: Token, tense: Tense) -> Attachment | None:
    """The expression as a date of the trigger and the clauses between them; None if it is another's."""
    doc = trigger.doc
    head = doc[expression.start : expression.end].root
    if _is_part_of(expression, trigger):
        return None
    report = _report_before(expression, doc)
    chain = [head, *head.ancestors] if report is None else [report, *report.ancestors]
    path = [trigger, *trigger.ancestors]
    if any(expression.start <= token.i < expression.end for token in path[1:]):
        # "in February when the four met", "since Saturday, when …": the clause hangs on the time itself.
        return Attachment(replace(expression, relation="at"), 0, abs(expression.start - trigger.i))
    below = next((n for n, token in enumerate(chain) if token in path), None)
    if below is None:
        return None
    meeting_point = chain[below]
    above = path.index(meeting_point)
    measured = tuple(markers(path[:above]))
    if any(expression.start <= marker.i < expression.end for marker in (*measured, *markers(path[:1]))):
        return None  # "a day after" is no day, but how far from one
    if not _reaches(expression, chain[: below + 1], meeting_point == trigger):
        return None
    steps = _climb(path[: above + 1], tense)
    if steps is None:
        return None
    days = days_apart(measured) - days_apart(chain[:below])
    if _is_when_called_off(expression, trigger, meeting_point):
        return None
    if (
        meeting_point != trigger
        and not measured
        and not _dates_what_hangs_on(meeting_point, path[: above + 1], tense)
    ):
        return None
    words = min(abs(expression.start - trigger.i), abs(expression.end - 1 - trigger.i))
    return Attachment(expression, steps, words, days)


def _is_when_called_off(expression: TimeExpression, trigger: Token, verb: Token) -> bool:
    """ "The meeting was dropped in April", "on Thursday cancelled a meeting": when that was done to it.

    "Cancelled a meeting on Thursday" leaves that open, and the day that was set is as likely as any.
    """
    if verb == trigger or verb.pos_ != "VERB":
        return False
    if status_word(verb, "object") not in {"cancelled", "postponed"} or expression.relation != "at":
        return False
    return not verb.i < trigger.i < expression.start


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
                _is_shared_clause(token, governor)
                or _sets_event(token, governor)
                or _is_same_time(token)
                or _takes_place(token)
                or token.lower_ == "visiting"  # "a dinner for visiting Premier Lamar on Friday"
            ):
                return False
            if (
                token.lower_ in _ELSEWHEN
                and token.pos_ in {"ADP", "SCONJ", "ADV"}
                and expression.relation == "at"
                and not any(child.lower_ in _HOURS for child in token.children)
                and distance(token) is None
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
        return noun.pos_ == "NOUN" or child.dep_ == "poss" or expression.kind not in DAYS
    if noun.lemma_.lower() in NOUNS or noun.lemma_.lower() in VISITS:
        return False
    if expression.kind in DAYS or expression.kind == "period":
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
        and token.lemma_.lower() not in MOTION
        and not any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.children)
    )


def _sets_event(token: Token, governor: Token) -> bool:
    """ "On the sidelines of a summit held at the weekend": the summit's time is the meeting's.

    What is "scheduled for Friday" is the meeting between them, whatever word the parser hangs it on.
    """
    if token.dep_ == "acl" and token.lemma_.lower() in _FIXED and token.tag_ == "VBN":
        return True
    return (
        token.dep_ in {"acl", "relcl"}
        and token.lemma_.lower() in _HELD
        and governor.lemma_.lower() in _EVENTS
    )


def _takes_place(token: Token) -> bool:
    """ "The talks are now to take place on 4 May": the infinitive of the event that is its subject."""
    return token.dep_ == "xcomp" and token.lemma_.lower() in _OCCURRING


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
        if _is_where(token, governor):
            clauses += 1  # "broke the ice in January in Davos, where he had talks with Dorn"
            continue
        if token.dep_ == "relcl" or (token.dep_ == "acl" and token.pos_ == "VERB" and tense != "future"):
            return None
        if token.dep_ in {"ccomp", "parataxis"} and governor.lemma_.lower() in REPORTING_VERBS:
            return None
        if token.dep_ == "conj" and _says_other_time(token, governor):
            return None
        elsewhen = token.lower_ in {"before", "ahead", "prior", "since", "until"}
        if elsewhen and token.pos_ in {"ADP", "SCONJ", "ADV"} and distance(token) is None:
            return None
        clauses += governor.pos_ in {"VERB", "AUX"}
    return clauses


def _is_where(clause: Token, place: Token) -> bool:
    """Whether a clause tells what was done where the one above it was, and not where it came from."""
    return (
        clause.dep_ == "relcl"
        and place.pos_ == "PROPN"
        and place.head.lower_ != "from"
        and any(child.lower_ == "where" for child in clause.children)
    )


def _says_other_time(token: Token, governor: Token) -> bool:
    """Two joined verbs of which one is past and the other not, or with two subjects."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return is_past(token) != is_past(governor) or any(
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
    if lemma in MOTION and tense != "future":
        # "began a meeting on Monday" dates the meeting, "arrived on Monday and met" does not.
        return below.dep_ in {"dobj", "nsubj", "nsubjpass"}
    if tense == "future":
        if lemma in MOTION and (is_past(governor) or below.dep_ == "conj"):
            return False
        return not (is_past(governor) and below.dep_ in {"xcomp", "ccomp", "advcl"}) or _is_passive(governor)
    return True


def _is_at_the_time(path: Sequence[Token]) -> bool:
    """ "said after talks", "speaking to reporters following the meeting", "said at a meeting"."""
    return path[-2].dep_ == "prep" or any(c.lower_ in _AFTER for token in path[:-1] for c in token.children)


def _is_passive(verb: Token) -> bool:
    """ "was scheduled on Tuesday to meet": the date is the plan's, "were due" has no past of its own."""
    return any(child.dep_ == "auxpass" for child in verb.children)


def is_past(verb: Token) -> bool:
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


def comes_or_goes(verb: Token) -> bool:
    """Whether a verb begins or ends a journey: its day bounds the visit, and dates no meeting."""
    lemma = verb.lemma_.lower()
    return lemma in _TRAVEL or (
        lemma in MOTION and any(child.lemma_.lower() in VISITS for child in verb.children)
    )


def owner_of(expression: TimeExpression, span: Span) -> Token:
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
