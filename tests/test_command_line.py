"""The command line: exit codes, one-line errors, results on standard output and nothing else there."""

from __future__ import annotations

import json
import socket
import time
from pathlib import Path

import pytest

from cypher.connect import Endpoint
from tests.command_line import CommandLine

MET = "NAIROBI, 3 March 2025: President William Ruto of Kenya met Indian Prime Minister Narendra Modi."
FRENCH = (
    "Le président de la République a reçu lundi à Paris le chancelier allemand pour parler de l'énergie. "
    "Les deux dirigeants ont convenu de se revoir avant l'été, a annoncé l'Élysée dans un communiqué."
)


@pytest.fixture
def demarche(tmp_path: Path) -> CommandLine:
    """Commands with an empty data folder whose path is no easy one, and no database."""
    return CommandLine(tmp_path / "home with spaces")


@pytest.fixture
def with_database(clean_database: Endpoint, tmp_path: Path) -> CommandLine:
    return CommandLine.on(clean_database, tmp_path / "home")


def test_help_answers_at_once_and_loads_nothing_large(demarche: CommandLine) -> None:
    demarche.run("--help")  # once, so that byte code is there
    started = time.monotonic()

    ended = demarche.run("--help")

    assert ended.code == 0
    assert "Who met whom" in ended.output
    # It takes 0.3 s on an idle machine. The bound leaves room for a busy one; spaCy alone would break it.
    assert time.monotonic() - started < 3


def test_the_version_is_printed(demarche: CommandLine) -> None:
    assert demarche.run("--version").output.startswith("demarche ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("ingest",),
        ("ingest", "/does/not/exist"),
        ("extract", "--published", "yesterday", "-"),
        ("ingest", ".", "--id", "one"),
    ],
)
def test_what_is_not_understood_is_said_in_one_line_with_code_2(
    demarche: CommandLine, arguments: tuple[str, ...]
) -> None:
    ended = demarche.run(*arguments)

    assert ended.code == 2
    assert ended.output == ""
    assert len(ended.errors.strip().splitlines()) == 1
    assert "Traceback" not in ended.errors


def test_a_wrong_setting_is_named(demarche: CommandLine) -> None:
    ended = demarche.run("serve", DEMARCHE_PORT="seventy")

    assert ended.code == 2
    assert "DEMARCHE_PORT" in ended.errors
    assert (
        "seventy" not in ended.errors
    )  # the value of a wrong setting may be a secret put in the wrong place


def test_settings_may_stand_in_a_file_and_the_environment_wins(demarche: CommandLine) -> None:
    demarche.home.mkdir()
    (demarche.home / "settings.env").write_text("DEMARCHE_LOG_LEVEL=nonsense\n")

    assert "DEMARCHE_LOG_LEVEL" in demarche.run("status").errors
    assert demarche.run("status", DEMARCHE_LOG_LEVEL="info").code == 0


def test_no_database_gives_code_3_and_what_to_do(demarche: CommandLine) -> None:
    ended = demarche.run("verify", NEO4J_URI="bolt://127.0.0.1:9", NEO4J_PASSWORD="not-shown-anywhere")

    assert ended.code == 3
    assert "NEO4J_URI" in ended.errors
    assert "not-shown-anywhere" not in ended.errors + ended.output
    assert "Traceback" not in ended.errors


def test_a_taken_port_is_said_before_the_database_starts(demarche: CommandLine) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()

        ended = demarche.run("up", DEMARCHE_PORT=str(other.getsockname()[1]))

    assert ended.code == 2
    assert "DEMARCHE_PORT" in ended.errors


def test_the_api_opens_to_other_machines_only_when_told_twice(demarche: CommandLine) -> None:
    ended = demarche.run("serve", DEMARCHE_HOST="0.0.0.0")

    assert ended.code == 2
    assert "DEMARCHE_ALLOW_REMOTE" in ended.errors


