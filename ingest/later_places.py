"""Places that an article tells elsewhere than with the meeting: known only when it is read to its end.

Nobody is in two towns on one day: who met Lamar in Norvik on Monday met Dorn there too, that Monday.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.place_phrases import FoundPlace
from ingest.records import Claim, MeetingClaim

_NO_PLACE = frozenset({"phone", "video"})


def with_later_places(claims: Sequence[Claim], found: Mapping[str, FoundPlace]) -> list[Claim]:
    """The claims; those without a place, or with only a country, get the town of their people that day.

    `found` are the places of the article by id.
    """
    days: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, MeetingClaim) and claim.place is not None:
            for key in _days(claim):
                days[key].add(claim.place)
    return [_placed(claim, days, found) if isinstance(claim, MeetingClaim) else claim for claim in claims]


def _placed(
    claim: MeetingClaim, days: Mapping[tuple[str, str], set[str]], found: Mapping[str, FoundPlace]
) -> MeetingClaim:
    known = found.get(claim.place or "")
    if claim.format in _NO_PLACE or (known is not None and not known.is_country):
        return claim
    told = {found[place] for key in _days(claim) for place in days.get(key, ())}
    lands = {place.country for place in told}
    towns = [place for place in told if not place.is_country] or list(told)
    if len(lands) != 1 or len(towns) != 1 or (known is not None and known.country not in lands):
        return claim
    return replace(claim, place=towns[0].id)


def _days(claim: MeetingClaim) -> list[tuple[str, str]]:
    """Everyone of a meeting with its day; none where only a longer time is known."""
    when = claim.when
    if when.edtf is None or when.earliest is None or when.earliest != when.latest:
        return []
    return [(participant.entity, when.edtf) for participant in claim.participants]
