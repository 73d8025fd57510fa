"""Marks what of an article's text is reporting, and what only stands around it. Nothing is cut: offsets stay.

A teaser ("Also read: …") names people who met in another article; a byline names who wrote; a dateline says
where "here" is. Paragraphs are told apart by their shape and their first words, never by what they report.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from ingest.agendas import is_agenda, is_item, with_verbs
from ingest.datelines import Dateline, read_dateline
from ingest.furniture import furniture_of, tail_of
from ingest.paragraphs import is_bullet, is_sentence_end, paragraphs

__all__ = ["Dateline", "Segment", "SegmentKind", "dateline_of", "parser_text", "segments"]

SegmentKind = Literal[
    "headline", "dateline", "byline", "heading", "body", "teaser", "credit", "caption", "boilerplate"
]

# Lines at most this long, without the end of a sentence, are headings; news sentences are longer or end.
HEADING_CHARACTERS = 90
HEADING_WORDS = 14

# Among how many first paragraphs a dateline may stand.
DATELINE_PARAGRAPHS = 5

_ODD = re.compile(r"[^\x20-\x7e\n\t\r]")
# "Met with Premier Solen today," somebody posts: parsers take the verb for a name.
_POSTED = re.compile(r"(?<=[\"“])(?:Met|Held|Hosted|Received|Welcomed|Visited)(?=\s)")
_CAPTION = re.compile(
    r"\s{0,4}\(?(?:caption|pictured|in\s+this\s+(?:file\s+)?(?:photo|image|picture)|file)\b\s?[:,-]?", re.I
)
_CREDIT_TAIL = re.compile(
    r"[\s(\[.|]{1,4}(?:file\s+)?(?:photo|image|picture|credit)s?\s?(?:credit)?\s?(?::|by\b)[^\n]{2,60}$", re.I
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article's text, `start` to `end`, and what it is."""

    kind: SegmentKind
    start: int
    end: int


def segments(text: str, title: str | None = None) -> tuple[Segment, ...]:
    """The text in order, stretch by stretch; white space between paragraphs belongs to none.

    A text that is all one paragraph is body, however short: a sentence or a headline handed in to be read.
    """
    return tuple(_segments(text, title))


def dateline_of(text: str) -> Dateline | None:
    """The dateline at the head of one of the first paragraphs: "Moscow, 22 November 2022 (TDI): …"."""
    for start, end in islice(paragraphs(text), DATELINE_PARAGRAPHS):
        dateline = read_dateline(text, start, end)
        if dateline is not None:
            return dateline
    return None


def parser_text(text: str) -> str:
    """The text as the parser should see it, code point for code point: offsets in both are the same."""
    plain = _POSTED.sub(lambda match: match.group().lower(), text)
    return with_verbs(_ODD.sub(lambda match: _plain(match.group()), plain))


def _segments(text: str, title: str | None) -> Iterator[Segment]:
    found = list(paragraphs(text))
    dateline = dateline_of(text)
    heads = _folded(title) if title else None
    agenda = is_agenda(text)
    reported = False
    for start, end in found:
        if dateline is not None and dateline.start == start:
            yield Segment("dateline", start, dateline.end)
            start = dateline.end
            if start < end:
                reported = True
                yield from _body(text, start, end)
            continue
        paragraph = text[start:end]
        kind = _kind(paragraph, heads, reported=reported, only=len(found) == 1)
        if kind == "headline" and agenda and _folded(paragraph) != heads:
            kind = "body"  # whose programme it is
        if kind in {"body", "caption"}:
            reported = reported or kind == "body"
            yield from _body(text, start, end, kind)
        else:
            yield Segment(kind, start, end)


def _body(text: str, start: int, end: int, kind: SegmentKind = "body") -> Iterator[Segment]:
    """A paragraph of reporting, with the furniture behind its last sentence set apart."""
    paragraph = text[start:end]
    tail = tail_of(paragraph)
    cut = start + tail[0] if tail is not None else end
    if start < cut:
        yield Segment(kind, start, cut)
    if tail is not None:
        while cut < end and text[cut].isspace():
            cut += 1
        yield Segment(tail[1], cut, end)


def _kind(paragraph: str, title: str | None, *, reported: bool, only: bool) -> SegmentKind:
    if only:
        return "body"
    if title is not None and len(paragraph) <= 2 * len(title) + 20 and _folded(paragraph) == title:
        return "headline"
    furniture = furniture_of(paragraph)
    if furniture is not None:
        return furniture
    if _CAPTION.match(paragraph) or _CREDIT_TAIL.search(paragraph[-80:]):
        return "caption"
    if _is_heading(paragraph):
        return "heading" if reported else "headline"
    return "body"


def _is_heading(paragraph: str) -> bool:
    return (
        len(paragraph) <= HEADING_CHARACTERS
        and len(paragraph.split()) <= HEADING_WORDS
        and not is_sentence_end(paragraph)
        and not is_bullet(paragraph)
        and not is_item(paragraph)
        and not paragraph.endswith((",", ";", "-", "–", "—"))
        and not (paragraph[0] in "\"“”'‘«" and paragraph[-1] in "\"”“'’»")
    )


def _folded(text: str) -> str:
    """Letters and digits only, so that other quotes or dashes do not hide the same headline."""
    return "".join(character for character in text.casefold() if character.isalnum())


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return " " if category[0] in "ZC" and category not in {"Co", "Cn"} else character


# Marks that the parser does not know, or knows less well than their plain forms.
_ALIKE = {
    **dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d\u00ad", "-"),
    **dict.fromkeys("\u2012\u2015\ufe58", "\u2014"),
    **dict.fromkeys("\u201a\u201b\u02bc\u2032\u00b4\uff07", "\u2019"),
    **dict.fromkeys("\u201e\u201f\u00ab\u2033\uff02", "\u201c"),
    "\u00bb": "\u201d",
}
