"""The worker as a process: its database goes away, comes back, and nothing is lost or read twice."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from cypher.connect import Endpoint
from cypher.graph import Graph, open_graph
from cypher.inbox import Submission, receive_article, status_of_article
from cypher.opening import bring_up_to_date
from tests.command_line import CommandLine
from tests.gate import Gate

MET = "NAIROBI, 3 March 2025: President William Ruto of Kenya met Indian Prime Minister Narendra Modi."

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX systems")


async def until(condition: Callable[[], bool], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.2)


def receive(graph: Graph, name: str) -> None:
    submission = Submission(name, MET, sha256(MET.encode()).hexdigest(), published_at=None)
    receive_article(graph, submission, datetime.now(UTC))


def is_done(graph: Graph, name: str) -> bool:
    status = graph.fetch_one(status_of_article, article=name)
    return status is not None and status.state == "done" and status.attempts == 1


async def test_a_database_that_went_away_is_opened_anew_instead_of_asked_in_vain(
    clean_database: Endpoint, tmp_path: Path
) -> None:
    """Each thing that a worker asks for could repeat for a minute, one after the other. It leaves that."""
    host, _, port = clean_database.uri.partition("://")[2].partition(":")
    gate, log = Gate(host, int(port)), tmp_path / "log"
    await gate.open()
    command = CommandLine.on(clean_database, tmp_path)
    behind = {"NEO4J_URI": f"bolt://127.0.0.1:{gate.port}", "DEMARCHE_WORKER_POLL_SECONDS": "0.2"}

    with open_graph(clean_database) as graph, log.open("wb") as written:
        bring_up_to_date(graph)
        receive(graph, "before")
        with command.running("worker", log=written, **behind) as worker:
            await until(lambda: is_done(graph, "before"), 120)
            await gate.shut()
            receive(graph, "meanwhile")
            # Twice: it has left what it was at, and has tried to open the database.
            await until(lambda: log.read_bytes().count(b"database_away") >= 2, 50)
            await gate.open()
            await until(lambda: is_done(graph, "meanwhile"), 50)
            worker.send_signal(signal.SIGINT)
            await asyncio.to_thread(worker.wait, 60)
    await gate.shut()

    assert worker.returncode == 0
    assert b"Traceback" not in log.read_bytes()
