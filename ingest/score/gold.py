"""The gold format: one JSON object a line, an article with everything in it that people marked.

    {"id", "text", "title", "published", "gold": {
      "meetings": [{"participants", "place", "date", "status", "pairs_required": [[a, b]], "pairs_optional"}],
      "pairs": [[a, b]]           who met whom, in person, and it happened
      "pairs_optional": [[a, b]]  right either way, so counted neither as right nor as wrong
      "persons": [{"name", "country", "role", "party"}],
      "partners": [[country, country]], "partners_optional"}}

Status is held, planned, cancelled (postponed too), call (phone, video or letter) or unknown (possible,
refused). A date is a day, a month or an interval `a/b`. A name that begins with "(group)" is no person.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ingest.records import Article

StatusClass = Literal["held", "planned", "cancelled", "call", "unknown"]
NamePair = tuple[str, str]

_GROUP = "(group)"


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """One marked meeting; pairs hold the names of people only."""

    status: StatusClass
    date: str | None
    place: str | None
    required: tuple[NamePair, ...]
    optional: tuple[NamePair, ...]


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """One person whom the text names; `country` in words."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article with what people marked in it."""

    article: Article
    meetings: tuple[GoldMeeting, ...]
    held: tuple[NamePair, ...]
    optional: tuple[NamePair, ...]
    persons: tuple[GoldPerson, ...]
    partners: tuple[NamePair, ...]
    partners_optional: tuple[NamePair, ...]

    def names(self) -> tuple[str, ...]:
        """Every name of a person that the gold uses, the list of persons first."""
        pairs = [*self.held, *self.optional]
        for meeting in self.meetings:
            pairs.extend((*meeting.required, *meeting.optional))
        listed = [person.name for person in self.persons]
        return tuple(dict.fromkeys([*listed, *(name for pair in pairs for name in pair)]))


def gold_article(row: Mapping[str, Any]) -> GoldArticle:
    """One line of a gold file. Raises KeyError where it has no text or no gold."""
    gold = row["gold"]
    published = row.get("published")
    return GoldArticle(
        article=Article(
            id=str(row.get("id", "")),
            text=row["text"],
            title=row.get("title"),
            published=date.fromisoformat(published) if published else None,
            language="en",
        ),
        meetings=tuple(_meeting(meeting) for meeting in gold.get("meetings", ())),
        held=_people(gold.get("pairs", ())),
        optional=_people(gold.get("pairs_optional", ())),
        persons=tuple(
            GoldPerson(person["name"], person.get("country"))
            for person in gold.get("persons", ())
            if not person["name"].startswith(_GROUP)
        ),
        partners=_pairs(gold.get("partners", ())),
        partners_optional=_pairs(gold.get("partners_optional", ())),
    )


def bounds(edtf: str) -> tuple[date, date] | None:
    """First and last day of a day, a month, a year or an interval of them; None for anything else.

    >>> bounds("2022-11")
    (datetime.date(2022, 11, 1), datetime.date(2022, 11, 30))
    >>> bounds("2022-11-20/2022-11-22")[1]
    datetime.date(2022, 11, 22)
    """
    first, _, last = edtf.partition("/")
    start, end = _span(first), _span(last or first)
    return (start[0], end[1]) if start and end else None


def is_day(edtf: str | None) -> bool:
    """Whether a date names one day."""
    return edtf is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) is not None


def _span(edtf: str) -> tuple[date, date] | None:
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf)
    if parts is None:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    try:
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None


def _meeting(meeting: Mapping[str, Any]) -> GoldMeeting:
    return GoldMeeting(
        status=meeting["status"],
        date=meeting.get("date"),
        place=meeting.get("place"),
        required=_people(meeting.get("pairs_required", ())),
        optional=_people(meeting.get("pairs_optional", ())),
    )


def _pairs(pairs: Iterable[Iterable[str]]) -> tuple[NamePair, ...]:
    return tuple((a, b) for a, b in pairs)


def _people(pairs: Iterable[Iterable[str]]) -> tuple[NamePair, ...]:
    return tuple((a, b) for a, b in _pairs(pairs) if not (a + b).count(_GROUP))
