"""Gold files and floors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from ingest.records import Article, Reading
from ingest.score.report import printed
from ingest.score.run import NotAFloor, NotGold, below, check_floors, gold_file, score_file
from tests.ingest.score.readings import gold, meeting, met, reading

LINE = gold(meetings=[meeting("Anna Solen", "Teo Lamar")], pairs=[["Anna Solen", "Teo Lamar"]])


def half_blind(articles: Iterable[Article]) -> Iterator[Reading]:
    """Finds the pair in every second article."""
    for number, _ in enumerate(articles):
        yield reading(["Solen", "Lamar"], *([met("Solen", "Lamar")] if number % 2 else []))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "two.jsonl"
    file.write_text("\n".join(json.dumps(LINE) for _ in range(2)), encoding="utf-8")
    return file


def test_a_floor_that_is_not_reached_is_named(path: Path) -> None:
    card = score_file(gold_file(path), half_blind)
    assert below(card, ["pairs.precision=1", "pairs.recall=0.4"]) == []
    assert below(card, ["pairs.recall=0.6"]) == ["pairs.recall is 0.500, below 0.6"]
    assert below(card, ["partners.f1=1"]) == []


def test_a_floor_under_no_measure_is_refused() -> None:
    for floor in ("pairs.f2=0.5", "pairs.f1", "pairs.f1=high"):
        with pytest.raises(NotAFloor, match=r"pairs\.f1=0\.8"):
            check_floors([floor])


def test_a_line_that_is_not_gold_is_named_with_its_number(path: Path) -> None:
    path.write_text(json.dumps(LINE) + '\n{"text": "no marks"}', encoding="utf-8")
    with pytest.raises(NotGold, match="line 2"):
        gold_file(path)


def test_totals_only_prints_no_sentence(path: Path) -> None:
    file = gold_file(path)
    cards = [(file, score_file(file, half_blind))]
    whole = printed(cards, as_json=False, only_table=False, with_errors=True)
    totals = printed(cards, as_json=False, only_table=False, with_errors=False)
    assert "Anna Solen met" in whole
    assert "Anna Solen" not in totals
    assert file.sha256[:12] in totals
    assert "Solen" not in printed(cards, as_json=True, only_table=False, with_errors=False)


def test_json_holds_counts_figures_and_errors(path: Path) -> None:
    file = gold_file(path)
    document = json.loads(printed([(file, score_file(file, half_blind))], True, False, True))
    (one,) = document["files"]
    assert one["counts"]["pairs"] == {"right": 1, "false": 0, "missed": 1}
    assert one["figures"]["pairs.recall"] == 0.5
    assert one["errors"][0]["kind"] == "missed pair"
