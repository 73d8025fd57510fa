"""What became of a meeting, from what its claims say of it."""

from __future__ import annotations

from collections.abc import Iterable

from cypher.derivation.evidence import Day, LiveClaim

# Of claims of one day the more final one counts: the evening paper knows what the morning paper expected.
FINALITY = ("possible", "planned", "postponed", "refused", "cancelled", "held")
_BEFORE_ALL = Day.min
_EXPECTATIONS = frozenset({"possible", "planned"})


def status(claims: Iterable[LiveClaim]) -> str:
    """The status that the latest claims give a meeting; of one day, the more final.

    Once it is told as held, later talk of a plan ("who were to meet last week") does not undo it; a later
    denial ("the talks were cancelled") does.
    """
    claims = list(claims)
    stated = [claim for claim in claims if claim.status in FINALITY]
    if any(claim.status == "held" for claim in stated):
        stated = [claim for claim in stated if claim.status not in _EXPECTATIONS]
    if not stated:
        return "possible"
    latest = max(stated, key=lambda claim: (_said(claim), _finality(claim.status)))
    return str(latest.status)


def history(claims: Iterable[LiveClaim]) -> tuple[str, ...]:
    """What was said of a meeting, by day: `('2022-11-20 planned', '2022-11-23 held')`; '?' for no date."""
    said = {(_said(claim), claim.status or "possible") for claim in claims}
    ordered = sorted(said, key=lambda item: (item[0], _finality(item[1])))
    return tuple(f"{'?' if day == _BEFORE_ALL else day.isoformat()} {word}" for day, word in ordered)


def _said(claim: LiveClaim) -> Day:
    return claim.said_on or _BEFORE_ALL


def _finality(word: str | None) -> int:
    return FINALITY.index(word) if word in FINALITY else 0
