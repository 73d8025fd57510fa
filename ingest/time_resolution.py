"""Places a time expression on the calendar, seen from the day of publication.

The publication day only tells which Tuesday or which May is meant; it is never the answer by itself. A
weekday is the nearest such day in the direction of the tense, the publication day included: right in all 91
meetings of the newswire that have a weekday. What fixes no calendar date has no EDTF, only bounds.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from ingest.records import When
from ingest.time_patterns import TimeExpression

Tense = Literal["past", "future", "unknown"]

# An article is dated up to two days off the day its writer saw: time zones, reprints.
_SLACK = timedelta(days=2)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both inclusive."""

    first: date
    last: date

    def edtf(self) -> str:
        """The shortest EDTF that says exactly these days: a day, a month, a year, or an interval of them."""
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        whole_months = first.day == 1 and last == month_of(last).last
        if whole_months and (first.month, last.month) == (1, 12):
            return _interval(f"{first.year:04}", f"{last.year:04}")
        if whole_months:
            return _interval(f"{first:%Y-%m}", f"{last:%Y-%m}")
        return _interval(first.isoformat(), last.isoformat())


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    return Period(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def resolve(
    expression: TimeExpression,
    published: date | None,
    tense: Tense,
    anchor: date | None = None,
) -> When:
    """When the expression says an event of that tense was, or is to be.

    `anchor` is the day told just before it, to which "the next day" refers. Without `published` only absolute
    dates resolve. A date that contradicts the tense (a planned meeting last month) is dropped, not believed.
    """
    try:
        period = _period(expression, published, tense, anchor)
    except (ValueError, OverflowError):  # 31 June, the year 0
        period = None
    if period is None:
        return bounds(published, tense, expression.text)
    if expression.relation != "at":
        return _bound(expression, period, published, tense)
    if published is not None and _contradicts(expression, period, published, tense):
        return bounds(published, tense, expression.text)
    return _when(period, published, tense, expression.text)


def bounds(published: date | None, tense: Tense, cue: str = "") -> When:
    """No date, but what the tense says: the held is not after its article, the planned not before."""
    return When(
        None,
        earliest=published if tense == "future" else None,
        latest=published if tense == "past" else None,
        cue=cue,
    )


def apart(when: When, days: int) -> When:
    """The day so many days after another; no date where that is not one day."""
    if when.edtf is None or when.earliest is None or when.earliest != when.latest:
        return When(cue=when.cue)
    day = when.earliest + timedelta(days=days)
    return When(day.isoformat(), day, day, when.cue)


def _when(period: Period, published: date | None, tense: Tense, cue: str) -> When:
    first, last = period.first, period.last
    if published is not None and tense == "past" and first <= published:
        last = min(last, published)
    if published is not None and tense == "future" and published <= last:
        first = max(first, published)
    return When(period.edtf(), earliest=first, latest=last, cue=cue)


def _bound(expression: TimeExpression, period: Period, published: date | None, tense: Tense) -> When:
    when = bounds(published, tense, expression.text)
    if expression.relation in {"since", "after"}:
        day = period.first if expression.relation == "since" else period.last
        earliest = max(day, when.earliest) if when.earliest else day
        return replace(when, earliest=earliest) if not when.latest or earliest <= when.latest else when
    latest = min(period.last, when.latest) if when.latest else period.last
    return replace(when, latest=latest) if not when.earliest or when.earliest <= latest else when


def _contradicts(expression: TimeExpression, period: Period, published: date, tense: Tense) -> bool:
    slack = _SLACK if expression.kind in {"date", "range"} else timedelta()
    if tense == "past":
        return period.first > published + slack
    return tense == "future" and period.last < published - slack


def _period(
    expression: TimeExpression, published: date | None, tense: Tense, anchor: date | None
) -> Period | None:
    if expression.kind == "range" and expression.ends is not None:
        return _range(expression.ends, published, tense)
    if expression.kind == "date":
        return _calendar(expression, published, tense, anchor)
    if expression.kind == "part":
        return _part(expression, published)
    if expression.kind == "relative":
        base = anchor or (published if expression.unit == "day" else None)
        return _one(base + timedelta(days=expression.shift or 0)) if base else None
    if published is None:
        return None
    if expression.kind == "offset":
        return _one(published + timedelta(days=expression.shift or 0))
    if expression.kind == "weekday" and expression.weekday is not None:
        day = _weekday(expression, published, tense)
        return _one(day) if day else None
    if expression.kind == "period":
        return _unit(expression.unit, expression.shift, published, tense)
    if expression.kind == "ago":
        return _ago(expression, published)
    return None


def _one(day: date) -> Period:
    return Period(day, day)


def _weekday(expression: TimeExpression, published: date, tense: Tense) -> date | None:
    wanted, shift = expression.weekday or 0, expression.shift
    if expression.unit == "week":
        monday = published - timedelta(days=published.weekday())
        return monday + timedelta(days=wanted + 7 * (shift or 0))
    back = (published.weekday() - wanted) % 7
    if shift == -1:
        return published - timedelta(days=back or 7)
    if shift == 1:
        return published + timedelta(days=7 - back)
    if back == 0:
        return published
    if tense == "past":
        return published - timedelta(days=back)
    return published + timedelta(days=7 - back) if tense == "future" or shift == 0 else None


def _unit(unit: str | None, shift: int | None, published: date, tense: Tense) -> Period | None:
    if unit == "weekend":
        return _weekend(shift, published, tense)
    steps = shift or 0
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=steps)
        return Period(monday, monday + timedelta(days=6))
    if unit == "month":
        return month_of(published + relativedelta(months=steps))
    if unit == "year":
        year = published.year + steps
        return Period(date(year, 1, 1), date(year, 12, 31))
    return None


