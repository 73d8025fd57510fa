"""Meetings told without a word of meeting, by what one person does with, to or beside another.

"Spent an evening with", "presented her credentials to", "was there as the guest of", "informed the ambassador":
the field counts these as visits, receptions and consultations. Each needs a person in both places.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event
from ingest.events.sides import side_against_side
from ingest.events.slots import after_preposition
from ingest.triggers import SHARED_CHAIRS, TELLING_VERBS

_SPENDING = frozenset({"spend", "begin", "start", "open", "end", "finish"})
# What is spent with somebody. A day is begun with him as well; only who spends it has it for an object.
_TIMES = frozenset("minute hour morning afternoon evening night day weekend week time much most half".split())
_DAYS = frozenset("day morning afternoon evening visit trip".split())
_CREDENTIALS = frozenset({"credential", "credentials", "credence"})
# Who represents a state where he is; what he is told officially he is told face to face.
_ENVOYS = frozenset({"ambassador", "envoy", "commissioner", "representative"})
_OFFICIALLY = TELLING_VERBS - {"make", "give", "thank", "ask", "promise"} | {"summon", "notify"}
_SPENT = 0.7
_PRESENTED = 0.85
_GUEST = 0.6
_SUMMONED = 0.6
_TOLD_ENVOY = 0.6
_CHAIRED_WITH = 0.75
# "co" and "-" before "chaired".
_HYPHENED = 2
_PAID_VISIT = 0.8

CONTACT_WORDS = _SPENDING | _OFFICIALLY | {"present", "hand", "guest", "pay"}


def contacts(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """The meetings that such a verb or noun states."""
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN":
        if lemma == "guest":
            yield from _guest_of(token, reader)
        return
    if token.pos_ != "VERB":
        return
    for other, confidence, kind in _others(token, lemma, reader):
        if other.people:
            subject = reader.subject(token)
            yield from side_against_side(token, subject, other, confidence, f"verb:{kind}", reader)
            return


def _others(token: Token, lemma: str, reader: ArgumentReader) -> Iterator[tuple[Argument, float, str]]:
    if lemma in _SPENDING and _spends_time(token, lemma):
        yield after_preposition(token, {"with"}, reader), _SPENT, "spend"
    if lemma in {"present", "hand"} and _has_credentials(token):
        yield after_preposition(token, {"to"}, reader), _PRESENTED, "present-credentials"
    if lemma in _SUMMONING:
        yield reader.read_list(token.i + 1, reader.end), _SUMMONED, "summon"
    if lemma in _OFFICIALLY and (envoy := _envoy_told(token, reader)).people:
        yield envoy, _TOLD_ENVOY, "tell-envoy"
    if lemma == "pay" and (visited := _paid_visit(token, reader)) is not None:
        yield visited, _PAID_VISIT, "pay-visit"


_SUMMONING = frozenset({"summon"})


def chaired_with(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "Solen co-chaired the council with Premier Lamar"."""
    if token.lemma_.lower() not in SHARED_CHAIRS or token.i == reader.start:
        return
    before = {word.lower_ for word in reader.doc[max(reader.start, token.i - 2) : token.i]}
    if token.lemma_.lower() != "co-chair" and not before & {"co", "jointly"}:
        return
    for at in range(token.i + 1, reader.end):
        word = reader.doc[at]
        if word.pos_ in {"VERB", "AUX", "SCONJ"} or word.text in {";", ":", ","}:
            return
        if word.lower_ == "with":
            other = reader.read_list(at + 1, reader.end)
            subject = reader.subject(token) or reader.phrase_ending_at(token.i - 1 - _HYPHENED)
            yield from side_against_side(token, subject, other, _CHAIRED_WITH, "verb:chair-with", reader)
            return


def _spends_time(token: Token, lemma: str) -> bool:
    """ "spent an hour with", "began the day with"; not "spent a fortune"."""
    for child in token.children:
        if child.dep_ in {"dobj", "npadvmod"}:
            word = child.lemma_.lower()
            if lemma == "spend" and (word in _TIMES or child.ent_type_ in {"TIME", "DATE"}):
                return True
            if lemma != "spend" and word in _DAYS:
                return True
    return False


def _has_credentials(token: Token) -> bool:
    return any(
        word.lemma_.lower() in _CREDENTIALS
        for child in token.children
        if child.dep_ == "dobj"
        for word in child.subtree
    )


def _envoy_told(token: Token, reader: ArgumentReader) -> Argument:
    """ "informed Russian Ambassador Lamar of the leak": a named envoy, right behind the verb."""
    listener = reader.read_list(token.i + 1, reader.end)
    envoys = [
        person
        for person in listener.people
        if (mention := listener.mentions.get(person.key)) is not None and mention.head in _ENVOYS
    ]
    return Argument(people=envoys, mentions=listener.mentions) if envoys else Argument()


def _paid_visit(token: Token, reader: ArgumentReader) -> Argument | None:
    """ "paid him a farewell visit"."""
    visit = next((c for c in token.children if c.dep_ == "dobj" and c.lemma_.lower() in {"visit", "call"}), None)
    visited = next((c for c in token.children if c.dep_ == "dative" and c.i < token.i + 3), None)
    if visit is None or visited is None:
        return None
    return reader.noun_phrase(visited, token)


def _guest_of(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "spent four days in Norvik as the guest of Mayor Lamar"."""
    if token.head.lower_ != "as" or token.i + 1 >= reader.end or token.nbor().lower_ != "of":
        return
    host = reader.read_list(token.i + 2, reader.end)
    if len(host.people) == 1 and not host.groups:
        guest = reader.governor_subject(token.head)
        yield from side_against_side(token, guest, host, _GUEST, "noun:guest-of", reader, host=host)
