"""Who has gone where: the journeys that a sentence tells of, with their goals and those who go.

"Arrived in Ankara", "on a visit to Russia", "flew to Doha". A journey that is only wished for, refused or
called off takes nobody anywhere; one that lies ahead says where people will be, not where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Span, Token

from ingest.arguments import Argument, ArgumentReader
from ingest.people import Person
from ingest.place_phrases import FoundPlace
from ingest.status import standing_of
from ingest.status.words import Status

_VERBS = frozenset(
    """
    arrive fly travel visit land come return head go tour pay stop proceed move journey jet leave depart cross
    drive
    """.split()
)
# What a journey does, and other things as well: "a visit that begins in Norvik", "an exhibition kicked off".
COURSE = frozenset("begin start kick conclude wrap end continue".split())
_NOUNS = frozenset({"visit", "trip", "tour", "stay", "stop", "stopover", "leg"})
# "On his first day in Oslo": only of somebody.
_TIMES = frozenset({"day", "night", "morning", "evening", "week"})
# What a journey can have become for it to say where people were, or would have been.
_TOLD = frozenset({"held", "planned", "postponed", "cancelled"})
# "Left Oslo" is the opposite of a goal; "left for Oslo" is one.
LEAVING = frozenset({"leave", "depart", "head"})
# So many words behind a visit its visitor may be named.
_OWNER_WITHIN = 7
# After "his trip to Iran" he may be anywhere.
NOT_DURING = frozenset("after before following since until ahead from of".split())


@dataclass(frozen=True, slots=True)
class Journey:
    """One journey. `goal` is None where it went "here"."""

    word: Token
    goal: FoundPlace | None
    status: Status
    follows: bool = False
    """It came after what the sentence tells: "before he left for Norvik"."""

    @property
    def ahead(self) -> bool:
        """Whether it is still to come, or came to nothing."""
        return self.status != "held"

    @property
    def is_over(self) -> bool:
        """Whether who was on it may be elsewhere by now."""
        return self.word.pos_ == "NOUN" and self.word.head.lower_ in NOT_DURING and not self.ahead


def journeys_in(
    sentence: Span, place_at: Callable[[int], FoundPlace | None], mentioned: Container[int]
) -> Iterator[Journey]:
    """The journeys of a sentence that took place, are to, or were called off.

    `place_at` reads the place at a token; `mentioned` are the tokens that name people.
    """
    for token in sentence:
        lemma = token.lemma_.lower()
        if not _is_journey(token, lemma):
            continue
        goal = _goal(token, lemma, place_at, mentioned)
        here = any(child.lower_ == "here" and child.dep_ == "advmod" for child in token.children)
        if goal is None and not here:
            continue
        status = standing_of(token).status
        if status in _TOLD:
            follows = any(child.lower_ == "before" for child in token.children)
            yield Journey(token, goal, "planned" if follows and status == "held" else status, follows)


def _is_journey(token: Token, lemma: str) -> bool:
    if token.pos_ in {"VERB", "AUX"}:
        return lemma in _VERBS or lemma in COURSE or lemma == "be"
    owned = lemma in _TIMES and any(child.dep_ == "poss" for child in token.children)
    return token.pos_ == "NOUN" and (lemma in _NOUNS or owned)


def _goal(
    word: Token, lemma: str, place_at: Callable[[int], FoundPlace | None], mentioned: Container[int]
) -> FoundPlace | None:
    ways = {"for"} if lemma in LEAVING else {"to", "in", "at"}
    due = (child for child in word.children if child.dep_ == "acomp" and child.lower_ == "due")
    for child in chain(word.children, *(adjective.children for adjective in due)):
        at = child.i + 1
        if child.dep_ == "dobj" and lemma == "visit":
            at = child.left_edge.i
        elif child.dep_ != "prep" or child.lower_ not in ways or at >= len(word.doc):
            continue
        # "Visiting Kosovo President Solen" is a guest and no journey to Kosovo.
        place = place_at(at) if at not in mentioned else None
        if place is not None:
            return place
    return None


def travellers_of(journey: Journey, reader: ArgumentReader) -> list[Person]:
    """Those who go: whose journey it is, else the subjects of its clause."""
    word = journey.word
    if word.pos_ in {"VERB", "AUX"}:
        return reader.subject(word).people
    return (reader.possessor(word) or _named_behind(word, reader) or reader.governor_subject(word)).people


def _named_behind(word: Token, reader: ArgumentReader) -> Argument:
    """ "The visit of Premier Lamar", "a visit to Norvik by Premier Lamar"."""
    for at in range(word.i + 1, min(reader.end - 1, word.i + _OWNER_WITHIN)):
        token = reader.doc[at]
        if token.lower_ == "by" or (token.lower_ == "of" and at == word.i + 1):
            return reader.read_list(at + 1, reader.end)
        if token.pos_ in {"VERB", "AUX", "SCONJ", "PUNCT"}:
            break
    return Argument()
