"""Meetings whose people are named in another sentence: "Five presidents conferred. Present were A of X, B of
Y and …".

The event leaves a place open, a plural that names nobody or a round of which only the host is named. A
roster, one or two sentences on, fills it: a list of people that *are*, *include*, *took part*, or who act
together as the group that was left open. All of a round sit on sides of their own; a delegation is one side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.delegations import LEADING
from ingest.events import (
    PRESENT,
    Attendance,
    Event,
    OpenRound,
    Side,
    attendance,
    behind_by,
    fronted,
    one_government,
    open_rounds,
    receptions,
)
from ingest.events.objects import object_of
from ingest.mentions import CountryTokens
from ingest.parse import Sentence
from ingest.people import Person
from ingest.status import standing_of
from ingest.status.mood import mood_of
from ingest.titles import GROUP_NOUNS, PLURAL_HEADS
from ingest.triggers import JOINT_ACTS, NOUNS, ROUND_VERBS, TELLING_VERBS, VERBS

# How many sentences after the event, or after the last part of its roster, a roster may come; and how
# many, if its first words say that it is one.
REACH = 2
FAR = 8

_LISTS = frozenset({"be", "include", "comprise", "involve", "consist"})
_HEADED = frozenset({"head", "lead", "attend", "join", "chair", "make"})
# Bodies that have a head and no side at a table: "the commission will be led by Lamar".
_BODIES = frozenset({"commission", "committee", "council", "chamber", "mission"})
_SITTING = frozenset({"sit", "be"})
_GUESTS = frozenset({"guests", "visitors"})
# The words for a side whose head is named after that of the first, and how far he may be behind them.
_SIDES = frozenset({"delegation", "team", "side"})
_OTHER_SIDE = frozenset({"that", "those", "delegation", "team", "side"})
_SIDE_WITHIN = 10
# Who leads a session, beside the verbs for it: "was in the chair".
_PRESIDING = frozenset({"chair", "preside", "moderate", "mediate"})
# So many of different states who act together right after "leaders met" are those leaders.
_SEVERAL = 3
_CONFIDENCE = 0.75


class OpenEvent:
    """An event with an open place, and what rosters have filled it with so far."""

    def __init__(
        self,
        trigger: Token,
        sentence: Sentence,
        side: Side | None,
        round_: OpenRound | None = None,
        states: Iterable[CountryTokens] = (),
    ) -> None:
        self.trigger = trigger
        self.sentence = sentence
        # Who met the open group; None where the group met among itself.
        self.side = side
        self.round = round_
        self.place: str | None = None
        # The states of the people who are to be named.
        self.states = frozenset(span.iso3 for span in states)
        # Whether a roster has told that they came.
        self.came = False
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
            listed = (
                _listed(reader, follows, self._is_announced(), self.trigger)
                or self._acting(reader, follows)
                or self._telling(reader)
            )
        if listed is None:
            return None
        if not any(person.titles or person.country for person in (*self._people, *listed.people)):
            return None  # "They are Harbour Park and Liberty Park": nothing says that these are people
        self._last = reader.sentence.index
        self.came = self.came or _came(reader)
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
        found = fronted(reader) if self.round is not None else None
        return found.people if found is not None and _was_there(found, self.trigger) else None

    def takes_host(self, opened: OpenEvent) -> bool:
        """ "Regional leaders met. President A chaired the summit": the same round, with its host."""
        if self.round is None or opened.round is None or self.begun or self.round.host is not None:
            return False
        if opened.round.host is None or not self.reaches(opened.sentence.index):
            return False
        self.round = replace(self.round, host=opened.round.host)
        self._last = opened.sentence.index
        return True

    def _acting(self, reader: ArgumentReader, follows: bool) -> Argument | None:
        """ "The leaders of Kenya and Mali met. Presidents A of Kenya and B of Mali agreed …": the very states
        that were left open, just as many as people were announced, or three and more who do right behind it
        what is done together.
        """
        if self.round is None or self.side is not None:
            return None
        for verb, argument in _acts(reader):
            people = argument.people
            states = [person.country for person in people]
            together = verb.lemma_.lower() in JOINT_ACTS or _is_hosting(verb)
            as_many = len(people) == len(self.round.states) and set(states) - {None} <= self.round.states
            if follows and self.round.announced and together and as_many and len(people) >= _SEVERAL:
                return argument  # "foreign ministers of Iran, Mali and Togo met. A, B and C signed …"
            if len(people) < 2 or None in states or len(set(states)) < len(people):
                continue
            several = follows and self.round.announced and together and len(people) >= _SEVERAL
            if several or set(states) <= self.round.states or len(people) == self.round.count:
                return argument
        return None

    def _telling(self, reader: ArgumentReader) -> Argument | None:
        """ "Solen met Marenian leaders. President Lamar told him …": who of that state speaks to the one whom
        the group met is one of them.
        """
        if self.side is None or len(self.side.people) != 1:
            return None
        root = reader.sentence.span.root
        if root.lemma_.lower() not in TELLING_VERBS or root.tag_ != "VBD" or root.i + 1 >= reader.end:
            return None
        speaker = reader.subject(root)
        heard = reader.read_list(root.i + 1, reader.end).people
        if len(speaker.people) != 1 or speaker.guessed or heard != list(self.side.people):
            return None
        person = speaker.people[0]
        of_them = person.country in self.states or (person.country is None and person.titles)
        return speaker if of_them else None

    def _event(self, sides: tuple[Side, ...]) -> Event:
        return Event(self.trigger, sides, _CONFIDENCE, "roster", guessed=True)


def open_events(reader: ArgumentReader, events: tuple[Event, ...]) -> tuple[OpenEvent, ...]:
    """The events of a sentence that leave open who took part."""
    states = reader.country_at.values()
    found = [
        OpenEvent(event.trigger, reader.sentence, side, states=states)
        for event in events
        if len(event.sides) == 2
        for side, other in (event.sides, event.sides[::-1])
        if side.people and other.groups and not other.people
    ]
    found.extend(
        OpenEvent(trigger, reader.sentence, side, states=states) for trigger, side in receptions(reader)
    )
    told = {event.trigger.i for event in events}
    found.extend(
        OpenEvent(round_.trigger, reader.sentence, None, round_)
        for round_ in open_rounds(reader)
        if round_.trigger.i not in told
    )
    return tuple(found)


def _acts(reader: ArgumentReader) -> Iterator[tuple[Token, Argument]]:
    """The verbs of the sentence with their subjects; who hosts others, with them."""
    for token in reader.sentence.span:
        if token.pos_ == "VERB" and any(child.dep_ == "nsubj" for child in token.children):
            subject = reader.subject(token)
            if _is_hosting(token) and subject.people:
                subject.merge(object_of(token, reader))
            yield token, subject


def _is_hosting(verb: Token) -> bool:
    """ "hosted", "welcomed": who does so to several of a round sits in it with them."""
    frame = VERBS.get(verb.lemma_.lower())
    return frame is not None and frame.hosts


def _listed(reader: ArgumentReader, follows: bool, announced: bool, trigger: Token) -> Argument | None:
    """The people that a sentence says were there, or None where it is no roster.

    `follows`: the open event is in the sentence right before, so that "they" can mean its people, if a
    plural has announced them.
    """
    root = reader.sentence.span.root
    lemma = root.lemma_.lower()
    there = attendance(reader)
    if there is not None and not _was_there(there, trigger):
        return None
    if there is not None and (follows or not _of_it(there)):
        if _came_along(reader, there.people.people):
            return None
        there.people.merge(there.host)
        return there.people
    if follows and (joined := _joined(reader)) is not None:
        return joined
    if follows and (opposite := _opposite(reader)) is not None:
        return opposite
    if follows and announced and (among := _among_them(reader)) is not None:
        return among
    if follows and (represented := _represented(reader)) is not None:
        return represented
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return None
    if subject.lower_ in _GUESTS and any(child.tag_ == "PRP$" for child in subject.children):
        # "His guests, A of X and B of Y, spoke of …"
        return _nonempty(reader.read_list(subject.i + 2, root.i))
    if subject.dep_ == "nsubj" and (leader := _leads_side(root, reader)) is not None:
        return _nonempty(leader)
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
    """ "headed by A, and that of Mali by B", "led by A and the rebels were headed by B": who leads each of
    the sides.
    """
    heads = reader.read_list(position, reader.end)
    for at in range(position, reader.end - 1):
        token = reader.doc[at]
        if token.lower_ in _OTHER_SIDE and reader.doc[at - 1].pos_ != "ADP":
            by = next(
                (i for i in range(at, min(at + _SIDE_WITHIN, reader.end)) if reader.doc[i].lower_ == "by"),
                None,
            )
            if by is not None:
                heads.merge(reader.read_list(by + 1, reader.end))
        elif token.lemma_.lower() in LEADING and token.tag_ == "VBN" and reader.doc[at + 1].lower_ == "by":
            heads.merge(reader.read_list(at + 2, reader.end))
    return heads


def _leads_side(verb: Token, reader: ArgumentReader) -> Argument | None:
    """ "A leads the Sudanese delegation": who leads one of the sides."""
    if verb.lemma_.lower() not in LEADING:
        return None
    led = next((child for child in verb.children if child.dep_ == "dobj"), None)
    return reader.subject(verb) if led is not None and led.lower_ in _SIDES else None


def _represented(reader: ArgumentReader) -> Argument | None:
    """ "Mali and Niger were represented by their premiers, A and B", "Mali was represented by A, Niger by B",
    wherever the parse puts the verb.
    """
    for token in reader.sentence.span:
        if token.lemma_.lower() == "represent" and token.i + 1 < reader.end and token.nbor().lower_ == "by":
            if not any(at < token.i for at in reader.country_at):
                return None
            people = reader.read_list(token.i + 2, reader.end)
            for at in range(token.i + 2, reader.end - 1):
                if reader.doc[at].lower_ == "by" and at - 1 in reader.country_at:
                    people.merge(reader.read_list(at + 1, reader.end))
            return _nonempty(people)
    return None


def _was_there(there: Attendance, trigger: Token) -> bool:
    """Whether who attends a round is as far as it: not "did not attend", "will attend the next"."""
    status = "planned" if there.awaited else standing_of(there.verb).status
    return status == "held" or status == standing_of(trigger).status


def _came(reader: ArgumentReader) -> bool:
    """ "Taking part were A and B", "A took part", "Mali was represented by C": told as done."""
    there = attendance(reader)
    if there is not None:
        return not there.awaited and mood_of(there.verb).past and standing_of(there.verb).status == "held"
    return any(
        token.lemma_.lower() == "represent" and mood_of(token).past and not mood_of(token).modal
        for token in reader.sentence.span
    )


def _came_along(reader: ArgumentReader, people: Sequence[Person]) -> bool:
    """ "Minister A and his deputy B were also present": those of one state beside who has been named."""
    states = {person.country for person in people} - {None}
    also = any(token.lower_ == "also" for token in reader.sentence.span)
    return len(people) > 1 and (one_government(people) or (also and len(states) == 1))


def _of_it(there: Attendance) -> bool:
    """ "It was attended by": the round of the sentence right before."""
    return there.round is None and any(child.lower_ == "it" for child in there.verb.children)


def _opposite(reader: ArgumentReader) -> Argument | None:
    """ "Across the table sits A", "Opposite him sat A": who faces those just named."""
    root = reader.sentence.span.root
    before = {word.lower_ for word in reader.doc[reader.start : root.i]}
    facing = "opposite" in before or {"across", "table"} <= before or {"other", "side"} <= before
    if root.lemma_.lower() not in _SITTING or not facing or reader.people_before(root.i):
        return None
    return _nonempty(reader.read_list(root.i + 1, reader.end))


def _among_them(reader: ArgumentReader) -> Argument | None:
    """ "Among them were A and B": some of a group just told of."""
    root = reader.sentence.span.root
    among = next((child for child in root.children if child.lower_ == "among" and child.i < root.i), None)
    if root.lemma_ != "be" or among is None or among.i != reader.start:
        return None
    listed = any(word.lower_ in {"them", "these", "those"} for word in among.children)
    return _nonempty(reader.read_list(root.i + 1, reader.end)) if listed else None


def _joined(reader: ArgumentReader) -> Argument | None:
    """ "President A was joined by Presidents B and C": those of several states are the round just told of."""
    for verb in reader.sentence.span:
        if verb.lemma_.lower() != "join" or verb.tag_ != "VBN":
            continue
        if not any(child.dep_ == "nsubjpass" for child in verb.children):
            continue
        host, guests = reader.subject(verb), behind_by(verb, reader)
        states = {person.country for person in guests.people} - {None}
        if len(host.people) == 1 and len(states - {host.people[0].country}) >= 2:
            host.merge(guests)
            return host
    return None


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
    return word in PLURAL_HEADS or word in GROUP_NOUNS or word in PRESENT or word == "side"
