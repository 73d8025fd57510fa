"""Whose "the delegation" is: who leads it says a sentence before."""

from __future__ import annotations

from ingest.arguments import ArgumentReader
from ingest.arguments.words import DELEGATIONS
from ingest.people import Person

LEADING = frozenset({"lead", "head"})
"""Who does this to a delegation or a side is named for it."""


def leader_told(reader: ArgumentReader) -> Person | None:
    """ "Speaker Solen led a delegation to Norvik", "a delegation headed by Solen": who leads one."""
    for token in reader.sentence.span:
        if token.lower_ not in DELEGATIONS:
            continue
        if token.dep_ == "dobj" and token.head.lemma_.lower() in LEADING:
            leaders = reader.subject(token.head)
        else:
            leaders = reader.led_by(token)
        if len(leaders.people) == 1 and not leaders.guessed:
            return leaders.people[0]
    return None