def test_status_starts_nothing_and_has_the_same_keys_always(demarche: CommandLine) -> None:
    status = demarche.run("status", "--json").json

    assert list(status) == ["api", "browser", "neo4j", "version", "schema", "counts"]
    assert status["neo4j"] == {"uri": None, "user": None, "password_file": None}
    assert (status["api"], status["browser"], status["schema"], status["counts"]) == (None, None, None, None)
    assert not (demarche.home / "neo4j").exists()


def test_status_counts_what_is_in_a_running_database(with_database: CommandLine) -> None:
    assert with_database.run("ingest", "-", given=MET).code == 0

    status = with_database.status()

    assert status["neo4j"]["uri"] == with_database.settings["NEO4J_URI"]
    assert status["schema"] >= 1
    assert status["counts"]["articles"] == 1
    assert status["counts"]["persons"] == 2


def test_extract_gives_one_line_for_each_article_in_its_place(demarche: CommandLine) -> None:
    given = "\n".join(
        [json.dumps({"id": "1", "text": MET}), "{broken", json.dumps({"id": "3", "text": FRENCH})]
    )

    ended = demarche.run("extract", "-", given=given)

    assert ended.code == 1
    first, second, third = ended.lines
    assert first["article"]["id"] == "1"
    assert first["article"]["published"] == "2025-03-03"
    assert [claim["kind"] for claim in first["claims"] if claim["kind"] == "meeting"] == ["meeting"]
    for claim in first["claims"]:
        evidence = claim["evidence"]
        assert MET[evidence["start"] : evidence["end"]] == evidence["sentence"]
    assert second["line"] == 2
    assert "not JSON" in second["error"]
    assert third["article"]["language"] == "fr"
    assert third["claims"] == []


def test_extract_is_the_same_in_any_batch(demarche: CommandLine) -> None:
    given = "\n".join(json.dumps({"id": str(n), "text": f"{MET} Case {n}."}) for n in range(7))

    one_by_one = demarche.run("extract", given=given, DEMARCHE_BATCH_ARTICLES="1")
    together = demarche.run("extract", given=given)

    assert one_by_one.output == together.output
    assert len(together.lines) == 7


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02" * 1000, "binary"),
        (b'{"text": "broken', "not JSON"),
        (b'{"text": "\xff\xfe"}', "not UTF-8"),
        (b" " * 50_000_000, "larger than"),
        (b"word " * 200_000, "characters"),
    ],
)
def test_bad_input_is_set_aside_with_a_reason_and_code_1(
    demarche: CommandLine, given: bytes, reason: str
) -> None:
    ended = demarche.run("extract", "-", given=given)

    assert ended.code == 1
    assert reason in ended.lines[0]["error"]
    assert ended.errors == ""


def test_a_run_over_good_and_bad_files_records_the_good_ones(
    with_database: CommandLine, tmp_path: Path
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(MET)
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b"\x00" * 500)
    (folder / "d.txt").write_text(FRENCH)

    ended = with_database.run("ingest", str(folder), "--json")

    assert ended.code == 1
    assert ended.json["articles"] == {"read": 2, "new": 2, "updated": 0, "known": 0}
    assert [Path(each["source"]).name for each in ended.json["set_aside"]] == ["b.txt", "c.txt"]
    assert ended.json["nothing_found"] == {"language fr": 1}
    assert ended.json["meetings"]["new"] == 1


def test_retracting_what_is_not_there_is_a_problem_not_a_failure(with_database: CommandLine) -> None:
    ended = with_database.run("retract", "nobody-knows-this-id")

    assert ended.code == 1
    assert "nobody-knows-this-id" in ended.errors


def test_ctrl_c_ends_a_worker_with_code_130_or_0_and_no_traceback(with_database: CommandLine) -> None:
    import signal

    with with_database.running("worker") as worker:
        time.sleep(4)
        worker.send_signal(signal.SIGINT)
        _, errors = worker.communicate(timeout=60)

    assert worker.returncode in (0, 130)
    assert b"Traceback" not in errors
