"""How sure we are, from how sure each claim is.

*For* a meeting speak the claims that agree with its status, *against* it those that contradict it. Each side
counts a story once, by its surest claim, and adds its stories by noisy-or: 1 - product of (1 - c). What is
left of the one side when the other is set against it is s(1 - o) / (1 - s·o), Dempster's rule for one
question with two answers: nothing is lost where nobody contradicts, and two sides that are equally sure
leave about a half.

What contradicts: that a meeting was held, that it was not (it was postponed, cancelled, refused), from the
first day on which it was told as held; what was called off before and took place after all contradicts
nobody. That it was not held, whoever says at any time that it was. Plans contradict nothing.

Partnerships, offices and memberships are weighed by the same formula: those who state one against those who
deny it. That it is sought, or has ended, contradicts nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cypher.derivation.evidence import Day, LiveClaim

MET_WITH_FLOOR = 0.5
"""People are joined by MET_WITH only if one claim alone is at least this sure that they met.

Weak signs (a greeting at the airport, a shared press conference) do not add up to a meeting, however many
papers print them. A meeting that others deny must be left as sure as that as well.
"""

CALLED_OFF = frozenset({"postponed", "cancelled", "refused"})


def combined_confidence(claims: Iterable[LiveClaim]) -> float:
    """Noisy-or over stories: 1 - product of (1 - c), c being the surest claim of each story.

    Claims of one story are one voice, so they do not add to each other. Rounded to six places.

    >>> first = LiveClaim(id="c:1", article="a", story="s1", kind="meeting", confidence=0.8, names=())
    >>> copy = LiveClaim(id="c:2", article="b", story="s1", kind="meeting", confidence=0.7, names=())
    >>> other = LiveClaim(id="c:3", article="c", story="s2", kind="meeting", confidence=0.5, names=())
    >>> combined_confidence([first, copy]), combined_confidence([first, copy, other])
    (0.8, 0.9)
    """
    return noisy_or(surest_of_stories(claims).values())


def surest_of_stories(claims: Iterable[LiveClaim]) -> dict[str, float]:
    """The surest claim of each story, as a number from 0 to 1."""
    surest: dict[str, float] = {}
    for claim in claims:
        surest[claim.story] = max(surest.get(claim.story, 0.0), claim.confidence)
    return surest


def noisy_or(confidences: Iterable[float]) -> float:
    """How sure several stories make us together. Rounded to six places."""
    doubt = 1.0
    for confidence in sorted(confidences):  # a fixed order: products of floats depend on it
        doubt *= 1.0 - min(max(confidence, 0.0), 1.0)
    return round(1.0 - doubt, 6)


def weighed_confidence(agreeing: Iterable[LiveClaim], contradicting: Iterable[LiveClaim]) -> float:
    """How sure we are of what some claims say, given those that contradict them. Rounded to six places.

    >>> held = LiveClaim(id="c:1", article="a", story="s1", kind="meeting", confidence=0.9, names=())
    >>> denial = LiveClaim(id="c:2", article="b", story="s2", kind="meeting", confidence=0.8, names=())
    >>> weighed_confidence([held], []), weighed_confidence([held], [denial])
    (0.9, 0.642857)
    """
    return weighed(combined_confidence(agreeing), combined_confidence(contradicting))


def weighed(surely: float, against: float) -> float:
    """What is left of one side when the other is set against it. Rounded to six places.

    >>> weighed(0.9, 0.0), weighed(0.9, 0.9)
    (0.9, 0.473684)
    """
    if surely == against == 1.0:
        return 0.5
    return round(surely * (1.0 - against) / (1.0 - surely * against), 6)


def contradicting(claims: Sequence[LiveClaim], status: str) -> list[LiveClaim]:
    """The claims about one meeting that contradict its status."""
    told = [claim for claim in claims if claim.status == "held"]
    if status in CALLED_OFF:
        return told
    if status != "held":
        return []
    since = min((claim.said_on or Day.min for claim in told), default=Day.min)
    return [claim for claim in claims if claim.status in CALLED_OFF and (claim.said_on or Day.max) >= since]
