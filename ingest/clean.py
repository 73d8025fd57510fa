"""Marks what of an article's text is reporting, and what only stands around it. Nothing is cut: offsets stay.

A teaser ("Also read: …") names people who met in another article; a byline names who wrote; a dateline says where
"here" is. Paragraphs are told apart by their shape and their first words, never by what they report.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

SegmentKind = Literal[
    "headline", "dateline", "byline", "heading", "body", "teaser", "credit", "caption", "boilerplate"
]

# Lines at most this long, without the end of a sentence, are headings; news sentences are longer or end.
HEADING_CHARACTERS = 90
HEADING_WORDS = 14

# How far into a paragraph a dateline may reach, in characters, and among how many first paragraphs it may stand.
DATELINE_CHARACTERS = 140
DATELINE_PARAGRAPHS = 4

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?|\d{{4}}-\d\d-\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_PLACE = r"[A-Z][\w.'’\-]{1,24}(?:[ /][A-Z][\w.'’\-]{1,24}){0,3}"
_DATELINE = re.compile(
    rf"\s{{0,8}}(?P<place>{_PLACE})(?:,\s(?P<region>(?!{_MONTH}\b){_PLACE}))?"
    rf"(?:(?:,?\s|\s?[–—-]\s)(?P<day>{_DAY}))?"
    rf"(?:,?\s?\((?P<agency>[^()\n]{{2,40}})\)|[.,]?\s/(?P<slashed>[^/\n]{{2,30}})/)?"
    rf"\s{{0,2}}(?P<close>--+-?|—|–|-|:|_|\.-?)(?=\s|[A-Z\"“‘'`]|$)\s{{0,4}}"
)

_TEASER = re.compile(
    r"(?:also\s+read|read\s+also|read\s+more|read\s+next|read\s*:|see\s+also|see\s+more|related(?:\s+(?:stories|story|articles?|news|posts?|links?|content|coverage|topics?))?\s*[:|\-–]|"
    r"related\s+(?:stories|articles|news|posts|links)\b|more\s+(?:on\s+this|from|stories|news|in)\b.{0,40}[:|]|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)|"
    r"watch(?:\s+(?:live|now|here|also|video))?\s*[:|]|listen(?:\s+(?:now|here))?\s*[:|]|click\s+here|don['’]t\s+miss|must\s+read|recommended|trending|"
    r"further\s+reading|editor['’]?s['’]?\s+picks?|in\s+pics?\s*[:|]|in\s+pictures\s*[:|]|explained?\s*[|:]|opinion\s*[|:]|live\s+updates?\s*[:|]|top\s+stories|latest\s+news\b|most\s+(?:read|popular)\b|continue\s+reading|previous\s+article|next\s+article)",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"(?:(?:copyright|©|\(c\)\s*\d{4})|.{0,80}\ball\s+rights\s+reserved|(?:we|this\s+(?:site|website))\s+uses?\s+cookies|by\s+(?:continuing|using)\s+(?:to\s+use\s+)?(?:this|our)\s+site|accept\s+(?:all\s+)?cookies|"
    r"subscribe|sign\s+up\b|get\s+(?:the\s+latest|our)\b.{0,60}\b(?:newsletter|inbox|app)|follow\s+us|join\s+(?:us\s+on|our)\b|like\s+us\s+on|download\s+(?:our|the)\b.{0,30}\bapp|"
    r"share\s+(?:this|on)\b|tweet\b.{0,10}$|advertisement\b|sponsored\b|(?:for\s+)?(?:media|press)\s+(?:contact|enquiries|inquiries)|contact\s*:|e-?mail\s*:|tel(?:ephone)?\s*[:.]|phone\s*:|"
    r"\(?(?:with|additional)\s+(?:inputs?|reporting|contributions?)\s+(?:from|by)\b|\(?(?:reporting|writing|editing|compiled|edited|reported|translated)\s+by\b|this\s+(?:article|story|report)\s+(?:was|has\s+been|is)\s+(?:first\s+|originally\s+)?(?:published|auto|edited|generated|updated)|"
    r"(?:the\s+)?(?:author|writer)s?\s+(?:is|are)\b|(?:-|–|—|\*)\s*(?:the\s+)?(?:author|writer)\b|views\s+expressed|disclaimer|terms\s+(?:of|and)\b|privacy\s+policy|tags?\s*:|topics?\s*:|keywords?\s*:|categories\s*:|filed\s+under|source\s*:|published\s*(?:on|:|at)|updated\s*(?:on|:|at)|last\s+(?:updated|modified)|posted\s+(?:on|by|in)|"
    r"\(?-{0,2}\s?(?:afp|ap|reuters|xinhua|bernama|tass|ani|pti|ians|wam|kuna|spa|qna|anadolu|efe|dpa|upi|yonhap|kyodo|sana|irna|app|bss|antara|aa|anadolu\s+agency|agencies)\)?\s*[/.]?\s*$|end-?it(?:em)?\b|/?ends/?\s*$|-+\s*(?:30|ends?)\s*-+\s*$|[#*=_~\-–—\s]{3,}$|\d{1,3}\s*(?:comments?|shares?|views?)\b)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by\s+[A-Z][\w.'’\-]+(?:\s+(?:[A-Z][\w.'’\-]*|and|in|&|of|de|van|bin|al-\w+)){0,8}(?:\s*[,|–-].{0,60})?|"
    r"(?:from\s+)?(?:our|a)\s+(?:staff\s+)?(?:correspondent|reporter)s?\b.{0,40}|staff\s+(?:reporter|writer|correspondent)s?|news\s+desk|web\s+desk|\w{2,12}\s+(?:news\s+desk|web\s+desk|bureau))\s*$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\(?(?:photo|image|picture|video|pic|screengrab|file\s+photo|photograph|credit|courtesy|illustration)s?\s*(?:credits?|courtesy|by|source)?\s*[:/|–-]|\(?(?:photo|image|picture)s?\s+by\b|.{0,60}\b(?:getty\s+images|ap\s+photo|afp\s+photo|reuters/|via\s+getty|epa-efe|shutterstock)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s*$")
_ODD = re.compile(r"[^\x20-\x7e\n\t\r]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article's text, `start` to `end`, and what it is."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, and by which agency, as its first words say. `day` is as written."""

    start: int
    end: int
    place: str | None
    day: str | None
    agency: str | None


