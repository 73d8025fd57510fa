"""Counts when and where: dates and places of the meetings that were found with the right status."""

from __future__ import annotations

from ingest.score.case import ABSENT, Case
from ingest.score.gold import bounds, is_day
from ingest.score.judgement import Mistake
from ingest.score.measures import Found, Share
from ingest.score.places import same_place


def dates(case: Case) -> tuple[tuple[Share, Share, Share], list[Mistake]]:
    """Exact days, compatible dates, and dates given at all; of found pairs with a gold date."""
    exact = loose = dated = Share()
    mistakes: list[Mistake] = []
    for pair, meeting, claims in case.found_meetings():
        if meeting.date is None:
            continue
        fits = any(_overlap(meeting.date, claim.when.edtf) for claim in claims)
        same = any(claim.when.edtf == meeting.date for claim in claims)
        loose += Share(int(fits), 1)
        dated += Share(int(any(claim.when.edtf for claim in claims)), 1)
        if is_day(meeting.date):
            exact += Share(int(same), 1)
        if not (same if is_day(meeting.date) else fits):
            given = ", ".join(sorted({claim.when.edtf or "none" for claim in claims}))
            mistakes.append(
                case.mistake(
                    "wrong date", pair, meeting.date, given, claims[0].evidence.sentence, claims[0].rule
                )
            )
    return (exact, loose, dated), mistakes


def places(case: Case) -> tuple[Found, list[Mistake]]:
    """Of found pairs whose gold has a place: that city, or its country where one says no more.

    Another place is false, and none at all is missed.
    """
    entities = {entity.id: entity for entity in case.reading.entities}
    found = Found()
    mistakes = []
    for pair, meeting, claims in case.found_meetings():
        if meeting.place is None:
            continue
        given = [entities[claim.place] for claim in claims if claim.place in entities]
        right = any(same_place(meeting.place, place, case.data) for place in given)
        found += Found(int(right), int(not right and bool(given)), int(not given))
        if not right:
            names = ", ".join(sorted({place.name for place in given})) or ABSENT
            sentence = claims[0].evidence.sentence
            mistakes.append(case.mistake("wrong place", pair, meeting.place, names, sentence, claims[0].rule))
    return found, mistakes


def _overlap(gold: str, given: str | None) -> bool:
    """Whether two dates can be the same time: gold marks "last week" now as a month, now as an interval."""
    a, b = bounds(gold), bounds(given or "")
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]