def _weekend(shift: int | None, published: date, tense: Tense) -> Period:
    """ "the weekend" of a past event is the last that has begun; on a Sunday "last weekend" is a week ago."""
    saturday = published - timedelta(days=published.weekday()) + timedelta(days=_SATURDAY)
    inside = published >= saturday
    if shift == -1 or (shift is None and tense == "past" and not inside):
        saturday -= timedelta(weeks=1)
    elif shift == 1 and inside:
        saturday += timedelta(weeks=1)
    return Period(saturday, saturday + timedelta(days=1))


def _ago(expression: TimeExpression, published: date) -> Period | None:
    """Days are exact; "two weeks ago" is that week, "a month ago" that month: nobody counts finer."""
    steps = (expression.shift or -1) * expression.count
    if expression.unit == "day":
        return _one(published + timedelta(days=steps))
    return _unit(expression.unit, steps, published, "past")


def _part(expression: TimeExpression, published: date | None) -> Period | None:
    year = expression.year
    if year is None and published is not None:
        year = published.year + (expression.shift or 0)
    if year is None or expression.month is None or expression.last_month is None:
        return None
    return Period(date(year, expression.month, 1), month_of(date(year, expression.last_month, 1)).last)


def _calendar(
    expression: TimeExpression, published: date | None, tense: Tense, anchor: date | None
) -> Period | None:
    """A date as far as the text gives it: what it leaves out is the nearest in the direction of the tense."""
    year, month, day = expression.year, expression.month, expression.day
    if year is None and expression.unit == "year" and published is not None:
        year = published.year + (expression.shift or 0)
    if year is not None:
        return _of(year, month, day)
    if published is None:
        return None
    if month is not None:
        return _nearest(
            [_try(published.year + step, month, day) for step in (-1, 0, 1)],
            expression.shift,
            published,
            tense,
        )
    if day is None:
        return None
    base = published.replace(day=1)
    months = [base + relativedelta(months=step) for step in (-1, 0, 1)]
    return _nearest([_try(m.year, m.month, day) for m in months], None, published, tense)


def _of(year: int, month: int | None, day: int | None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    return month_of(date(year, month, 1)) if day is None else _one(date(year, month, day))


def _try(year: int, month: int, day: int | None) -> Period | None:
    """A date that some years do not have (29 February) is none in those."""
    try:
        return _of(year, month, day)
    except ValueError:
        return None


def _nearest(
    candidates: list[Period | None], shift: int | None, published: date, tense: Tense
) -> Period | None:
    periods = [period for period in candidates if period is not None]
    if shift == 0:
        return next((period for period in periods if period.first.year == published.year), None)
    if shift == -1:
        return max((p for p in periods if p.last < published), key=lambda p: p.first, default=None)
    if shift == 1:
        return min((p for p in periods if p.first > published), key=lambda p: p.first, default=None)
    if tense == "past":
        return max((p for p in periods if p.first <= published + _SLACK), key=lambda p: p.first, default=None)
    if tense == "future":
        return min((p for p in periods if p.last >= published - _SLACK), key=lambda p: p.first, default=None)
    return min(periods, key=lambda p: abs(p.first - published), default=None)


def _range(
    ends: tuple[TimeExpression, TimeExpression], published: date | None, tense: Tense
) -> Period | None:
    """From the first day of one end to the last of the other: the second is placed, the first before it."""
    last = _period(ends[1], published, tense, None)
    if last is None:
        return None
    first = _period(ends[0], last.last, "past", None)
    if first is None or first.first > last.last:
        return None
    return Period(first.first, last.last)