def segments(text: str, title: str | None = None) -> tuple[Segment, ...]:
    """The text in order, stretch by stretch; white space between paragraphs belongs to none.

    A text that is all one short line is body: a sentence or a headline handed in to be read.
    """
    found: list[Segment] = []
    paragraphs = list(_paragraphs(text))
    dateline = dateline_of(text)
    reported = False
    for start, end in paragraphs:
        kind = _kind(text[start:end], title, first=not reported, only=len(paragraphs) == 1)
        if dateline is not None and start <= dateline.start < end:
            found.append(Segment("dateline", dateline.start, dateline.end))
            start, kind = dateline.end, "body"
            if start >= end:
                continue
        reported = reported or kind == "body"
        found.append(Segment(kind, start, end))
    return tuple(found)


def dateline_of(text: str) -> Dateline | None:
    """The dateline among the first paragraphs: "Moscow, 22 November 2022 (TDI): …", "BEIJING, Nov. 5 (Xinhua) --"."""
    for number, (start, end) in enumerate(_paragraphs(text)):
        if number >= DATELINE_PARAGRAPHS:
            break
        match = _DATELINE.match(text[start : min(end, start + DATELINE_CHARACTERS)])
        if match is None or not _is_dateline(match):
            continue
        return Dateline(
            start,
            start + match.end(),
            _capitalised(match["place"]),
            match["day"],
            (match["agency"] or match["slashed"] or "").strip() or None,
        )
    return None


def parser_text(text: str) -> str:
    """The text as the parser should see it: code point for code point, so that offsets in both are the same."""
    return _ODD.sub(lambda match: _plain(match.group()), text)


def _is_dateline(match: re.Match[str]) -> bool:
    """A place in capitals needs no more; any other capitalised word does: "Quote: …" is no dateline."""
    if match["close"] == ".":
        return bool(match["slashed"])
    if match["day"] or match["agency"] or match["slashed"]:
        return True
    place = match["place"]
    return place.isupper() and len(place) > 3 and match["close"] not in {"-"}


def _capitalised(place: str) -> str:
    return place.title() if place.isupper() and len(place) > 3 else place


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\u00ad\u2010\u2011":
        return "-"
    if category == "Cs":
        return "\ufffd"
    return " " if category[0] in "ZC" and category not in {"Co", "Cn"} else character


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; their lines one by one, unless they are one paragraph wrapped at a column."""
    for block in _blocks(text):
        if len(block) > 2 and _is_wrapped([text[start:end] for start, end in block]):
            yield block[0][0], block[-1][1]
        else:
            yield from block


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            block.append((start, end))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _is_wrapped(lines: list[str]) -> bool:
    """All lines but the last are about equally long, and most break off inside a sentence."""
    full = lines[:-1]
    longest = max(map(len, full))
    even = sum(len(line) > longest * 0.75 for line in full)
    broken = sum(_SENTENCE_END.search(line) is None for line in full)
    return longest <= 120 and even >= 0.8 * len(full) and broken >= 0.5 * len(full)


def _kind(paragraph: str, title: str | None, *, first: bool, only: bool) -> SegmentKind:
    short = len(paragraph) <= 240
    if title is not None and paragraph.strip().casefold() == title.strip().casefold() and not only:
        return "headline"
    if short and _TEASER.match(paragraph):
        return "teaser"
    if _CREDIT.match(paragraph) and len(paragraph) <= 120:
        return "credit"
    if short and _BOILERPLATE.match(paragraph):
        return "boilerplate"
    if len(paragraph) <= 120 and _BYLINE.match(paragraph):
        return "byline"
    if not only and _is_heading(paragraph):
        return "headline" if first else "heading"
    return "body"


def _is_heading(paragraph: str) -> bool:
    return (
        len(paragraph) <= HEADING_CHARACTERS
        and len(paragraph.split()) <= HEADING_WORDS
        and _SENTENCE_END.search(paragraph) is None
        and not paragraph.rstrip().endswith((",", ";", ":", "”", '"'))
    )
