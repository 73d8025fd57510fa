"""Programmes of somebody's days: "11.30 Meets Premier Lamar", line by line, with the days above them.

Whose programme it is stands above its lines and hardly in them, and what they tell of is still to come.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Span

from ingest.records import When
from ingest.time_expressions import expressions_of
from ingest.time_resolution import resolve

_CLOCK = r"(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?(?:[ap]\.?m\b\.?|hrs?\b|h\b))?"
# A line of a programme: the hour, and what is done. The colon of "11.30: Meets …" may follow the hour.
_ITEM = re.compile(rf"^[ \t]{{0,8}}{_CLOCK}[ \t]*[-–—:]?[ \t]+(?=\S)", re.MULTILINE | re.IGNORECASE)
_HOUR = re.compile(r"\d{1,2}")
# Hours from one to twelve, of which the smaller may be the later: said right behind the hour.
_NOON = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
# What people do or have by their programmes; names may end in "s" as well.
_DOING = (
    "Meets|Receives|Holds|Has|Visits|Hosts|Attends|Addresses|Welcomes|Greets|Calls|Chairs|Opens|Joins|Gives|Speaks"
    "|Takes|Delivers|Presents|Leaves|Departs|Arrives|Travels|Inaugurates|Lunches|Dines|Sees|Confers|Pays"
    "|Talks|Meeting|Lunch|Luncheon|Dinner|Breakfast|Audience|Working|Courtesy|Bilateral"
)
_VERB = re.compile(rf"^([ \t]{{0,8}}{_CLOCK}[ \t]*[-–—:]?[ \t]+)({_DOING})\b", re.MULTILINE)
# What announces a list of this and that to come: "The following stories are scheduled for Friday".
_ANNOUNCED = re.compile(
    r"^.{0,40}\b(?:following|below)\b[^.\n]{0,120}\b(?:scheduled|expected|planned|due)\b.{0,120}$",
    re.MULTILINE | re.IGNORECASE,
)
# What stands above a look at the days to come: "The week ahead", "Diary for Thursday", "Today's events".
_HEADED = re.compile(
    r"^[^.\n]{0,40}\b(?:(?:week|weekend|month|days?)\s+ahead|diary|calendar|look-?ahead|coming\s+up"
    r"|(?:upcoming|coming|key|today[’']s|tomorrow[’']s)\s+events|what\s+to\s+watch)\b[^.\n]{0,40}$",
    re.MULTILINE | re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]{0,8}(?:--?|[–—•*·])[ \t]*(?=\w)")
_LINE = re.compile(r"[^\n\r]+")
# A line with a day and little else: "Tuesday, 11 October".
_LONGEST_DAY = 40
# Headings stand within so many characters of the head of a text.
_HEAD = 300


@dataclass(frozen=True, slots=True)
class Agenda:
    """The lines of a programme by where they begin and end, each with its day as far as one is told."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    days: tuple[When, ...]
    owned: bool
    """Whether it is somebody's programme, and no list of this and that."""

    def day_at(self, position: int) -> When | None:
        """The day of the line at a position of the text; None where it is in no line of the programme."""
        number = bisect_right(self.starts, position) - 1
        return self.days[number] if number >= 0 and position < self.ends[number] else None


def is_item(paragraph: str) -> bool:
    """Whether a line begins with an hour."""
    return _ITEM.match(paragraph) is not None


def is_agenda(text: str) -> bool:
    """Whether a text has lines of a programme. Those of a live report go back from the latest hour."""
    first = _ITEM.search(text)
    second = _ITEM.search(text, first.end()) if first is not None else None
    return first is not None and second is not None and not _is_later(first[0], second[0])


def _is_later(line: str, other: str) -> bool:
    """Whether a line's hour is later on a day than another's."""
    return _time_of(line) > _time_of(other)


def _time_of(line: str) -> tuple[int, int]:
    """The hour and minute with which a line begins: those after noon have twelve more hours."""
    hour, minute = (int(number) for number in _HOUR.findall(line)[:2])
    noon = _NOON.search(line)
    if noon is not None:
        hour = hour % 12 + (12 if noon[0].lower().startswith("p") else 0)
    return hour, minute


def with_verbs(text: str) -> str:
    """The text with "Meets" at the head of a line in small letters: parsers take it for a name."""
    return _VERB.sub(lambda match: match[1] + match[2].lower(), text)


def tells(line: Span) -> bool:
    """Whether a line tells what was done, as those of a live report do."""
    had = any(child.lower_ in {"has", "have"} for child in line.root.children)
    return (had and line.root.tag_ == "VBN") or any(token.tag_ == "VBD" for token in line)


def agenda_of(text: str, published: date | None) -> Agenda | None:
    """The programme that an article prints, if it prints one."""
    owned = is_agenda(text)
    announced = _ANNOUNCED.search(text) or _HEADED.search(text, 0, _HEAD)
    if not owned and announced is None:
        return None
    listed = is_item if owned else _is_bullet
    day, starts, ends, days = When(), [], [], []
    for line in _LINE.finditer(text, 0 if owned or announced is None else announced.start()):
        if listed(line[0]):
            starts.append(line.start())
            ends.append(line.end())
            days.append(day)
        elif len(line[0].strip()) <= _LONGEST_DAY or line[0].rstrip().endswith(":") or not owned:
            told = (resolve(expression, published, "future") for expression in expressions_of(line[0]))
            day = next((when for when in told if when.earliest and when.earliest == when.latest), day)
    return Agenda(tuple(starts), tuple(ends), tuple(days), owned)


def _is_bullet(line: str) -> bool:
    return _BULLET.match(line) is not None
