"""Event first: finds the words that speak of a meeting and fills the places of their frames with people on
sides.

What an event *is* (held, planned, by phone; when; where) is not decided here: see `status`, `dates`,
`places`.

A sentence goes through word by word: a verb fills its frame in `verb_events`, a noun in `noun_events`; both
take their slots from `slots` and put people on sides by `sides`. What stays unnamed waits in `open_rounds`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import ArgumentReader
from ingest.events.at_table import SETTINGS, at_table
from ingest.events.attendance import PRESENT, Attendance, attendance, attended, behind_by, fronted, witnessed
from ingest.events.awaited import AWAITED, MISSIONS, awaited
from ingest.events.contacts import CONTACT_WORDS, chaired_with, contacts, pictured
from ingest.events.courtesies import COURTESY_WORDS, courtesies
from ingest.events.invited import INVITATIONS, invited
from ingest.events.joint_acts import (
    RECIPROCAL,
    acted_with,
    beside_visitor,
    just_met,
    presided,
    together,
    told_visitor,
)
from ingest.events.model import Event, Side
from ingest.events.noun_events import is_other_sense, noun_events
from ingest.events.open_rounds import ROUND_NOUNS, OpenRound, open_rounds, receptions
from ingest.events.shared_time import HOURS, is_length, shared_time
from ingest.events.side_by_side import SIDE_BY_SIDE, side_by_side
from ingest.events.sides import one_government, side_against_side
from ingest.events.slots import ADJUNCTS, after_preposition
from ingest.events.verb_events import gathered, gathers, verb_events
from ingest.triggers import (
    GATHERING_VERBS,
    JOINT_ACTS,
    JOINT_CEREMONIES,
    NOUNS,
    ROUND_VERBS,
    SHARED_CHAIRS,
    SHARED_TIMES,
    TELLING_VERBS,
    VERBS,
)

__all__ = [
    "AWAITED",
    "PRESENT",
    "ROUND_NOUNS",
    "Attendance",
    "Event",
    "OpenRound",
    "Side",
    "after_preposition",
    "attendance",
    "behind_by",
    "events_in",
    "fronted",
    "one_government",
    "open_rounds",
    "receptions",
]


_TOGETHER = SHARED_CHAIRS | SHARED_TIMES | RECIPROCAL | JOINT_CEREMONIES

# Every word at which an event may stand; most tokens are none of them, and are passed over at once.
_WORDS = (
    VERBS.keys()
    | NOUNS.keys()
    | GATHERING_VERBS
    | ROUND_VERBS
    | TELLING_VERBS
    | _TOGETHER
    | CONTACT_WORDS
    | COURTESY_WORDS
    | HOURS
    | INVITATIONS
    | JOINT_ACTS
    | MISSIONS
    | SIDE_BY_SIDE
    | SETTINGS
)


_HALVES = frozenset({"tête", "tete"})


def events_in(reader: ArgumentReader) -> tuple[Event, ...]:
    """The meetings one sentence speaks of, in the order of their triggers."""
    return tuple(
        event
        for event in (
            *(event for token in reader.sentence.span for event in _events_at(token, reader)),
            *attended(reader),
            *witnessed(reader),
            *pictured(reader),
        )
        if len(event.people) + len(event.groups) >= 2 and event.people
    )


def _events_at(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    lemma = token.lemma_.lower()
    if lemma not in _WORDS and token.lower_ not in NOUNS:
        return
    if token.lower_ in _HALVES and token.i + 1 < reader.end and token.nbor().text == "-":
        return  # the first half of a "tête-à-tête"
    if _is_adjective(token):
        return  # "visiting President Solen" pays no visit here
    if token.pos_ == "VERB" and lemma in _TOGETHER:
        yield from together(token, reader)
        yield from chaired_with(token, reader)
    if lemma in HOURS:
        if is_length(token):
            yield from shared_time(token, reader)
        return
    if lemma in SETTINGS:
        yield from at_table(token, reader)
    if lemma in SIDE_BY_SIDE and (found := tuple(side_by_side(token, reader))):
        yield from found
        return
    if lemma in CONTACT_WORDS and (found := tuple(contacts(token, reader))):
        yield from found
        return
    if lemma in COURTESY_WORDS and (found := tuple(courtesies(token, reader))):
        yield from found
        return
    if token.pos_ == "VERB" and (verb := VERBS.get(lemma)) is not None:
        yield from verb_events(token, lemma, verb, reader)
        return
    if lemma in INVITATIONS and token.pos_ == "NOUN":
        yield from invited(token, reader)
        return
    if (
        lemma == "call"
        and token.pos_ == "NOUN"
        and (visited := after_preposition(token, {"on"}, reader, within=2)).people
    ):
        # "paid a courtesy call on the vice president": in person, where "a call with" is not.
        caller = reader.subject_of_noun(token)
        if not caller and token.dep_ in {"nsubj", "nsubjpass"}:
            caller = reader.protagonist()  # "a courtesy call on the mayor is scheduled"
        yield from side_against_side(token, caller, visited, VERBS["call"].confidence, "noun:call-on", reader)
        return
    if (
        lemma in {"visit", "call"}
        and token.pos_ == "NOUN"
        and token.head.lemma_ == "pay"
        and (visited := after_preposition(token, {"to"}, reader, within=2)).people
    ):
        yield from side_against_side(
            token, reader.subject(token.head), visited, VERBS["call"].confidence, "noun:visit-to", reader
        )
        return
    if lemma == "host" and token.pos_ == "NOUN" and token.head.lemma_ == "play":
        guest = after_preposition(token.head, {"to"}, reader, within=4)
        if not guest and not any(child.lower_ == "to" for child in token.head.children):
            guest = just_met(reader)  # "Solen, who was in town, played host"
        yield from side_against_side(
            token, reader.subject(token.head), guest, VERBS["host"].confidence, "noun:host", reader
        )
        return
    if token.pos_ == "VERB" and gathers(token, lemma):
        yield from gathered(token, reader)
        return
    if token.pos_ == "VERB" and lemma in MISSIONS and (found := tuple(awaited(token, reader))):
        yield from found
        return
    if token.pos_ == "VERB":
        yield from acted_with(token, reader)
        yield from presided(token, reader)
        yield from told_visitor(token, reader)
        yield from beside_visitor(token, reader)
    noun = NOUNS.get(lemma) or NOUNS.get(token.lower_)
    named = token.pos_ in {"NOUN", "PROPN", "VERB"} or token.dep_ in {"dobj", "pobj"}  # "their bilateral"
    if noun is not None and named and not is_other_sense(token, lemma):
        yield from noun_events(token, noun, reader)


def _is_adjective(token: Token) -> bool:
    """ "visiting President Solen", "with visiting Premier Lamar": who is a guest, not what was done."""
    if token.dep_ in {"amod", "compound", "nmod"} and token.tag_ in {"VBG", "VBN"}:
        return True
    before = token.doc[token.i - 1] if token.i > token.sent.start else None
    return token.lower_ == "visiting" and (
        before is None or (before.pos_ in {"DET", "ADP", "CCONJ"} and before.lower_ not in ADJUNCTS)
    )
