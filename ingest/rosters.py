"""Meetings whose people are named in another sentence: "Five presidents conferred. Present were A of X, B of
Y and …".

The event leaves a place open, a plural that names nobody. A roster, one or two sentences on, fills it: a list
of people that *are*, *include* or *are headed by* what was left open. All of a round sit on sides of their
own; a delegation is one side.
"""

from __future__ import annotations

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events import Event, Side, open_rounds
from ingest.parse import Sentence
from ingest.people import Person
from ingest.titles import GROUP_NOUNS, PLURAL_HEADS
from ingest.triggers import NOUNS

# How many sentences after the event, or after the last part of its roster, a roster may come.
REACH = 2

_LISTS = frozenset({"be", "include", "comprise", "involve", "consist"})
_HEADED = frozenset({"head", "lead", "attend", "join", "chair", "make"})
_TAKING_PART = frozenset({"attend", "participate", "join", "take", "assemble", "gather"})
_PRESENT = frozenset({"participants", "attendees", "present", "those", "members", "guests", "signatories"})
_OPENERS = frozenset({"present", "attending", "participating", "also", "joining"})
_CONFIDENCE = 0.75


class OpenEvent:
    """An event with an open place, and what rosters have filled it with so far."""

    def __init__(self, trigger: Token, sentence: Sentence, side: Side | None) -> None:
        self.trigger = trigger
        self.sentence = sentence
        # Who met the open group; None where the group met among itself.
        self.side = side
        self._last = sentence.index
        self._people: list[Person] = []

    def reaches(self, index: int) -> bool:
        """Whether a sentence is near enough to be part of the roster."""
        return 0 < index - self._last <= REACH

    def filled_by(self, reader: ArgumentReader) -> Event | None:
        """The event with everyone listed so far, if this sentence lists someone."""
        if not self.reaches(reader.sentence.index):
            return None
        listed = _listed(reader)
        if listed is None:
            return None
        self._last = reader.sentence.index
        known = self.side.people if self.side is not None else ()
        self._people.extend(p for p in listed.people if p not in self._people and p not in known)
        if self.side is not None:
            return self._event((self.side, Side(tuple(self._people)))) if self._people else None
        return self._event(tuple(Side((p,)) for p in self._people)) if len(self._people) >= 2 else None

    def _event(self, sides: tuple[Side, ...]) -> Event:
        return Event(self.trigger, sides, _CONFIDENCE, "roster", guessed=True)


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


def _listed(reader: ArgumentReader) -> Argument | None:
    """The people that a sentence says were there, or None where it is no roster."""
    root = reader.sentence.span.root
    lemma = root.lemma_.lower()
    if reader.doc[reader.start].lower_ in _OPENERS and (inverted := _inverted(reader)):
        return inverted
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    if lemma in _TAKING_PART and subject.dep_ == "nsubj" and _takes_part(root):
        return _nonempty(reader.subject(root))
    if not _is_open(subject):
        return None
    if lemma in _LISTS:
        return _nonempty(reader.read_list(root.i + 1, reader.end))
    if lemma in _HEADED:
        near = reader.doc[root.i + 1 : min(root.i + 4, reader.end)]
        by = next((token for token in near if token.lower_ in {"by", "up"}), None)
        return _nonempty(reader.read_list(by.i + 1, reader.end)) if by is not None else None
    return None


def _inverted(reader: ArgumentReader) -> Argument | None:
    """ "Present were A, B and C", "Also attending the summit was D"."""
    words = {token.lower_ for token in reader.sentence.span[:8]}
    verb = next((token for token in reader.sentence.span[:10] if token.lemma_ == "be"), None)
    if verb is None or not words & {"present", "attending", "participating", "joining"}:
        return None
    at = verb.i + 1
    while at < reader.end and reader.doc[at].pos_ == "ADV":
        at += 1
    return _nonempty(reader.read_list(at, reader.end))


def _takes_part(verb: Token) -> bool:
    """ "X also attended", "Y took part in the summit"; not "attended a funeral"."""
    if verb.lemma_ == "take":
        return any(child.lower_ == "part" for child in verb.children)
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return all(child.lemma_.lower() in NOUNS or child.lower_ in {"it", "them"} for child in objects)


def _nonempty(argument: Argument) -> Argument | None:
    return argument if argument.people else None


def _is_open(subject: Token) -> bool:
    """A plural or a body that stands for people not named so far."""
    word = subject.lower_
    return word in PLURAL_HEADS or word in GROUP_NOUNS or word in _PRESENT
