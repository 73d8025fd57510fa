"""The arithmetic of counts."""

from __future__ import annotations

import pytest

from ingest.score.gold import bounds
from ingest.score.measures import Found, bootstrap


def test_precision_recall_and_f1() -> None:
    found = Found(right=6, false=2, missed=4)
    assert (found.precision, found.recall) == (0.75, 0.6)
    assert found.f1 == pytest.approx(2 / 3)
    assert Found().f1 is None
    assert Found(missed=1).precision is None


def test_the_interval_holds_the_measure_and_is_the_same_each_time() -> None:
    counts = [Found(1, 0, 0)] * 8 + [Found(0, 1, 1)] * 2
    interval = bootstrap(counts, "precision")
    assert interval is not None
    assert interval.low < 0.8 < interval.high
    assert interval == bootstrap(counts, "precision")
    assert bootstrap([], "f1") is None


@pytest.mark.parametrize("text", ["", "soon", "2024-13", "2024-02-30", "2024-05-01/"])
def test_a_date_that_is_none_has_no_bounds_or_those_it_gives(text: str) -> None:
    assert bounds(text) is None or text.startswith("2024-05-01")
