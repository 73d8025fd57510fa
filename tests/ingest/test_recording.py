"""What is read is recorded some at a time: as few transactions as the machine can bear."""

from __future__ import annotations

import pytest

from ingest.recording import GATHERED_CHARACTERS, gathered
from ingest.records import Article, Reading
from ingest.sources import SetAside


def reading(characters: int) -> Reading:
    return Reading(Article("a", "x" * characters), entities=(), claims=())


def sizes(results: list[Reading | SetAside], most: int) -> list[int]:
    return [len(chunk) for chunk in gathered(results, most)]


def test_results_are_gathered_until_they_are_many_or_large() -> None:
    small, large, none = reading(1), reading(GATHERED_CHARACTERS // 2), SetAside("b", 1, "not JSON")

    assert sizes([], 3) == []
    assert sizes([small, none, small, small], 3) == [3, 1]
    assert sizes([large, large, small, large], 3) == [2, 2]


def test_results_that_come_slowly_do_not_wait_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([0.0, 1.0, 6.0, 6.0, 7.0])
    monkeypatch.setattr("ingest.recording.time.monotonic", lambda: next(moments))

    assert sizes([reading(1)] * 3, 100) == [2, 1]
