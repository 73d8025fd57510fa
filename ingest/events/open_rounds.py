"""Events whose people are still to be named: "four leaders met", "Solen hosted a summit"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.noun_events import is_carried, is_other_sense
from ingest.people import Person
from ingest.titles import PLURAL_HEADS
from ingest.triggers import (
    NOUNS,
    VERBS,
)

# Nouns that stand for a meeting of several even where the sentence names none of them.
_ROUNDS = frozenset({"summit", "meeting", "talk", "conference"})
_ASSEMBLING = frozenset({"gather", "assemble", "convene", "huddle"})
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
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
        noun = token.pos_ in {"NOUN", "PROPN"} and lemma in NOUNS and not is_other_sense(token, lemma)
        if not verb and not (noun and (is_carried(token) or lemma in _ROUNDS)):
            continue
        subject = reader.subject(token if verb else token.head)
        plural = [group for group in subject.groups if _is_plural_of_people(group)]
        if not subject.people and (plural or (noun and lemma in _ROUNDS)):
            return (OpenRound(token, None, _states(plural, token, reader), _count(plural), bool(plural)),)
        if noun and (host := _host(token, subject)) is not None:
            return (OpenRound(token, host),)
    return ()


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
    return next((_NUMBERS[word] for word in words if word in _NUMBERS), None)


def _states(groups: list[str], trigger: Token, reader: ArgumentReader) -> frozenset[str]:
    """The states whose people make up the groups before the trigger."""
    if not groups:
        return frozenset()
    return frozenset(span.iso3 for at, span in reader.country_at.items() if at < trigger.i)
