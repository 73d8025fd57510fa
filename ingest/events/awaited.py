"""Meetings told by who goes to see whom: "will fly to Norvik to urge Premier Lamar to give in", "is expecting
her in Norvik".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event
from ingest.events.objects import object_of
from ingest.events.sides import side_against_side
from ingest.events.slots import after_preposition, agent_of
from ingest.status.mood import is_passive, mood_of
from ingest.status.words import AWAITING, MOTION
from ingest.time_attachment import VISITS
from ingest.triggers import TELLING_VERBS

# What one goes to a leader for, beside telling him something.
_PRESSING = frozenset(
    "press persuade convince lobby report protest appeal plead pressure congratulate".split()
)
MISSIONS = TELLING_VERBS | _PRESSING | AWAITING
# Before whom one speaks.
_TO = frozenset({"to", "with", "on", "upon"})
# Of whom a visit is awaited.
_COMINGS = VISITS | {"arrival"}
_OF = {"by", "from", "of"}
# So many verbs joined by "and" share one journey.
_JOINED = 3
# What says that a guest is expected, and not an act of his.
_SETTING = frozenset({"in", "at", "on", "for", "with", "here", "there"})
_TOLD_ON_JOURNEY = 0.6
_SURE_OF_GUEST = 0.65
# The rule of events of which the guest is still to come.
AWAITED = "verb:expect"


def awaited(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """The meeting that a mission or a host who waits speaks of."""
    if token.lemma_.lower() in AWAITING:
        yield from _expected(token, reader)
    else:
        yield from _told_on_journey(token, reader)


def _expected(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Premier Lamar is expecting her in Norvik on Friday", "where he is awaited by Premier Lamar"."""
    if is_passive(token):
        if token.lemma_ == "expect" and any(child.dep_ == "xcomp" for child in token.children):
            return  # "is expected by many to resign"
        host, guest = agent_of(token, reader), reader.subject(token)
    else:
        host, guest = reader.subject(token), _visitor(token, reader)
        if not guest.people:
            guest = object_of(token, reader)
            if not _is_settled(guest, reader):
                return  # "expects Solen to resign"
    if host.people and guest.people:
        yield from side_against_side(token, host, guest, _SURE_OF_GUEST, AWAITED, reader, host=host)


def _visitor(token: Token, reader: ArgumentReader) -> Argument:
    """ "Is awaiting a return visit by Lamar", "expects Lamar's arrival"."""
    for noun in token.children:
        if noun.dep_ == "dobj" and noun.lemma_.lower() in _COMINGS:
            by = after_preposition(noun, _OF, reader, within=2)
            return by if by.people else reader.possessor(noun)
    return Argument()


def _is_settled(guest: Argument, reader: ArgumentReader) -> bool:
    """Whether a place, a day or a purpose of the guest follows, and no act of his."""
    behind = reader.doc[guest.end] if guest.end < reader.end else None
    return behind is not None and behind.lower_ in _SETTING


def _told_on_journey(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Solen will fly to Norvik to urge Premier Lamar to give in": to one who is at home there."""
    if not mood_of(token).infinitive or token.i + 1 >= reader.end:
        return
    journey = _journey_for(token)
    if journey is None:
        return
    states = {
        country.iso3
        for at, country in reader.country_at.items()
        if journey.i < at < token.i and at not in reader.mention_at
    }
    at = token.i + 1 + (token.nbor().lower_ in _TO)
    listener, speaker = reader.read_list(at, reader.end), reader.subject(journey)
    if not listener.people or not speaker.people or not _are_at_home(listener, states):
        return
    if not any(person.country in states for person in speaker.people):
        yield from side_against_side(
            token, speaker, listener, _TOLD_ON_JOURNEY, "verb:tell-journey", reader, host=listener
        )


def _are_at_home(listener: Argument, states: set[str]) -> bool:
    return all(person.country in states and person.titles for person in listener.people)


def _journey_for(purpose: Token) -> Token | None:
    """The verb of the journey that is made for a purpose, or of who is due somewhere for it."""
    above = purpose
    for _ in range(_JOINED):
        if above.dep_ not in {"xcomp", "advcl", "conj"}:
            return None
        above = above.head.head if above.head.lower_ == "due" else above.head
        due = above.lemma_ == "be" and any(child.lower_ == "due" for child in above.children)
        if above.pos_ in {"VERB", "AUX"} and (due or above.lemma_.lower() in MOTION):
            return above
    return None
