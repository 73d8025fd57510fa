"""How sure we are, from how sure each claim is."""

from __future__ import annotations

from collections.abc import Iterable

from cypher.derivation.evidence import LiveClaim

MET_WITH_FLOOR = 0.5
"""People are joined by MET_WITH only if one claim alone is at least this sure that they met.

Weak signs (a greeting at the airport, a shared press conference) do not add up to a meeting, however many
papers print them.
"""


def combined_confidence(claims: Iterable[LiveClaim]) -> float:
    """Noisy-or over stories: 1 - product of (1 - c), c being the surest claim of each story.

    Claims of one story are one voice, so they do not add to each other. Rounded to six places.

    >>> first = LiveClaim(id="c:1", article="a", story="s1", kind="meeting", confidence=0.8, names=())
    >>> copy = LiveClaim(id="c:2", article="b", story="s1", kind="meeting", confidence=0.7, names=())
    >>> other = LiveClaim(id="c:3", article="c", story="s2", kind="meeting", confidence=0.5, names=())
    >>> combined_confidence([first, copy]), combined_confidence([first, copy, other])
    (0.8, 0.9)
    """
    surest: dict[str, float] = {}
    for claim in claims:
        surest[claim.story] = max(surest.get(claim.story, 0.0), min(max(claim.confidence, 0.0), 1.0))
    doubt = 1.0
    for confidence in sorted(surest.values()):  # a fixed order: products of floats depend on it
        doubt *= 1.0 - confidence
    return round(1.0 - doubt, 6)
