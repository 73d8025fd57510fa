"""Whom "the Uzbek official" or "the visitor" means: someone spoken of before, called by what he is.

A description names no office that could be looked up, so it is decided by who is around: the one person of
that nationality in the sentences before, or for a visitor the one who is not of the host's state. More than
one, and the description means nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.people import Person

# Words for people that are no office.
GENERIC = frozenset(
    "official diplomat guest visitor dignitary statesman politician emissary officer leader envoy".split()
)
_VISITORS = frozenset({"guest", "visitor"})
# The words of "the Finn", and the ends of those for a people that are the same for one and for many.
_BY_STATE = ("the", "demonym")
_OF_MANY = ("s", "ese", "sh", "ch", "ss")


def described(
    words: Sequence[str],
    states: Iterable[str],
    around: Sequence[Person],
    host: Person | None,
    home: str | None = None,
) -> Person | None:
    """The person of those `around` whom a definite phrase of these lower-case words describes.

    `states` are those that the phrase names, `host` is who acts in the clause, and is not meant; `home` is
    the state from which the article was filed, where a visitor is not at home.
    """
    nationality = set(states)
    # "The Finn", "the Belgian"; "the Chinese" are a people.
    by_state = len(words) == len(_BY_STATE) and bool(nationality) and not words[-1].endswith(_OF_MANY)
    if words[0] != "the" or not (words[-1] in GENERIC or by_state):
        return None
    others = [person for person in around if person is not host and not person.speaks_for_others]
    if len(nationality) == 1:
        fitting = [person for person in others if person.country in nationality]
    elif (words[-1] in _VISITORS or "visiting" in words) and host is not None and host.country is not None:
        fitting = [person for person in others if person.country not in {None, host.country}]
    elif words[-1] in _VISITORS:
        abroad = [person for person in others if home is not None and person.country not in {None, home}]
        fitting = others if len(others) == 1 else abroad
    else:
        return None
    return fitting[0] if len(fitting) == 1 else None
