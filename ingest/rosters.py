"""Meetings whose people are named in another sentence: "Five presidents conferred. Present were A of X, B of
Y and …".

The event leaves a place open, a plural that names nobody or a round of which only the host is named. A
roster, one or two sentences on, fills it: a list of people that *are*, *include*, *took part*, or who act
together as the group that was left open. All of a round sit on sides of their own; a delegation is one side.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events import Event, OpenRound, Side, open_rounds
from ingest.parse import Sentence
from ingest.people import Person
from ingest.titles import GROUP_NOUNS, PLURAL_HEADS
from ingest.triggers import NOUNS, ROUND_VERBS

# How many sentences after the event, or after the last part of its roster, a roster may come; and how
# many, if its first words say that it is one.
REACH = 2
FAR = 8

_LISTS = frozenset({"be", "include", "comprise", "involve", "consist"})
_HEADED = frozenset({"head", "lead", "attend", "join", "chair", "make"})
_TAKING_PART = frozenset({"attend", "participate", "join", "take", "assemble", "gather"})
_PRESENT = frozenset({"participants", "attendees", "present", "those", "members", "guests", "signatories"})
_OPENERS = frozenset({"present", "attending", "participating", "also", "joining", "others", "around"})
# Bodies that have a head and no side at a table: "the commission will be led by Lamar".
_BODIES = frozenset({"commission", "committee", "council", "chamber", "mission"})
_GUESTS = frozenset({"guests", "visitors"})
# The words for a side whose head is named after that of the first, and how far he may be behind them.
_OTHER_SIDE = frozenset({"that", "those", "delegation", "team", "side"})
_SIDE_WITHIN = 10
# Who leads a session, beside the verbs for it: "was in the chair".
_PRESIDING = frozenset({"chair", "preside", "moderate", "mediate"})
_CONFIDENCE = 0.75


class OpenEvent:
    """An event with an open place, and what rosters have filled it with so far."""

    def __init__(
        self, trigger: Token, sentence: Sentence, side: Side | None, round_: OpenRound | None = None
    ) -> None:
        self.trigger = trigger
        self.sentence = sentence
        # Who met the open group; None where the group met among itself.
        self.side = side
        self.round = round_
        self.place: str | None = None
        self._last = sentence.index
        self._people: list[Person] = []

    @property
    def begun(self) -> bool:
        """Whether a roster has named some of its people."""
        return bool(self._people)

    def told_from(self, roster: Sentence) -> Sentence:
        """The sentence with which the evidence of a roster begins: the event's own, if it is near."""
        return self.sentence if roster.index - self.sentence.index <= REACH else roster

    def reaches(self, index: int, within: int = REACH) -> bool:
        """Whether a sentence is near enough to be part of the roster."""
        return 0 < index - self._last <= within

    def filled_by(self, reader: ArgumentReader) -> Event | None:
        """The event with everyone listed so far, if this sentence lists someone."""
        listed = self._present(reader)
        if listed is None and self.reaches(reader.sentence.index):
            follows = reader.sentence.index == self._last + 1
            listed = _listed(reader, follows, self._is_announced()) or self._acting(reader)
        if listed is None:
            return None
        if not any(person.titles or person.country for person in (*self._people, *listed.people)):
            return None  # "They are Harbour Park and Liberty Park": nothing says that these are people
        self._last = reader.sentence.index
        known = self.side.people if self.side is not None else ()
        self._people.extend(p for p in listed.people if p not in self._people and p not in known)
        if self.side is not None:
            return self._event((self.side, Side(tuple(self._people)))) if self._people else None
        sides = [Side((person,)) for person in self._people]
        host = self.round.host if self.round is not None else None
        if host is not None and host not in self._people:
            sides.insert(0, Side((host,), role="host"))
        return self._event(tuple(sides)) if len(sides) >= 2 else None

    def _is_announced(self) -> bool:
        """Whether "they" can mean its people; what else a sentence about a summit has several of they are
        not.
        """
        return self.round is None or self.round.announced or self.begun

    def _present(self, reader: ArgumentReader) -> Argument | None:
        """ "Around the table were A, B and C": says of itself that it is a roster, and may come late."""
        return inverted_roster(reader) if self.round is not None else None

    def _acting(self, reader: ArgumentReader) -> Argument | None:
        """ "The leaders of Kenya and Mali met. Presidents A of Kenya and B of Mali agreed …": the very states
        that were left open, or just as many states as people were announced.
        """
        if self.round is None or self.side is not None:
            return None
        for argument in _subjects(reader):
            people = argument.people
            states = [person.country for person in people]
            if len(people) < 2 or None in states or len(set(states)) < len(people):
                continue
            if set(states) <= self.round.states or len(people) == self.round.count:
                return argument
        return None

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
    told = {event.trigger.i for event in events}
    found.extend(
        OpenEvent(round_.trigger, reader.sentence, None, round_)
        for round_ in open_rounds(reader)
        if round_.trigger.i not in told
    )
    return tuple(found)


def _subjects(reader: ArgumentReader) -> Iterator[Argument]:
    """The subjects of all verbs of the sentence."""
    for token in reader.sentence.span:
        if token.pos_ == "VERB" and any(child.dep_ == "nsubj" for child in token.children):
            yield reader.subject(token)


