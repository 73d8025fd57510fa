"""`demarche score` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import run
from tests.ingest.score.readings import gold, meeting

LINE = gold(meetings=[meeting("Anna Solen", "Teo Lamar")], pairs=[["Anna Solen", "Teo Lamar"]])
TEXT = "Kenyan President Anna Solen met Polish President Teo Lamar in Cairo on Friday."


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({**LINE, "text": TEXT}), encoding="utf-8")
    return str(file)


def test_a_floor_decides_the_exit_code(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", path, "--markdown", "--floor", "pairs.f1=1"]) == 0
    assert "| pairs: F1 | 1.000" in capsys.readouterr().out
    assert run(["score", path, "--markdown", "--floor", "pairs.f1=1.1"]) == 1
    assert "pairs.f1 is 1.000, below 1.1" in capsys.readouterr().err


def test_a_floor_that_is_none_and_a_file_that_is_not_gold_are_usage_errors(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", path, "--floor", "pairs=high"]) == 2
    assert "pairs.f1=0.8" in capsys.readouterr().err
    other = tmp_path / "other.jsonl"
    other.write_text('{"text": "No marks."}', encoding="utf-8")
    assert run(["score", str(other)]) == 2
    assert "line 1" in capsys.readouterr().err


def test_json_gives_the_figures_and_the_fingerprint(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", path, "--json", "--totals-only"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert file["figures"]["pairs.f1"] == 1
    assert len(file["sha256"]) == 64
    assert "errors" not in file
