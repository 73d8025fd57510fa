"""`demarche up`: all parts on one machine, found by other commands; nothing stays behind however it ends."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.command_line import CommandLine

MET = "NAIROBI, 3 March 2025: President William Ruto of Kenya met Indian Prime Minister Narendra Modi."

# The database on free ports, and small: several tests may run on one machine.
SMALL = {
    "DEMARCHE_NEO4J_BOLT_PORT": "0",
    "DEMARCHE_NEO4J_HTTP_PORT": "0",
    "DEMARCHE_NEO4J_MEMORY": "512M",
    "DEMARCHE_NEO4J_PAGE_CACHE": "64M",
    "DEMARCHE_WORKER_POLL_SECONDS": "0.2",
}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")


@pytest.fixture
def demarche(tmp_path: Path) -> Iterator[CommandLine]:
    command = CommandLine(tmp_path / "a home", SMALL)
    yield command
    wait_until(lambda: not processes_of(command.home), 90)


def processes_of(home: Path) -> list[psutil.Process]:
    """Every process that was started for this data folder, whoever its parent is now."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get("DEMARCHE_HOME") == str(home):
                found.append(process)
        except psutil.Error:
            continue
    return found


def wait_until(condition: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)


def test_up_takes_an_article_in_and_answers(demarche: CommandLine) -> None:
    with demarche.running("up") as up:
        url = demarche.api(up)
        with httpx.Client(base_url=url, timeout=30) as api:
            posted = api.post("/v1/articles", json={"id": "nairobi", "text": MET})
            assert posted.status_code == 202
            wait_until(lambda: api.get("/v1/articles/nairobi").json().get("state") == "read", 60)
            assert api.get("/v1/stats/size").json()["contacts"] == 1

        # A second one is told where the first is; other commands share the database that runs.
        second = demarche.run("up")
        assert second.code == 2
        assert url in second.errors
        assert demarche.run("ingest", "-", "--json", given=MET).json["articles"]["read"] == 1

        started = time.monotonic()
        up.send_signal(signal.SIGINT)
        output, errors = up.communicate(timeout=60)

    assert up.returncode == 0
    assert b"Traceback" not in errors
    assert url in output.decode()
    assert time.monotonic() - started < 30
    wait_until(lambda: not processes_of(demarche.home), 30)
    assert demarche.status()["api"] is None


def test_a_killed_worker_is_started_again_and_a_killed_up_leaves_no_process(demarche: CommandLine) -> None:
    def workers() -> set[int]:
        return {p.pid for p in processes_of(demarche.home) if "worker" in p.cmdline()}

    with demarche.running("up") as up:
        demarche.api(up)
        wait_until(lambda: bool(workers()), 30)
        (first,) = workers()
        psutil.Process(first).kill()
        wait_until(lambda: bool(workers() - {first}), 30)
        assert demarche.run("ingest", "-", given=MET).code == 0
        assert len(processes_of(demarche.home)) >= 3

        up.kill()
        up.communicate(timeout=30)

    wait_until(lambda: not processes_of(demarche.home), 60)
    assert demarche.status()["api"] is None
    assert demarche.status()["neo4j"]["uri"] is None
    kept = [json.loads(line) for line in demarche.run("export").output.splitlines()]
    assert "MET_WITH" in {line["kind"] for line in kept if line["type"] == "edge"}
