"""Whom "the leaders of Kenya and Uganda" or "the Greek and Turkish foreign ministers" mean: a holder a state.

Offices in the plural name nobody, and yet each of their holders once the article has named them. All must be
found, one for each state and none in doubt; else the phrase stays a group.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.mentions import Title
from ingest.office_matching import LEADING, same_office
from ingest.people import Person

_SINGULAR = {"secretaries": "secretary", "chairmen": "chairman", "statesmen": "statesman"}


def holders(people: Sequence[Person], states: Sequence[str], words: Sequence[str]) -> tuple[Person, ...]:
    """The people of the article who hold the office that `words` name, one for each state in its order.

    `words` are the lower-case words of the phrase, the office in the plural last. Empty where a state has no
    holder in the article, or more than one.
    """
    head = _SINGULAR.get(words[-1], words[-1].removesuffix("s"))
    found = []
    for state in dict.fromkeys(states):
        office = Title(" ".join([*words[:-1], head]), head, state, False, 0, 0)
        fitting = [
            person
            for person in people
            if person.country == state and any(_is_meant(office, title) for title in person.titles)
        ]
        if len(fitting) != 1:
            return ()
        found.append(fitting[0])
    return tuple(found) if len(found) >= 2 else ()


def _is_meant(office: Title, title: Title) -> bool:
    if office.head == "leader":
        return title.head in LEADING or (title.head == "minister" and "prime" in title.text.lower())
    return same_office(office, title)
