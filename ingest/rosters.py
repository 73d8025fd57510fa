"""Meetings whose people are named in another sentence: "Five presidents conferred. Present were A of X, B of Y and …".

The event leaves a place open, a plural that names nobody. A roster, one or two sentences on, fills it: a list of
people that *are*, *include* or *are headed by* what was left open. All of a round sit on sides of their own; a
delegation is one side.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events import Event, Side, open_rounds
from ingest.parse import Sentence
from ingest.titles import GROUP_NOUNS, PLURAL_HEADS

# How many sentences after the event a roster may come.
REACH = 2

_LISTS = frozenset({"be", "include", "comprise", "involve", "consist"})
_HEADED = frozenset({"head", "lead", "attend", "join", "chair", "make"})
_PRESENT = frozenset({"participants", "attendees", "present", "those", "members", "guests", "signatories"})
_CONFIDENCE = 0.75


@dataclass(frozen=True, slots=True)
class OpenEvent:
    """An event with an open place, and the sentence that it was read from."""

    trigger: Token
    sentence: Sentence
    side: Side | None
    """Who met the open group; None where the group met among itself."""


def open_events(reader: ArgumentReader, events: tuple[Event, ...]) -> tuple[OpenEvent, ...]:
    """The events of a sentence that leave open who took part."""
    found = [
        OpenEvent(event.trigger, reader.sentence, side)
        for event in events
        if len(event.sides) == 2
        for side, other in (event.sides, event.sides[::-1])
        if side.people and other.groups and not other.people
    ]
    found.extend(OpenEvent(trigger, reader.sentence, None) for trigger in open_rounds(reader))
    return tuple(found)


def roster_event(reader: ArgumentReader, opened: OpenEvent) -> Event | None:
    """The open event with its people, if this sentence is their roster."""
    if not 0 < reader.sentence.index - opened.sentence.index <= REACH:
        return None
    listed = _listed(reader)
    if listed is None:
        return None
    if opened.side is None:
        people = listed.people
        return _event(opened, tuple(Side((p,)) for p in people)) if len(people) >= 2 else None
    others = tuple(p for p in listed.people if p not in opened.side.people)
    return _event(opened, (opened.side, Side(others))) if others else None


def _event(opened: OpenEvent, sides: tuple[Side, ...]) -> Event:
    return Event(opened.trigger, sides, _CONFIDENCE, "roster", guessed=True)


def _listed(reader: ArgumentReader) -> Argument | None:
    root = reader.sentence.span.root
    lemma = root.lemma_.lower()
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    first = reader.doc[reader.start].lower_
    if first == "present" and root.lemma_ == "be":
        at = next((t.i for t in reader.sentence.span if t.lemma_ == "be"), root.i) + 1
        while at < reader.end and reader.doc[at].pos_ == "ADV":
            at += 1
        return _nonempty(reader.read_list(at, reader.end))
    if subject is None or not _is_open(subject):
        return None
    if lemma in _LISTS:
        return _nonempty(reader.read_list(root.i + 1, reader.end))
    if lemma in _HEADED:
        by = next((t for t in reader.doc[root.i + 1 : min(root.i + 4, reader.end)] if t.lower_ in {"by", "up"}), None)
        return _nonempty(reader.read_list(by.i + 1, reader.end)) if by is not None else None
    return None


def _nonempty(argument: Argument) -> Argument | None:
    return argument if argument.people else None


def _is_open(subject: Token) -> bool:
    """A plural or a body that stands for people not named so far."""
    word = subject.lower_
    return word in PLURAL_HEADS or word in GROUP_NOUNS or word in _PRESENT
