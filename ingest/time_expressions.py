"""Finds the words in a sentence that say when: weekdays, dates, "last month", "two days later".

Nothing is placed on the calendar here (see `ingest.time_resolution`). Durations ("a five-day visit", "a two-hour
meeting") and ranks ("first in 20 years") are no times and are not found; a month alone counts only after a word
like "in" or "last", so that "may" and "march" stay verbs.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span

Kind = Literal["date", "weekday", "offset", "period", "ago", "relative", "part", "range", "vague"]
Relation = Literal["at", "since", "until", "before", "after"]
Unit = Literal["day", "week", "weekend", "month", "year"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when. `start` and `end` are token positions in the document, `end` one past the last.

    date: `year`, `month`, `day` as far as given; `shift` -1, 0, 1 for "last May", "this May", "next May", or, with
        `unit` "year", "May last year".
    weekday: `weekday` from 0 for Monday; `shift` as above, with `unit` "week" for "Monday last week".
    offset: `shift` days from the publication day. period: the week, weekend, month or year `shift` units away.
    ago: `count` units before the publication day. relative: `shift` days from a day told before ("the next day").
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


def _month(text: str) -> int:
    return _MONTHS[text.lower().rstrip(".")]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text.lower()]


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
    first, last = (TimeExpression("weekday", m[0], weekday=_WEEKDAYS[m[n].lower()]) for n in (1, 2))
    return TimeExpression("range", m[0], ends=(first, last))


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


def _offset(days: int) -> Build:
    return lambda m: TimeExpression("offset", m[0], shift=days)


def _relative(days: int) -> Build:
    return lambda m: TimeExpression("relative", m[0], shift=days)


def _vague(direction: int) -> Build:
    return lambda m: TimeExpression("vague", m[0], shift=direction)


def _whole_year(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("date", m[0], year=int(m["year"]))


def _day_of_month(m: re.Match[str]) -> TimeExpression | None:
    return TimeExpression("date", m[0], day=_day(m["day"]))


_NAMED_DAY = rf"(?:\b(?:{_WEEKDAY}|{_SHORT_WEEKDAY})\s*,?\s*(?:the\s+)?)?"
_OF_YEAR = rf"(?:\s*,?\s*(?:of\s+)?(?P<year>{_YEAR})|\s+(?P<shift>last|this|next)\s+year\b)"
# The first pattern that fits at a place wins, so the longer ones stand first.
_PATTERNS: tuple[tuple[str, Build], ...] = (
    (r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b", _iso),
    (r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b", _numeric),
    (
        rf"\b(?P<day1>{_DAY})\s+(?P<month1>{_MONTH})(?:\s*,?\s*(?P<year1>{_YEAR}))?{_TO}(?P<day2>{_DAY})\s+"
        rf"(?P<month2>{_MONTH})(?:\s*,?\s*(?P<year2>{_YEAR}))?",
        _dates,
    ),
    (rf"\b(?P<day1>{_DAY}){_TO}(?:the\s+)?(?P<day2>{_DAY})\s+(?:of\s+)?(?P<month2>{_MONTH})(?:\s*,?\s*(?P<year2>{_YEAR}))?", _dates),
    (
        rf"\b(?P<month1>{_MONTH})\s+(?P<day1>{_DAY})(?:\s*,?\s*(?P<year1>{_YEAR}))?{_TO}(?:(?P<month2>{_MONTH})\s+)?"
        rf"(?P<day2>{_DAY})(?!\s+(?:{_MONTH}|\w+s\b))(?:\s*,?\s*(?P<year2>{_YEAR}))?",
        _dates,
    ),
    (rf"\b(?:between|from)\s+(?P<month1>{_MONTH})(?:\s+(?P<year1>{_YEAR}))?{_TO}(?P<month2>{_MONTH})(?:\s+(?P<year2>{_YEAR}))?", _dates),
    (rf"\b(?:between|from)\s+({_YEAR}){_TO}({_YEAR})\b", _years),
    (rf"{_NAMED_DAY}\b(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH}){_OF_YEAR}?", _date),
    (rf"{_NAMED_DAY}\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_OF_YEAR}?", _date),
    (rf"\b(?:(?:early|mid|late|end)[-\s]+(?:of\s+)?)?(?P<month>{_MONTH}){_OF_YEAR}", _date),
    (rf"\b(?P<shift>last|this|next|this\s+past|this\s+coming)\s+(?P<month>{_MONTH})(?!\s+(?:\d|(?:last|this|next)\s+year))", _shifted_month),
    (rf"\b(?:in|during|since|until|till|by|before|after|of|for|throughout)\s+(?:(?:early|mid|late|end)[-\s]+)?(?P<month>{_MONTH})(?!\s+(?:\d|(?:last|this|next)\s+year))", _date),
    (rf"\b(?:early|mid|late)[-\s]+(?P<month>{_MONTH})(?!\s+(?:\d|(?:last|this|next)\s+year))", _date),
    (rf"\b(?P<month>{_MONTH})(?=['’]s\b)", _date),
    (rf"\b(?P<which>first|second|third|fourth|last)\s+(?P<part>quarter|half)\s+of\s+(?:the\s+)?(?:(?P<year>{_YEAR})|(?P<shift>{_SHIFT})\s+year)\b", _part),
    (rf"\b(?:early|late|mid)[-\s]+(?P<year>{_YEAR})\b", _whole_year),
    (rf"\b(?:in|during|since|until|till|by|before|after|throughout|of)\s+(?:(?:early|late|mid)[-\s]+)?(?P<year>{_YEAR})(?!\s*(?:\w+\s+)?(?:people|troops|dollars|euros|km|kilomet|met(?:er|re)s|miles|percent|tons|tonnes))", _whole_year),
    (rf"\b({_WEEKDAY}){_TO}({_WEEKDAY})\b", _weekdays),
    (rf"\b(?P<weekday>{_WEEKDAY})(?:\s+{_DAYTIME})?\s*,?\s*(?:of\s+)?(?P<week>last|this|next)\s+week\b", _weekday),
    (rf"\b(?P<week>last|next|this)\s+week['’]s\s+(?P<weekday>{_WEEKDAY})\b", _weekday),
    (rf"\b(?P<shift>{_SHIFT})\s+(?P<weekday>{_WEEKDAY})s?\b(?!\s+prayers)", _weekday),
    (rf"\b(?P<weekday>{_WEEKDAY})(?!s|\s+(?-i:Times|Telegraph|Mirror|Express|Mail|Herald|Tribune|Post|Sun|Agreement|Accord)\b|\s+prayers)\b", _weekday),
    (r"\b(?:earlier|later)\s+today\b|\btoday\b|\btonight\b|\bthis\s+(?:morning|afternoon|evening|noon)\b", _offset(0)),
    (r"\bthe\s+day\s+before\s+yesterday\b", _offset(-2)),
    (r"\bthe\s+day\s+after\s+tomorrow\b", _offset(2)),
    (r"\byesterday\b|\blast\s+night\b|\blast\s+evening\b", _offset(-1)),
    (r"\btomorrow\b", _offset(1)),
    (r"\b(?P<shift>last|this|next|this\s+past|this\s+coming|the\s+coming|the\s+current)\s+(?P<unit>weekend|week|month|year)\b(?!-)", _period),
    (r"\b(?:at|over|on|during|for)\s+the\s+weekend\b|\bthe\s+weekend\b", _weekend),
    (rf"\b(?P<count>{_NUMBER})\s+(?P<unit>{_UNITS})\s+ago\b", _ago),
    (rf"\b(?:days|weeks|months|years)\s+ago\b|\b{_FEW}\s+{_UNITS}\s+(?:ago|earlier|before)\b|\b(?:decades?|centur(?:y|ies)|long)\s+ago\b", _vague(-1)),
    (rf"\b(?P<count>{_NUMBER})\s+(?P<unit>{_UNITS})\s+(?P<way>later|earlier|before|after|previously)\b(?!\s+(?:of|\w+ing)\b)", _apart),
    (r"\b(?:earlier|later)\s+(?:in\s+)?(?:the|that|the\s+same)\s+(?:same\s+)?day\b|\b(?:on\s+)?(?:the\s+same|that(?:\s+same)?)\s+(?:day|morning|afternoon|evening|night)\b|\bin\s+the\s+(?:morning|afternoon|evening)\b", _relative(0)),
    (r"\bthe\s+(?:next|following)\s+(?:day|morning|afternoon|evening)\b|\bthe\s+day\s+after\b(?!\s+tomorrow)", _relative(1)),
    (r"\bthe\s+(?:previous\s+(?:day|evening|night)|day\s+before|night\s+before)\b", _relative(-1)),
    (r"\b(?:on|from|until|by)\s+the\s+(?P<day>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))\b(?!\s+(?-i:[a-zA-Z])|-)", _day_of_month),
    (rf"\b(?:recently|lately|previously|in\s+the\s+past|in\s+recent\s+(?:{_UNITS}|times)|(?:on\s+)?(?:several|many|numerous|previous|various)\s+occasions|(?:over|in|during)\s+the\s+(?:past|last)\s+(?:{_NUMBER}|few|several|couple\s+of)?\s*{_UNITS}|twice|(?:two|three|four|five|six|several|many|\d+)\s+times)\b", _vague(-1)),
    (rf"\b(?:soon|shortly|in\s+the\s+near\s+future|in\s+(?:the\s+)?coming\s+{_UNITS}|at\s+a\s+later\s+date|in\s+due\s+course)\b", _vague(1)),
    (r"\bin\s+the\s+(?:19|20)?\d0s\b|\bthe\s+(?:following|previous)\s+(?:week|weekend|month|year)\b|\b(?:last|this|next)\s+(?:spring|summer|autumn|fall|winter|decade|century)\b", _vague(-1)),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), build) for pattern, build in _PATTERNS)

_RELATIONS: dict[str, Relation] = {
    **dict.fromkeys(["since", "from"], "since"),
    **dict.fromkeys(["until", "till", "through"], "until"),
    **dict.fromkeys(["before", "by", "ahead of", "prior to"], "before"),
    **dict.fromkeys(["after", "following"], "after"),
}
_RELATION = re.compile(rf"\b({'|'.join(_RELATIONS)})(?:\s+(?:early|late|the))?\s*$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"\b(?:Good|Black|Bloody|Ash|Palm|Easter|Super|Shrove|Maundy)\s+$")


def time_expressions(span: Span) -> tuple[TimeExpression, ...]:
    """The time expressions of a sentence in the order of its words; they do not overlap."""
    return tuple(_found(span))


def _found(span: Span) -> Iterator[TimeExpression]:
    text = span.text
    position = 0
    while (hit := _next(text, position)) is not None:
        match, build = hit
        position = max(match.end(), position + 1)
        if _NAME_BEFORE.search(text, 0, match.start()):
            continue
        words = span.doc.char_span(
            span.start_char + match.start(), span.start_char + match.end(), alignment_mode="expand"
        )
        expression = build(match)
        if words is None or expression is None:
            continue
        yield replace(
            expression, start=words.start, end=words.end, relation=_relation(text, match, expression)
        )


def _next(text: str, position: int) -> tuple[re.Match[str], Build] | None:
    """The leftmost match; among those that begin together, that of the first pattern."""
    best: tuple[re.Match[str], Build] | None = None
    for pattern, build in _COMPILED:
        match = pattern.search(text, position)
        if (
            match is not None
            and match.end() > match.start()
            and (best is None or match.start() < best[0].start())
        ):
            best = match, build
    return best


def _relation(text: str, match: re.Match[str], expression: TimeExpression) -> Relation:
    """Whether the time is that of the event, or only its bound."""
    if expression.kind in {"range", "vague", "relative"}:
        return "at"
    first = match[0].split()[0].lower()
    if first in _RELATIONS:
        return _RELATIONS[first]
    before = _RELATION.search(text, 0, match.start())
    return _RELATIONS[before[1].lower()] if before else "at"
