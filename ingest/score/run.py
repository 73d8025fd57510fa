"""Reads gold files, has their articles read, and scores them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.records import Article, Reading
from ingest.score.gold import gold_article
from ingest.score.scorecard import CEILINGS, MEASURES, Scorecard, score_articles

Reader = Callable[[Iterable[Article]], Iterable[Reading]]


class NotGold(IngestError):
    """Raised when a line of a file is not in the gold format."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(
            f"{path}, line {line}, is not marked text: {reason}; each line needs 'text' and 'gold' as JSON"
        )


class NotAFloor(IngestError):
    """Raised when a floor names no measure, or its number is none."""

    def __init__(self, floor: str, measures: Sequence[str]) -> None:
        super().__init__(
            f"{floor!r} is no floor; write one as pairs.f1=0.8, with one of {', '.join(measures)}"
        )


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A gold file's lines, and the SHA-256 of its bytes: the same figure for the same content."""

    path: Path
    rows: tuple[dict[str, Any], ...]
    sha256: str

    @property
    def label(self) -> str:
        """The file's name with the beginning of its fingerprint."""
        return f"{self.path.stem} ({self.sha256[:12]})"


def gold_file(path: Path) -> GoldFile:
    """The lines of a gold file.

    Raises:
        NotGold: at the first line that is not in the format.
    """
    content = path.read_bytes()
    rows = []
    for number, line in enumerate(content.decode("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            gold_article(row)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise NotGold(path, number, f"{type(error).__name__}: {error}") from error
        rows.append(row)
    return GoldFile(path, tuple(rows), hashlib.sha256(content).hexdigest())


def score_file(file: GoldFile, read: Reader, advance: Callable[[int], None] = lambda _: None) -> Scorecard:
    """The scorecard of one file."""

    def readings() -> Iterable[Reading]:
        for reading in read(gold_article(row).article for row in file.rows):
            advance(1)
            yield reading

    return score_articles(file.rows, readings())


def check_floors(floors: Sequence[str]) -> None:
    """Finds a floor that cannot be understood before the work begins.

    Raises:
        NotAFloor: when the text names no measure or no number.
    """
    for floor in floors:
        _floor(floor)


def below(card: Scorecard, floors: Sequence[str]) -> list[str]:
    """The floors that a scorecard falls below, in words. `pairs.f1=0.8` asks for at least 0.8.

    A floor under a measure that the file does not mark is passed over; rates of errors have a ceiling.

    Raises:
        NotAFloor: when the text names no measure or no number.
    """
    figures = card.figures()
    fallen = []
    for floor in floors:
        name, wanted = _floor(floor)
        value = figures[name]
        ceiling = name in CEILINGS
        if value is not None and (value > wanted if ceiling else value < wanted):
            fallen.append(f"{name} is {value:.3f}, {'above' if ceiling else 'below'} {wanted:g}")
    return fallen


def _floor(floor: str) -> tuple[str, float]:
    name, _, number = floor.partition("=")
    try:
        wanted = float(number)
    except ValueError as error:
        raise NotAFloor(floor, MEASURES) from error
    if name not in MEASURES:
        raise NotAFloor(floor, MEASURES)
    return name, wanted
