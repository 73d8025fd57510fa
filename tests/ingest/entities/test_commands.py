"""`demarche entities`."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from ingest.entities.commands import commands


def _run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, list(arguments))
    return result.exit_code, result.output


def test_import_counts_and_show_finds(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "name,country,title,start\nAda Nkole,ZMB,Minister of Trade,2021\n,ZMB,,\n", encoding="utf-8"
    )
    code, output = _run("import", str(path), "--home", str(tmp_path))
    assert code == 0, output
    assert "1 people" in output
    assert "own.csv, line 3: no name" in output
    code, output = _run("show", "Nkole", "--home", str(tmp_path), "--on", "2022-01-01", "--country", "ZM")
    assert code == 0
    assert "person:ZMB:ada-nkole: Ada Nkole, ZMB" in output
    assert "2021-01-01 to today: Minister of Trade, ZMB" in output


def test_show_says_everything_that_a_name_can_mean(tmp_path: Path) -> None:
    code, output = _run("show", "Jordan", "--home", str(tmp_path))
    assert code == 0
    assert "country       JOR: name" in output


def test_an_unknown_name_fails(tmp_path: Path) -> None:
    assert _run("show", "Zebediah Quartermain", "--home", str(tmp_path))[0] == 1


def test_mistakes_say_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("roses\n", encoding="utf-8")
    code, output = _run("import", str(path), "--home", str(tmp_path))
    assert (code, "--format" in output) == (1, True)
    code, output = _run("import", str(path), "--home", str(tmp_path), "--format", "verse")
    assert (code, "wikidata-dump" in output) == (2, True)
    code, output = _run("import", str(path), "--home", str(tmp_path), "--country", "Atlantis")
    assert (code, "ISO" in output) == (2, True)
