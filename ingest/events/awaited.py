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
from ingest.events.slots import agent_of
from ingest.status.mood import is_passive, mood_of
from ingest.status.words import AWAITING, MOTION
from ingest.triggers import TELLING_VERBS

# What one goes to a leader for, beside telling him something.
_PRESSING = frozenset("press persuade convince lobby protest appeal plead pressure congratulate".split())
MISSIONS = TELLING_VERBS | _PRESSING | AWAITING
# Before whom one speaks.
_TO = frozenset({"to", "with", "on", "upon"})
# So many verbs joined by "and" share one journey.
_JOINED = 3
# What says that a guest is expected, and not an act of his.
_SETTING = frozenset({"in", "at", "on", "for", "with", "here", "there"})
_TOLD_ON_JOURNEY = 0.6
_AWAITED = 0.65


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
        host, guest = reader.subject(token), object_of(token, reader)
        if not _is_settled(guest, reader):
            return  # "expects Solen to resign"
    if host.people and guest.people:
        yield from side_against_side(token, host, guest, _AWAITED, "verb:expect", reader, host=host)


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