def _listed(reader: ArgumentReader, follows: bool, announced: bool) -> Argument | None:
    """The people that a sentence says were there, or None where it is no roster.

    `follows`: the open event is in the sentence right before, so that "they" can mean its people, if a
    plural has announced them.
    """
    root = reader.sentence.span.root
    lemma = root.lemma_.lower()
    if (inverted := inverted_roster(reader)) is not None:
        return inverted
    if follows and (represented := _represented(reader)) is not None:
        return represented
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    if subject.lower_ in _GUESTS and any(child.tag_ == "PRP$" for child in subject.children):
        # "His guests, A of X and B of Y, spoke of …"
        return _nonempty(reader.read_list(subject.i + 2, root.i))
    for verb in (root, *root.conjuncts):
        acts = subject.dep_ == "nsubj" and subject.lower_ != "delegation"  # whose people are one side
        if verb.lemma_.lower() in _TAKING_PART and acts and _takes_part(verb):
            return _nonempty(reader.subject(verb))
    if subject.dep_ == "nsubj" and _presides(root):
        return _nonempty(reader.subject(root))
    round_itself = subject.lemma_.lower() in NOUNS
    if round_itself and subject.dep_ == "nsubj" and lemma in ROUND_VERBS:
        return _nonempty(reader.read_list(root.i + 1, reader.end))
    if not (_is_open(subject) or (follows and announced and subject.lower_ in {"they", "these"})) and not (
        round_itself and lemma in {"attend", "join"}
    ):
        return None
    if lemma in _LISTS:
        return _nonempty(reader.read_list(root.i + 1, reader.end))
    if lemma in _HEADED and subject.lower_ not in _BODIES:
        near = reader.doc[root.i + 1 : min(root.i + 4, reader.end)]
        by = next((token for token in near if token.lower_ in {"by", "up"}), None)
        return _nonempty(_heads(by.i + 1, reader)) if by is not None else None
    return None


def _heads(position: int, reader: ArgumentReader) -> Argument:
    """ "headed by A, and that of Mali by B": who leads each of the sides."""
    heads = reader.read_list(position, reader.end)
    for at in range(position, reader.end - 1):
        if reader.doc[at].lower_ in _OTHER_SIDE and reader.doc[at - 1].pos_ != "ADP":
            by = next(
                (i for i in range(at, min(at + _SIDE_WITHIN, reader.end)) if reader.doc[i].lower_ == "by"),
                None,
            )
            if by is not None:
                heads.merge(reader.read_list(by + 1, reader.end))
    return heads


def _represented(reader: ArgumentReader) -> Argument | None:
    """ "Mali and Niger were represented by their premiers, A and B", wherever the parse puts the verb."""
    for token in reader.sentence.span:
        if token.lemma_.lower() == "represent" and token.i + 1 < reader.end and token.nbor().lower_ == "by":
            states = any(at < token.i for at in reader.country_at)
            return _nonempty(reader.read_list(token.i + 2, reader.end)) if states else None
    return None


def inverted_roster(reader: ArgumentReader) -> Argument | None:
    """ "Present were A, B and C", "Also attending was D", "Around the table with A were B and C"."""
    opener = reader.doc[reader.start].lower_
    verb = next((token for token in reader.sentence.span[:14] if token.lemma_ == "be"), None)
    if verb is None or opener not in _OPENERS:
        return None
    before = reader.doc[reader.start : verb.i]
    words = {token.lower_ for token in before}
    at_round = "at" in words and any(token.lemma_.lower() in NOUNS for token in before)
    if not words & {"present", "attending", "participating", "joining", "table"} and not at_round:
        return None
    at = verb.i + 1
    while at < reader.end and reader.doc[at].pos_ == "ADV":
        at += 1
    present = reader.read_list(at, reader.end)
    beside = next((token for token in before if token.lower_ == "with"), None)
    for other in reader.doc[at : reader.end]:
        # "…, and from the opposite side were the delegation led by D"
        if present.people and other.lemma_ == "be" and reader.doc[other.i - 1].lower_ == "side":
            present.merge(reader.read_list(other.i + 1, reader.end))
    if present.people and beside is not None:
        present.merge(reader.read_list(beside.i + 1, verb.i))
    return _nonempty(present)


def _takes_part(verb: Token) -> bool:
    """ "X also attended", "Y took part in the summit"; not "attended a funeral"."""
    if verb.lemma_ == "take":
        return any(child.lower_ == "part" for child in verb.children)
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return all(child.lemma_.lower() in NOUNS or child.lower_ in {"it", "them"} for child in objects)


def _presides(verb: Token) -> bool:
    """ "X was in the chair", "X presided over the session"; not "chairs the council"."""
    if verb.lemma_ == "be":
        place = next((child for child in verb.children if child.lower_ == "in"), None)
        return place is not None and any(grand.lower_ == "chair" for grand in place.children)
    over = [grand for child in verb.children for grand in (child, *child.children)]
    return verb.lemma_.lower() in _PRESIDING and any(
        noun.dep_ in {"dobj", "pobj"} and noun.lemma_.lower() in NOUNS for noun in over
    )


def _nonempty(argument: Argument) -> Argument | None:
    return argument if argument.people else None


def _is_open(subject: Token) -> bool:
    """A plural or a body that stands for people not named so far."""
    word = subject.lower_
    return word in PLURAL_HEADS or word in GROUP_NOUNS or word in _PRESENT or word == "side"
