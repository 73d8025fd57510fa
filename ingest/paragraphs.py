"""Where the paragraphs of a text are: lines are paragraphs, unless a text was wrapped at a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

Range = tuple[int, int]

# The widest column at which texts are wrapped, and the narrowest, in characters.
WIDEST, NARROWEST = 110, 40
# A line may be shorter than the column by the word that did not fit and so many columns.
_TOLERANCE = 6
_WORD = re.compile(r"\S+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]{0,3}$")
_BULLET = re.compile(r"(?:[-–—•*·▪►]|\(?\d{1,2}[.)])\s")
# A line of a programme goes on with no line before it: "10:00 Meets …".
_HOUR = re.compile(r"\d{1,2}[.:]\d\d\s")


def paragraphs(text: str) -> Iterator[Range]:
    """The paragraphs in order, without the white space around them.

    A line was wrapped when the first word of the next one would not have fitted behind it; blank lines always
    end a paragraph.
    """
    blocks = list(_blocks(text))
    width = _column(text, blocks)
    for block in blocks:
        start, _ = line = block[0]
        for following in block[1:]:
            lead = text[following[0] : following[0] + 8]
            item = is_bullet(lead) or _HOUR.match(lead) is not None
            if not width or item or not _fills(text, line, following, width):
                yield start, line[1]
                start = following[0]
            line = following
        yield start, line[1]


def is_sentence_end(text: str) -> bool:
    """Whether a text ends as a sentence or as the announcement of one ("He said:")."""
    return _SENTENCE_END.search(text[-8:]) is not None


def is_bullet(text: str) -> bool:
    """Whether a paragraph is an item of a list."""
    return _BULLET.match(text) is not None


def _blocks(text: str) -> Iterator[list[Range]]:
    block: list[Range] = []
    for start, end in _lines(text):
        line = text[start:end]
        stripped = line.strip()
        if stripped:
            lead = len(line) - len(line.lstrip())
            block.append((start + lead, start + lead + len(stripped)))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _lines(text: str) -> Iterator[Range]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _column(text: str, blocks: Sequence[list[Range]]) -> int:
    """The column at which a text is wrapped, or 0: no line is longer, most break off inside a sentence."""
    inner = [pair for block in blocks for pair in pairwise(block)]
    if not inner:
        return 0
    width = max(end - start for block in blocks for start, end in block)
    if not NARROWEST <= width <= WIDEST:
        return 0
    broken = sum(not is_sentence_end(text[start:end]) for (start, end), _ in inner)
    full = sum(_fills(text, line, following, width) for line, following in inner)
    return width if broken >= 0.5 * len(inner) and full >= 0.7 * len(inner) else 0


def _fills(text: str, line: Range, following: Range, width: int) -> bool:
    """Whether the first word of the following line would not have fitted."""
    word = _WORD.match(text, following[0], min(following[1], following[0] + width))
    return word is not None and line[1] - line[0] + 1 + len(word.group()) > width - _TOLERANCE
