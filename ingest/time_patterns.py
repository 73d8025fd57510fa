"""How English news writes times: one pattern for each way, and what it says.

A month alone counts only after a word like "in" or "last", so that "may" and "march" stay verbs. Patterns
only read words; which Tuesday is meant is decided in `ingest.time_resolution`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["date", "weekday", "offset", "period", "ago", "relative", "part", "range", "vague"]
Relation = Literal["at", "since", "until", "before", "after"]
Unit = Literal["day", "week", "weekend", "month", "year"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when. `start` and `end` are token positions in the document, `end` one past the last.

    date: `year`, `month`, `day` as far as given; `shift` -1, 0, 1 for "last May", "this May", "next May", or,
        with `unit` "year", "May last year".
    weekday: `weekday` from 0 for Monday; `shift` as above, with `unit` "week" for "Monday last week".
    offset: `shift` days from the publication day.
    period: the week, weekend, month or year `shift` units away.
    ago: `count` units before the publication day.
    relative: `shift` days from a day told before ("the next day"); with `unit` "day", else the article's.
    part: the months `month` to `last_month` of a year. range: from the first of `ends` to the second.
    vague: a time that no calendar holds ("recently"); `shift` tells the direction.
    """

    kind: Kind
    text: str
    start: int = 0
    end: int = 0
    relation: Relation = "at"
    year: int | None = None
    month: int | None = None
    last_month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None
    shift: int | None = None
    count: int = 0
    ends: tuple[TimeExpression, TimeExpression] | None = None


_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"sept": 9}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1}
_SHIFTS = {
    **dict.fromkeys(["last", "past", "previous", "this past", "the past", "the previous"], -1),
    **dict.fromkeys(["this", "the current", "current"], 0),
    **dict.fromkeys(["next", "coming", "this coming", "the coming", "following", "the following"], 1),
}
_QUARTERS = {"first": (1, 3), "second": (4, 6), "third": (7, 9), "fourth": (10, 12), "last": (10, 12)}
_HALVES = {"first": (1, 6), "second": (7, 12)}

