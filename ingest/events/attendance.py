"""Who a sentence says was at a round: "Attending were A and B", "It was attended by A", "A and B took part".

Which round it was, and whether it was held, say the sentences before (`ingest.rosters`), or the sentence
itself where it names the round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.arguments.words import FINITE
from ingest.events.model import Event, Side
from ingest.events.noun_events import is_of_members, is_other_sense
from ingest.events.sides import all_with_all
from ingest.events.slots import after_preposition, agent_of
from ingest.people import Person
from ingest.status.mood import mood_of
from ingest.titles import GROUP_NOUNS, PLURAL_HEADS
from ingest.triggers import NOUNS

_LISTS = frozenset({"be", "include", "comprise"})
# Those who were there, in words.
PRESENT = frozenset("participants attendees present those members guests signatories".split())
_THERE = frozenset(
    "present attending attendance participating participants attendees joining table hand".split()
)
_AMONG = _THERE | {"taking"}
_OPENERS = frozenset(
    """
    present attending attendance participating also joining others other around among taking those besides at
    on heading leading expected due
    """.split()
)
# Who is to be there: "Expected to attend are".
_AWAITED = frozenset({"expected", "due"})
_BEING_THERE = frozenset({"attend", "participate", "join"})
# Beside whom the others of a list were there.
_BESIDE = frozenset({"with", "besides", "alongside", "beside"})
_TAKING_PART = frozenset("attend participate join take assemble gather be".split())
_HEADING = frozenset({"heading", "leading"})
_SIDES = frozenset({"delegation", "delegations", "sides", "teams"})
# What one attends, where the round was told of before.
_THAT_ROUND = frozenset({"it", "them"})
# What one takes, joins or heads to be there.
_TAKEN = _THAT_ROUND | _SIDES | {"part"}
# The forms in which the verb of a list is told.
_TOLD = FINITE | {"VB"}
# What is done in the presence of others.
_SIGNING = frozenset({"sign", "initial", "ink"})
_HOSTING = frozenset({"host", "chair", "convene", "hold"})
# What may stand for a round told of before.
_IT = frozenset({"it", "which", "that"})
# So many sentences after two have met "the meeting" is still theirs.
_STILL_TOLD = 5
_SIDES_AT_LEAST = 2
# So many words behind its noun a round is "attended by".
_ATTENDED_WITHIN = 12
_SURE = 0.7
# So many words before the verb that opens a list may say what it lists.
_OPENING = 20


@dataclass(frozen=True, slots=True)
class Attendance:
    """Those who were there. `round` is the noun for what they were at, where the sentence names it;
    `awaited`: they are still to come.
    """

    people: Argument
    verb: Token
    round: Token | None = None
    host: Argument = field(default_factory=Argument)
    awaited: bool = False


def attended(reader: ArgumentReader) -> Iterator[Event]:
    """ "The talks, hosted by Zaki, were attended by A, B and C": all with all, and with the host."""
    there = attendance(reader)
    if there is None or there.round is None or there.awaited:
        return
    if is_of_members(there.round, reader) and not _is_small_session(there.round):
        return
    if reader.memory.event_age <= _STILL_TOLD and any(c.lower_ == "the" for c in there.round.children):
        yield from _came_along(there, reader)
        return
    everyone = there.people
    if len({person.country for person in everyone.people} - {None}) < _SIDES_AT_LEAST:
        return  # one side, or nobody knows whose
    apart = [person for person in there.host.people if person not in everyone.people]
    round_ = all_with_all(there.verb, everyone, _SURE, "verb:attend")
    hosting = tuple(Side((person,), role="host") for person in apart)
    yield replace(round_, sides=hosting + round_.sides)


def _is_small_session(noun: Token) -> bool:
    """ "A session held at the guesthouse": of no body that would be named."""
    return noun.lemma_ == "session" and not any(
        child.pos_ == "PROPN" or child.lower_ == "of" for child in noun.children
    )


def _came_along(there: Attendance, reader: ArgumentReader) -> Iterator[Event]:
    """ "The meeting was attended by …": those who came along with the two who met sit on their sides."""
    met = [person for person in reader.memory.event if person not in there.people.people]
    states = {person.country for person in met}
    along = {person.country for person in there.people.people}
    if len(met) == len(states) == _SIDES_AT_LEAST and None not in states and along == states:
        everyone = [*met, *there.people.people]
        yield Event(there.verb, tuple(_by_state(everyone)), _SURE, "verb:attend-along", guessed=True)


def witnessed(reader: ArgumentReader) -> Iterator[Event]:
    """ "The summit opened in the presence of A, B and C", "A and B signed the treaty in the presence of C":
    all with all, and who is of one state with another on the side of that one.
    """
    for token in reader.sentence.span:
        if token.lower_ != "presence" or token.dep_ != "pobj" or token.head.lower_ != "in":
            continue
        verb, of = token.head.head, token.nbor() if token.i + 1 < reader.end else token
        if (
            verb.pos_ != "VERB"
            or of.lower_ != "of"
            or not (verb.lemma_.lower() in _SIGNING or _is_of_round(verb, reader))
        ):
            continue
        everyone = agent_of(verb, reader) or reader.subject(verb)
        everyone.merge(reader.read_list(of.i + 1, reader.end))
        people = [person for person in everyone.people if not person.speaks_for_others]
        states = {person.country for person in people}
        if len(states - {None}) >= _SIDES_AT_LEAST and not everyone.presumed:
            yield Event(verb, tuple(_by_state(people)), _SURE, "verb:in-presence", everyone.guessed)


def _is_of_round(verb: Token, reader: ArgumentReader) -> bool:
    """Whether it is said of a meeting that it "opened", "was held"; not of one of many members."""
    nouns = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    if verb.dep_ == "acl":
        nouns.append(verb.head)  # "a summit opened in Riga"
    return any(is_round(noun) and not is_of_members(noun, reader) for noun in nouns)


def _by_state(people: Iterable[Person]) -> Iterator[Side]:
    """People of one state on one side, those of whom nobody knows whose they are each on their own."""
    sides: dict[str | int, list[Person]] = {}
    for person in people:
        sides.setdefault(person.country or person.key, []).append(person)
    return (Side(tuple(side)) for side in sides.values())


def attendance(reader: ArgumentReader) -> Attendance | None:
    """Who the sentence says was at a round, or None where it says so of nobody."""
    return fronted(reader) or _attended_by(reader) or _took_part(reader)


def fronted(reader: ArgumentReader) -> Attendance | None:
    """ "Present were A, B and C", "Also attending the talks was D", "Besides A, there were B"."""
    verb = next(
        (
            token
            for token in reader.sentence.span[:_OPENING]
            if token.lemma_.lower() in _LISTS and token.tag_ in _TOLD
        ),
        None,
    )
    if verb is None or verb.i == reader.start:
        return None
    before = reader.doc[reader.start : verb.i]
    words = {token.lower_ for token in before}
    noun = next((token for token in before if is_round(token)), None)
    at_round = noun is not None and "at" in words
    taking = {"taking", "part"} <= words or bool(words & _HEADING and words & _SIDES)
    taking = taking or (before[0].lower_ in _AWAITED and bool(words & _BEING_THERE))
    if not (before[0].lower_ in _OPENERS or _has_plural(verb)) or not (words & _THERE or at_round or taking):
        return None
    if any(token.dep_ == "dobj" and noun is None and token.lower_ not in _TAKEN for token in before):
        return None  # "Joining the condemnation were"
    at = verb.i + 1
    while at < reader.end and (reader.doc[at].pos_ in {"ADV", "AUX"} or reader.doc[at].text == ":"):
        at += 1
    present = reader.read_list(at, reader.end)
    for other in reader.doc[at : reader.end]:
        # "…, and from the opposite side were the delegation led by D"
        if not present.people or reader.doc[other.i - 1].lower_ != "side":
            continue
        if other.lemma_ == "be":
            present.merge(reader.read_list(other.i + 1, reader.end))
        elif other.i in reader.mention_at:
            present.merge(reader.read_list(other.i, reader.end))  # "from the Greek side Minister D"
    if present.people:
        present.merge(_beside(reader, verb.i))
    awaited = before[0].lower_ in _AWAITED
    return Attendance(present, verb, noun, awaited=awaited) if present.people else None


def _has_plural(verb: Token) -> bool:
    """ "The leaders attending are": the subject is a plural of people."""
    return any(
        child.dep_ in {"nsubj", "nsubjpass"}
        and child.i < verb.i
        and (child.lower_ in PLURAL_HEADS or child.lower_ in GROUP_NOUNS or child.lower_ in PRESENT)
        for child in verb.children
    )


def _beside(reader: ArgumentReader, stop: int) -> Argument:
    """ "Besides President A, the meeting was attended by …": who is named before as there too."""
    for token in reader.doc[reader.start : stop]:
        if token.lower_ in _BESIDE:
            return reader.read_list(token.i + 1, stop)
    return Argument()


def _attended_by(reader: ArgumentReader) -> Attendance | None:
    """ "It was attended by A and B", "the summit, which is attended by A", "was joined at the talks by B"."""
    for verb in reader.sentence.span:
        if verb.lemma_.lower() != "attend" or verb.tag_ != "VBN":
            continue
        finite = verb.head if verb.dep_ == "xcomp" else verb  # "is to be attended by"
        if finite.dep_ in {"acl", "relcl"} and is_round(finite.head) and mood_of(verb).infinitive:
            # "the summit, to be attended by A and B", "expected to be attended by"
            people = behind_by(verb, reader)
            return Attendance(people, finite.head, finite.head) if people.people else None
        event = next((child for child in finite.children if child.dep_ in {"nsubjpass", "nsubj"}), None)
        if event is None and verb.dep_ in {"acl", "conj"}:
            event = _round_before(verb, reader)
        if event is None:
            continue
        if event.lower_ in {"which", "that"} and verb.dep_ == "relcl":
            event = verb.head
        if not (is_round(event) or event.lower_ in _IT):
            continue
        people = behind_by(verb, reader)
        if people.people:
            people.merge(_beside(reader, verb.i))
            return Attendance(people, verb, event if is_round(event) else None, _host(event, reader))
    return None


def _round_before(verb: Token, reader: ArgumentReader) -> Token | None:
    """ "The accord came at a session held in Norvik and attended by A and B": what they attended."""
    for at in range(verb.i - 1, max(reader.start, verb.i - _ATTENDED_WITHIN) - 1, -1):
        token = reader.doc[at]
        if is_round(token):
            return token
        if token.tag_ in FINITE or token.text in {",", ";"}:
            return None
    return None


def behind_by(verb: Token, reader: ArgumentReader) -> Argument:
    """ "Was attended by A and B", "was joined by A": who is named behind "by", as far as the list goes."""
    by = next((child for child in verb.children if child.lower_ == "by" and child.i > verb.i), None)
    return Argument() if by is None else reader.read_list(by.i + 1, reader.end)


def _host(event: Token, reader: ArgumentReader) -> Argument:
    """ "The talks, hosted by A, were attended by", "A is hosting the summit, which is attended by"."""
    if event.dep_ == "dobj" and event.head.lemma_.lower() in _HOSTING:
        return reader.subject(event.head)
    hosted = next((c for c in event.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in _HOSTING), None)
    return after_preposition(hosted, {"by"}, reader, within=2) if hosted is not None else Argument()


def _took_part(reader: ArgumentReader) -> Attendance | None:
    """ "X also attended", "X and Y took part in the summit", "X, Y and Z were present"."""
    root = reader.sentence.span.root
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.dep_ != "nsubj" or subject.lower_ == "delegation":
        return None  # whose people are one side
    for verb in (root, *root.conjuncts):
        if verb.lemma_.lower() not in _TAKING_PART:
            continue
        part, noun = _takes_part(verb)
        if part:
            people = reader.subject(verb)
            if not people.people and people.groups:
                people = _behind_colon(verb, reader)
            if people.people:
                people.merge(_along_with(verb, reader))
            return Attendance(people, verb, noun) if people.people else None
    return None


def _along_with(verb: Token, reader: ArgumentReader) -> Argument:
    """ "A and B took part, along with C"."""
    for token in reader.doc[verb.i + 1 : reader.end]:
        if token.lower_ == "with" and reader.doc[token.i - 1].lower_ in {"along", "together"}:
            return reader.read_list(token.i + 1, reader.end)
    return Argument()


def _behind_colon(verb: Token, reader: ArgumentReader) -> Argument:
    """ "Leaders of three states attended: A, B and C"."""
    colon = next((token.i for token in reader.doc[verb.i : reader.end] if token.text == ":"), None)
    return Argument() if colon is None else reader.read_list(colon + 1, reader.end)


def _takes_part(verb: Token) -> tuple[bool, Token | None]:
    """ "Also attended", "took part in the summit", "were present"; not "attended a funeral"."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        there = any(
            child.lower_ == "present"
            or (child.lower_ == "in" and any(grand.lower_ == "attendance" for grand in child.children))
            or (child.lower_ == "among" and any(grand.lower_ in _AMONG for grand in child.subtree))
            for child in verb.children
        )
        return there, None
    behind = [grand for child in verb.children for grand in (child, *child.children) if child.i > verb.i]
    noun = next((token for token in behind if is_round(token) and token.dep_ in {"dobj", "pobj"}), None)
    if lemma == "take":
        return any(child.lower_ == "part" for child in verb.children), noun
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return all(is_round(child) or child.lower_ in _THAT_ROUND for child in objects), noun


def is_round(token: Token) -> bool:
    """Whether a noun is a word for a meeting in that sense: not "press conference"."""
    lemma = token.lemma_.lower()
    return token.pos_ in {"NOUN", "PROPN"} and lemma in NOUNS and not is_other_sense(token, lemma)
