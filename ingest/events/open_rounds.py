"""Events whose people are still to be named: "four leaders met", "Solen hosted a summit"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Side
from ingest.events.noun_events import is_carried, is_other_sense
from ingest.events.objects import object_of
from ingest.events.slots import after_preposition
from ingest.events.ways import NUMBERS, ways
from ingest.people import Person
from ingest.status.mood import is_passive
from ingest.titles import PLURAL_HEADS
from ingest.triggers import (
    NOUNS,
    VERBS,
)

# Nouns that stand for a meeting of several even where the sentence names none of them.
ROUND_NOUNS = frozenset({"summit", "meeting", "talk", "conference"})
# The two beside the nouns of meeting are so where it is said of people that they hold or end them.
_WORDS = NOUNS.keys() | {"retreat", "gathering"}
_RECEIVING = frozenset({"receive", "host"})
_ASSEMBLING = frozenset({"gather", "assemble", "convene", "huddle"})
# Who does this to a summit sits in it.
_HOSTING = frozenset("host hold convene chair open attend address join".split())
# Words that make a noun a meeting of several states' people, so that its host did not sit alone.
_OF_SEVERAL = frozenset(
    """
    regional summit mini-summit three-way four-way five-way six-way two-day one-day three-day emergency
    trilateral tripartite quadripartite multilateral extraordinary special annual
    """.split()
)


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A round with a place open. `host` is in it already; `states` and `count` say who may still come.

    `announced`: a plural stands for its people ("four leaders"), which "they" can mean.
    """

    trigger: Token
    host: Person | None = None
    states: frozenset[str] = frozenset()
    count: int | None = None
    announced: bool = False


def open_rounds(reader: ArgumentReader) -> tuple[OpenRound, ...]:
    """Triggers whose people are still unnamed: "four leaders met in Sharm el-Sheikh", "a summit opened in
    Lusaka". At most one a sentence.
    """
    for token in reader.sentence.span:
        lemma = token.lemma_.lower()
        verb = token.pos_ == "VERB" and (
            lemma in _ASSEMBLING or (lemma in VERBS and VERBS[lemma].frame in {"meet", "with"})
        )
        noun = token.pos_ in {"NOUN", "PROPN"} and lemma in _WORDS and not is_other_sense(token, lemma)
        if not verb and not (noun and (is_carried(token) or lemma in ROUND_NOUNS)):
            continue
        subject = reader.subject(token if verb else token.head)
        plural = [group for group in subject.groups if _is_plural_of_people(group)]
        if not subject.people and (plural or (noun and lemma in ROUND_NOUNS)):
            count = _count(plural) or ways(token)
            return (
                OpenRound(
                    token, _convenor(token, reader), _states(plural, token, reader), count, bool(plural)
                ),
            )
        if noun and (host := _host(token, subject)) is not None:
            return (OpenRound(token, host),)
    return ()


def receptions(reader: ArgumentReader) -> Iterator[tuple[Token, Side]]:
    """Who received a group whose people are still to be named: "received the credentials of four
    ambassadors".
    """
    for token in reader.sentence.span:
        if token.pos_ != "VERB" or token.lemma_.lower() not in _RECEIVING or is_passive(token):
            continue
        host, guests = reader.subject(token), object_of(token, reader)
        if len(host.people) == 1 and not guests.people and guests.groups and not host.presumed:
            yield token, Side(tuple(host.people), role="host")


def _convenor(noun: Token, reader: ArgumentReader) -> Person | None:
    """ "The summit was convened by Solen": who is named of those who sat in it."""
    if noun.dep_ != "nsubjpass" or noun.head.lemma_.lower() not in _HOSTING:
        return None
    agent = after_preposition(noun.head, {"by"}, reader, within=2).people
    return agent[0] if len(agent) == 1 and not agent[0].speaks_for_others else None


def _host(noun: Token, subject: Argument) -> Person | None:
    """Who alone is named of a round of several: "Solen hosted a regional summit"."""
    if len(subject.people) != 1 or subject.people[0].speaks_for_others or noun.dep_ != "dobj":
        return None
    of_several = noun.lemma_.lower() == "summit" or any(word.lower_ in _OF_SEVERAL for word in noun.lefts)
    hosted = noun.head.lemma_.lower() in _HOSTING
    return subject.people[0] if of_several and hosted else None


def _is_plural_of_people(group: str) -> bool:
    return any(word in PLURAL_HEADS for word in group.lower().split())


def _count(groups: list[str]) -> int | None:
    words = [word for group in groups for word in group.lower().split()]
    return next((NUMBERS[word] for word in words if word in NUMBERS), None)


def _states(groups: list[str], trigger: Token, reader: ArgumentReader) -> frozenset[str]:
    """The states whose people make up the groups before the trigger."""
    if not groups:
        return frozenset()
    return frozenset(span.iso3 for at, span in reader.country_at.items() if at < trigger.i)
