"""Meetings told by the hours that people shared: "spent four hours over maps", "an evening with Lamar",
"worked through the day with Dorn". No word of meeting need stand there.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event
from ingest.events.sides import all_with_all, one_government, side_against_side
from ingest.triggers import NOUNS, VERBS

HOURS = frozenset("hour minute morning afternoon evening night day weekend".split())
"""What two share who sit together; who shares weeks and years with somebody lives or works with him."""

# Who does this for hours, several by name, does it together.
_SITTING = frozenset("spend pass sit".split())
_LASTING = frozenset({"for", "through", "throughout", "until"})
_WHOLE = frozenset({"all", "whole", "entire", "half", "several", "many", "few"})
# Hours spent there are spent by each alone.
_APART = frozenset("jail prison custody detention hospital court coma hiding surgery traffic bed".split())
# What one does "with" somebody or something, near or far.
_NOT_TOGETHER = frozenset(
    "agree deal cope compete fight clash live vote play struggle battle begin end start open close".split()
)
_SURE = 0.65


def shared_time(hours: Token, reader: ArgumentReader) -> Iterator[Event]:
    """The meeting that a word for hours tells of."""
    verb = _verb_of(hours)
    company = _company(hours, reader)
    if company.people:
        # "slipped away for an evening with Lamar"
        yield from side_against_side(
            verb or hours, reader.governor_subject(hours), company, _SURE, "noun:time-with", reader
        )
        return
    if verb is None or any(word.lower_ in _APART for word in verb.subtree):
        return
    lemma = verb.lemma_.lower()
    if lemma in _SITTING:
        subject = reader.subject(verb)
        people = [person for person in subject.people if not person.speaks_for_others]
        company = _company(verb, reader)
        if company.people:
            yield from side_against_side(verb, subject, company, _SURE, "verb:time-with", reader)
        elif len(people) >= 2 and not one_government(people):
            everyone = Argument(people=people, guessed=subject.guessed)
            everyone.merge(_beside(verb, reader))
            yield all_with_all(verb, everyone, _SURE, "verb:time-together")
    elif lemma not in VERBS and lemma not in _NOT_TOGETHER:
        company = _company(verb, reader)
        if company.people and not company.guessed:
            yield from side_against_side(verb, reader.subject(verb), company, _SURE, "verb:time-with", reader)


def _verb_of(hours: Token) -> Token | None:
    """What was done for so long; "this morning" is no length."""
    head = hours.head
    counted = any(child.dep_ == "nummod" or child.lower_ in _WHOLE for child in hours.children)
    if head.pos_ == "VERB" and (hours.dep_ == "dobj" or (hours.dep_ == "npadvmod" and counted)):
        return head
    if hours.dep_ == "pobj" and head.lower_ in _LASTING and head.head.pos_ == "VERB":
        return head.head
    return None


def _company(token: Token, reader: ArgumentReader) -> Argument:
    """With whom: the people behind the word's own "with"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "with" and child.i > token.i:
            return reader.read_list(child.i + 1, reader.end)
    return Argument()


def _beside(verb: Token, reader: ArgumentReader) -> Argument:
    """ "… in the company of Premier Lamar"."""
    for word in verb.subtree:
        if word.lower_ in {"company", "presence"} and word.i + 1 < reader.end and word.nbor().lower_ == "of":
            return reader.read_list(word.i + 2, reader.end)
    return Argument()


def is_length(token: Token) -> bool:
    """Whether a word for hours says how long or with whom; "a day of talks" is left to the talks."""
    return token.pos_ == "NOUN" and not any(
        word.lemma_.lower() in NOUNS
        for child in token.children
        if child.lower_ == "of"
        for word in child.children
    )
