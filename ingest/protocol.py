"""Who goes to whom: the order of diplomatic protocol, where the text does not say who received the other.

A foreign minister who meets a president, or an ambassador who meets a minister, went there: heads of state
and of government receive, ministers and envoys call. Between equals nothing follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from ingest.entities import EntityData
from ingest.people import Person

_HEADS = frozenset({"head_of_state", "head_of_government"})
ENVOYS = frozenset(
    "ambassador envoy representative mediator negotiator commissioner coordinator rapporteur".split()
)
"""Heads of those who have a seat abroad, or none of a state: they receive nobody at home."""
# Where many have come from everywhere, who ranks higher is not at home.
_GATHERINGS = frozenset(
    """
    sideline sidelines margin margins summit forum conference assembly congress reception funeral inauguration
    """.split()
)
_MINISTERS = frozenset({"minister", "secretary"})


def receiving(trigger: Token, people: Sequence[Person], data: EntityData) -> tuple[Person, ...]:
    """Those of the highest rank, if everybody else ranks lower and is of another country; else nobody."""
    if any(token.lower_ in _GATHERINGS for token in trigger.sent):
        return ()
    ranks = [_rank(person, data) for person in people]
    if len(people) < 2 or None in ranks:
        return ()
    highest = max(rank for rank in ranks if rank is not None)
    hosts = tuple(person for person, rank in zip(people, ranks, strict=True) if rank == highest)
    homes = {person.country for person in hosts}
    others = {person.country for person in people} - homes
    return hosts if highest and len(homes) == 1 and others and None not in homes | others else ()


def _rank(person: Person, data: EntityData) -> int | None:
    """2 for who heads a state or its government, 1 for a minister, 0 for an envoy; None for anyone else."""
    ranks = []
    for title in person.titles:
        role = data.office_role(title.text, title.country or person.country)
        words = title.text.lower().split()
        if title.former or {"deputy", "vice"} & set(words) or "elect" in words:
            return None
        if role in _HEADS and title.head != "leader":
            ranks.append(2)
        elif title.head in ENVOYS:
            ranks.append(0)
        elif title.head in _MINISTERS and "general" not in words:
            ranks.append(1)
    return max(ranks, default=None)