# Case counts in names of months: "may" and "march" are verbs.
_MONTH = (
    r"(?-i:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_WEEKDAY = r"(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
_YEAR = r"(?:19|20)\d\d(?![\d-])"
_TO = r"\s*(?:[-–—/]|\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b)\s*"
_SHIFT = r"(?:this\s+past|this\s+coming|the\s+past|the\s+coming|last|past|this|next|coming|previous)"
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_FEW = r"(?:a\s+few|several|some|many|a\s+couple\s+of|recent|a\s+number\s+of)"
_UNITS = r"(?:day|week|month|year)s?"
_DAYTIME = r"(?:morning|afternoon|evening|night|noon)"

Build = Callable[[re.Match[str]], TimeExpression | None]
"""Makes the expression of a match, or None where the match turns out to be no time."""


def _month(text: str) -> int:
    return _MONTHS[text.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def number_of(text: str) -> int | None:
    """The number that a word or digits write, from one to twelve in words; None for any other word."""
    return int(text) if text.isdigit() else _NUMBERS.get(text.lower())


def _number(text: str) -> int:
    return number_of(text) or 0


def _shift(text: str) -> int:
    return _SHIFTS[re.sub(r"\s+", " ", text.lower())]


def _unit(text: str) -> Unit:
    return text.lower().rstrip("s")  # type: ignore[return-value]  # the patterns let only units in


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _iso(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("date", m[0], year=int(m[1]), month=int(m[2]), day=int(m[3]))


def _numeric(m: re.Match[str]) -> TimeExpression | None:
    """22/11/2022 and 11/22/2022 say the same; 05/11/2022 is two dates at once, so none."""
    first, second, year = int(m[1]), int(m[2]), int(m[3])
    if first > 12 >= second:
        first, second = second, first
    elif second <= 12 and first != second:
        return TimeExpression("vague", m[0])
    return TimeExpression("date", m[0], year=year, month=first, day=second)


def _date(m: re.Match[str]) -> TimeExpression | None:
    g = m.groupdict()
    year, shift = _year(g.get("year")), g.get("shift")
    return TimeExpression(
        "date",
        m[0],
        year=year,
        month=_month(m["month"]),
        day=_day(m["day"]) if g.get("day") else None,
        shift=_shift(shift) if shift else None,
        unit="year" if shift else None,
    )


def _dates(m: re.Match[str]) -> TimeExpression | None:
    """Two days or months of which the one may lend the other its month or year."""
    g = m.groupdict()
    first_month = g.get("month1") or g["month2"]
    last_month = g.get("month2") or g["month1"]
    year = _year(g.get("year2"))
    first = TimeExpression("date", m[0], month=_month(first_month), year=_year(g.get("year1")) or year)
    last = TimeExpression("date", m[0], month=_month(last_month), year=year)
    if g.get("day1"):
        first, last = replace(first, day=_day(m["day1"])), replace(last, day=_day(m["day2"]))
    return TimeExpression("range", m[0], ends=(first, last))


def _years(m: re.Match[str]) -> TimeExpression | None:
    first, last = (TimeExpression("date", m[0], year=int(m[n])) for n in (1, 2))
    return TimeExpression("range", m[0], ends=(first, last))


def _weekdays(m: re.Match[str]) -> TimeExpression | None:
    last = TimeExpression("weekday", m[0], weekday=_WEEKDAYS[m[2].lower()])
    if m["week"]:
        last = replace(last, shift=_shift(m["week"]), unit="week")
    return TimeExpression(
        "range", m[0], ends=(TimeExpression("weekday", m[0], weekday=_WEEKDAYS[m[1].lower()]), last)
    )


def _shifted_month(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("date", m[0], month=_month(m["month"]), shift=_shift(m["shift"]))


def _weekday(m: re.Match[str]) -> TimeExpression | None:
    g = m.groupdict()
    shift = g.get("shift") or g.get("week")
    return TimeExpression(
        "weekday",
        m[0],
        weekday=_WEEKDAYS[m["weekday"].lower()],
        shift=_shift(shift) if shift else None,
        unit="week" if g.get("week") else None,
    )


def _period(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("period", m[0], unit=_unit(m["unit"]), shift=_shift(m["shift"]))


def _weekend(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("period", m[0], unit="weekend")


def _part(m: re.Match[str]) -> TimeExpression | None:
    months = (_QUARTERS if m["part"].lower() == "quarter" else _HALVES).get(m["which"].lower())
    if months is None:
        return None
    shift = m["shift"]
    return TimeExpression(
        "part",
        m[0],
        month=months[0],
        last_month=months[1],
        year=_year(m["year"]),
        shift=_shift(shift) if shift else None,
    )


def _ago(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("ago", m[0], count=_number(m["count"]), unit=_unit(m["unit"]), shift=-1)


def _in_time(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("ago", m[0], count=_number(m["count"]), unit=_unit(m["unit"]), shift=1)


def _apart(m: re.Match[str]) -> TimeExpression | None:
    """ "two days later", "a week earlier": so far from what was told before."""
    if _unit(m["unit"]) != "day":
        return TimeExpression("vague", m[0])
    sign = 1 if m["way"].lower() in {"later", "after"} else -1
    return TimeExpression("relative", m[0], shift=sign * _number(m["count"]))


def _same_day(m: re.Match[str]) -> TimeExpression | None:
    """ "later in the day": of the day told before, or of the article's where none was told."""
    return TimeExpression("relative", m[0], shift=0, unit="day")


def _offset(days: int) -> Build:
    return lambda m: TimeExpression("offset", m[0], shift=days)


def _relative(days: int) -> Build:
    return lambda m: TimeExpression("relative", m[0], shift=days)


def _vague(direction: int) -> Build:
    return lambda m: TimeExpression("vague", m[0], shift=direction)


def _past_days(m: re.Match[str]) -> TimeExpression | None:
    ends = (
        TimeExpression("offset", m[0], shift=-_number(m["count"])),
        TimeExpression("offset", m[0], shift=0),
    )
    return TimeExpression("range", m[0], ends=ends)


def _whole_year(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("date", m[0], year=int(m["year"]))


def _day_of_month(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("date", m[0], day=_day(m["day"]))


_NAMED_DAY = rf"(?:\b(?:{_WEEKDAY}|{_SHORT_WEEKDAY})\s*,?\s*(?:the\s+)?)?"
_GIVEN_YEAR = rf"(?:\s*,?\s*(?:of\s+)?(?P<year>{_YEAR}))"
_OF_YEAR = rf"(?:{_GIVEN_YEAR}|\s+(?:of\s+)?(?P<shift>last|this|next)\s+year\b)"
_YEAR_1, _YEAR_2 = (rf"(?:\s*,?\s*(?P<year{n}>{_YEAR}))?" for n in (1, 2))
_PART_OF = r"(?:(?:early|mid|late|end)[-\s]+(?:of\s+)?)"
_IN = r"(?:in|during|since|until|till|by|before|after|of|for|throughout)"
# A bare month that nothing more follows: "May 5" and "May last year" are read by other patterns.
_BARE_MONTH = rf"(?P<month>{_MONTH})(?!,?\s+(?:\d|of\s+\d|(?:of\s+)?(?:last|this|next)\s+year))"
_QUANTITIES = r"(?:people|troops|dollars|euros|km|kilomet|met(?:er|re)s|miles|percent|tons|tonnes)"
_PAPERS = r"(?-i:Times|Telegraph|Mirror|Express|Mail|Herald|Tribune|Post|Sun|Agreement|Accord)"
_THAT_DAY = r"(?:the|that|the\s+same)\s+(?:same\s+)?day"
_COUNT = rf"(?P<count>{_NUMBER})\s+(?P<unit>{_UNITS})"
_ARRIVAL = r"(?:(?:his|her|their|the)\s+)?arriv(?:al|ing)"

# The first pattern that fits at a place wins, so the longer ones stand first.
_PATTERNS: tuple[tuple[str, Build], ...] = (
    (r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b", _iso),
    (r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b", _numeric),
    # 30 May to 2 June 2019; 3-5 May; May 30 to June 2, 2019; May 3 and 5
    (
        rf"\b(?P<day1>{_DAY})\s+(?P<month1>{_MONTH}){_YEAR_1}{_TO}"
        rf"(?P<day2>{_DAY})\s+(?P<month2>{_MONTH}){_YEAR_2}",
        _dates,
    ),
    (
        rf"\b(?P<day1>{_DAY}){_TO}(?:the\s+)?(?P<day2>{_DAY})\s+(?:of\s+)?(?P<month2>{_MONTH}){_YEAR_2}",
        _dates,
    ),
    (
        rf"\b(?P<month1>{_MONTH})\s+(?P<day1>{_DAY}){_YEAR_1}{_TO}(?:(?P<month2>{_MONTH})\s+)?"
        rf"(?P<day2>{_DAY})(?!\s+(?:{_MONTH}|\w+s\b)){_YEAR_2}",
        _dates,
    ),
    (
        rf"\b(?:between|from)\s+(?P<month1>{_MONTH}){_YEAR_1}{_TO}(?P<month2>{_MONTH}){_YEAR_2}",
        _dates,
    ),
    (rf"\b(?:between|from)\s+({_YEAR}){_TO}({_YEAR})\b", _years),
    # one day
    (rf"{_NAMED_DAY}\b(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH}){_OF_YEAR}?", _date),
    (rf"{_NAMED_DAY}\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_OF_YEAR}?", _date),
    # one month
    (rf"\b{_PART_OF}?(?P<month>{_MONTH}){_OF_YEAR}", _date),
    (rf"\b(?P<shift>last|this|next|this\s+past|this\s+coming)\s+{_BARE_MONTH}", _shifted_month),
    (rf"\b{_IN}\s+(?:the\s+)?{_PART_OF}?{_BARE_MONTH}", _date),
    (rf"\b(?:early|mid|late)[-\s]+{_BARE_MONTH}", _date),
    (rf"\b(?P<month>{_MONTH})(?=['’]s\b)", _date),
    # parts of a year, years
    (
        r"\b(?P<which>first|second|third|fourth|last)\s+(?P<part>quarter|half)\s+of\s+(?:the\s+)?"
        rf"(?:(?P<year>{_YEAR})|(?P<shift>{_SHIFT})\s+year)\b",
        _part,
    ),
    (rf"\b(?:early|late|mid)[-\s]+(?P<year>{_YEAR})\b", _whole_year),
    (rf"\b{_IN}\s+{_PART_OF}?(?P<year>{_YEAR})(?!\s*(?:\w+\s+)?{_QUANTITIES})", _whole_year),
    # weekdays
    (rf"\b({_WEEKDAY}){_TO}({_WEEKDAY})\b(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?", _weekdays),
    (
        rf"\b(?P<weekday>{_WEEKDAY})(?:\s+{_DAYTIME})?\s*,?\s*(?:of\s+)?(?P<week>last|this|next)\s+week\b",
        _weekday,
    ),
    (rf"\b(?P<week>last|next|this)\s+week['’]s\s+(?P<weekday>{_WEEKDAY})\b", _weekday),
    (rf"\b(?P<shift>{_SHIFT})\s+(?P<weekday>{_WEEKDAY})\b(?!\s+prayers)(?:\s+{_DAYTIME}\b)?", _weekday),
    (rf"\b(?P<weekday>{_WEEKDAY})\b(?!\s+(?:{_PAPERS}|prayers)\b)(?:\s+{_DAYTIME}\b)?", _weekday),
    # seen from today
    (
        r"\b(?:(?:earlier|later)\s+)?today\b|\btonight\b|\bthis\s+(?:morning|afternoon|evening|noon)\b",
        _offset(0),
    ),
    (r"\bthe\s+day\s+before\s+yesterday\b", _offset(-2)),
    (r"\bthe\s+day\s+after\s+tomorrow\b", _offset(2)),
    (rf"\byesterday(?:\s+{_DAYTIME})?\b|\blast\s+(?:night|evening)\b", _offset(-1)),
    (rf"\btomorrow(?:\s+{_DAYTIME})?\b", _offset(1)),
    (
        r"\b(?P<shift>last|this|next|this\s+past|this\s+coming|the\s+coming|the\s+current)\s+"
        r"(?P<unit>weekend|week|month|year)\b(?!-)",
        _period,
    ),
    (r"\b(?:(?:at|over|on|during|for)\s+)?the\s+weekend\b", _weekend),
    (rf"\b{_COUNT}\s+ago\b", _ago),
    # seen from a day told before
    (rf"\b{_COUNT}\s+(?P<way>later|earlier|before|after|previously)\b(?!\s+(?:of|\w+ing)\b)", _apart),
    (
        rf"\b(?:earlier|later)\s+(?:on\s+|in\s+)?{_THAT_DAY}\b|"
        r"\b(?:on\s+)?(?:the\s+same|that(?:\s+same)?)\s+day\b",
        _same_day,
    ),
    (rf"\b(?:that|in\s+the(?:\s+(?:early|late))?)\s+{_DAYTIME}\b", _same_day),
    (
        rf"\b(?:soon|shortly|immediately|right|hours)\s+after\s+{_ARRIVAL}|\b(?:up)?on\s+{_ARRIVAL}",
        _relative(0),
    ),
    (
        r"\bthe\s+(?:next|following)\s+(?:day|morning|afternoon|evening)\b|\b(?:the|a)\s+day\s+after\b",
        _relative(1),
    ),
    (r"\bthe\s+(?:previous\s+(?:day|evening|night)|day\s+before|night\s+before)\b", _relative(-1)),
    (
        r"\b(?:on|from|until|by)\s+the\s+(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b(?!\s+[a-z]|-)",
        _day_of_month,
    ),
    # up to today
    (
        rf"\b(?:over|in|during|within)\s+the\s+(?:past|last)\s+(?P<count>{_NUMBER})\s+days\b",
        _past_days,
    ),
    # on no calendar
    (r"\b(?:days|weeks|months|years|decades?|centur(?:y|ies)|long)\s+ago\b", _vague(-1)),
    (rf"\b{_FEW}\s+{_UNITS}\s+(?:ago|earlier|before)\b", _vague(-1)),
    (
        r"\b(?:over|in|during)\s+the\s+(?:past|last)\s+"
        rf"(?:(?:{_NUMBER}|few|several|couple\s+of)\s+)?{_UNITS}\b",
        _vague(-1),
    ),
    (rf"\bin\s+(?:the\s+past|recent\s+(?:{_UNITS}|times)|the\s+(?:19|20)?\d0s)\b", _vague(-1)),
    (r"\b(?:recently|lately|previously)\b", _vague(-1)),
    # "on the night of the resignation": a day, but not the article's
    (
        r"\bon\s+the\s+(?:eve|day|morning|evening|night)\s+(?:of|before|after)\b(?!\s+(?:the\s+)?\d)",
        _vague(-1),
    ),
    (r"\b(?:on\s+)?(?:several|many|numerous|previous|various)\s+occasions\b|\btwice\b", _vague(-1)),
    (r"\b(?:two|three|four|five|six|several|many|\d+)\s+times\b", _vague(-1)),
    (r"\bthe\s+(?:following|previous)\s+(?:week|weekend|month|year)\b", _vague(-1)),
    (r"\b(?:last|this|next)\s+(?:spring|summer|autumn|fall|winter|decade|century)\b", _vague(-1)),
    (
        rf"\b(?:soon|shortly|in\s+(?:the\s+)?(?:near\s+future|coming\s+{_UNITS})|at\s+a\s+later\s+date)\b",
        _vague(1),
    ),
)
PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), build) for pattern, build in _PATTERNS)
"""Each pattern with what makes an expression of its match, the longer ones first."""
