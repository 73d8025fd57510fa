"""Dates, countries and states in words, for pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import Protocol, TypeVar
from unicodedata import bidirectional

_MONTHS = ("January February March April May June July August September October November December").split()
_LONG_MONTH = re.compile("|".join(_MONTHS))
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_FIRST_LETTERS = 1_000


class Seat(Protocol):
    """Who sits in a meeting, on which side."""

    @property
    def side(self) -> int | None:
        """Number of the side."""


AnySeat = TypeVar("AnySeat", bound=Seat)

STATUSES = {
    "held": "met",
    "planned": "planned",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "refused": "refused",
    "possible": "possible",
}
FORMATS = {"in_person": "in person", "phone": "by phone", "video": "by video", "unknown": "form not said"}


def when(edtf: str | None) -> str:
    """A date as EDTF in words.

    >>> when("2022-11-22"), when("2022-11"), when("2022"), when(None)
    ('22 November 2022', 'November 2022', '2022', 'day not known')
    >>> when("2022-11-20/2022-11-22"), when("2022-11-30/2022-12-02"), when("2022-11-20/..")
    ('20 to 22 November 2022', '30 November to 2 December 2022', 'since 20 November 2022')
    """
    if not edtf:
        return "day not known"
    first, is_interval, last = edtf.partition("/")
    if not is_interval:
        return _one(edtf)
    if last in ("", ".."):
        return f"since {_one(first)}"
    if first in ("", ".."):
        return f"until {_one(last)}"
    begin, end = _one(first), _one(last)
    if begin == end:
        return end
    begin_words, end_words = begin.split(), end.split()
    while len(begin_words) > 1 and begin_words[-1] == end_words[-1] and len(begin_words) == len(end_words):
        begin_words.pop()
        end_words.pop()
    return f"{' '.join(begin_words)} to {end}"


def day(edtf: str | None) -> str:
    """A date as EDTF in a table, with short months; a dash where it is not known.

    >>> day("2022-11-22"), day("2022-11"), day("2022-11-30/2022-12-02"), day(None)
    ('22 Nov 2022', 'Nov 2022', '30 Nov to 2 Dec 2022', '–')
    """
    if not edtf:
        return "–"
    return _LONG_MONTH.sub(lambda month: month[0][:3], when(edtf))


def _one(text: str) -> str:
    if (day := _DAY.fullmatch(text)) and 1 <= int(day[2]) <= 12:
        return f"{int(day[3])} {_MONTHS[int(day[2]) - 1]} {int(day[1])}"
    if (month := _MONTH.fullmatch(text)) and 1 <= int(month[2]) <= 12:
        return f"{_MONTHS[int(month[2]) - 1]} {int(month[1])}"
    return text


def period_days(period: str) -> tuple[str, str]:
    """The first and last day of a month or year in a series.

    >>> period_days("2024-02"), period_days("2024")
    (('2024-02-01', '2024-02-29'), ('2024-01-01', '2024-12-31'))
    """
    if month := _MONTH.fullmatch(period):
        year, number = int(month[1]), int(month[2])
        following = date(year + number // 12, number % 12 + 1, 1)
        return f"{period}-01", date.fromordinal(following.toordinal() - 1).isoformat()
    return f"{period}-01-01", f"{period}-12-31"


def moment(at: datetime) -> str:
    """A moment to the minute, in UTC.

    >>> moment(datetime.fromisoformat("2026-03-01T12:00:30+00:00"))
    '1 March 2026, 12:00 UTC'
    """
    return f"{_one(at.date().isoformat())}, {at:%H:%M} UTC"


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "meeting"), counted(1200, "meeting"), counted(2, "country", "countries")
    ('1 meeting', '1,200 meetings', '2 countries')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def spoken(word: str) -> str:
    """A word of our data as people write it.

    >>> spoken("strategic_partnership")
    'strategic partnership'
    """
    return word.replace("_", " ")


def direction(text: str) -> str:
    """Which way a text runs, by most of its letters: an English sentence may begin with an Arabic name.

    >>> direction("سلمى الحداد received Bakke in Amman."), direction("استقبلت سلمى الحداد Bakke")
    ('ltr', 'rtl')
    """
    letters = Counter(bidirectional(letter) for letter in text[:_FIRST_LETTERS])
    return "rtl" if letters["R"] + letters["AL"] > letters["L"] else "ltr"


def sides(participants: Iterable[AnySeat]) -> list[list[AnySeat]]:
    """The participants of a meeting by the side on which they sat; those of no known side each alone."""
    found: list[list[AnySeat]] = []
    for side, group in groupby(participants, key=lambda seat: seat.side):
        seats = list(group)
        found += [[seat] for seat in seats] if side is None else [seats]
    return found


def pieces(text: str, spans: Sequence[tuple[int, int, int]]) -> list[tuple[str, list[int]]]:
    """A text cut at the ends of spans (start, end, number), each piece with the numbers of the spans over it.

    >>> pieces("abcdef", [(1, 3, 0), (2, 5, 1)])
    [('a', []), ('b', [0]), ('c', [0, 1]), ('de', [1]), ('f', [])]
    """
    cuts = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    inside = [cut for cut in cuts if 0 <= cut <= len(text)]
    return [
        (text[begin:end], [number for start, stop, number in spans if start <= begin and end <= stop])
        for begin, end in pairwise(inside)
    ]
