"""A worker killed as by `kill -9`: the graph stays sound, and no acknowledged article is lost."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cypher.connect import Endpoint
from cypher.contents import stored_contents
from cypher.graph import Graph
from cypher.inbox import Submission, inbox_counts, receive_article
from cypher.verify import verify
from tests.cypher.killed_worker import LEASE_SECONDS, work

ROOT = Path(__file__).parent.parent.parent


def receive(graph: Graph, name: str) -> None:
    """Acknowledge an article that says that Ada met somebody of this name."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    receive_article(graph, Submission(f"a:{name}", name, sha256), datetime.now(UTC))


def worker(endpoint: Endpoint, statements: int) -> subprocess.CompletedProcess[str]:
    """A worker in a process of its own, killed after so many statements."""
    return subprocess.run(
        [sys.executable, "-m", "tests.cypher.killed_worker", str(statements)],
        cwd=ROOT,
        env=os.environ
        | {
            "KILLED_URI": endpoint.uri,
            "KILLED_USER": endpoint.user,
            "KILLED_PASSWORD": endpoint.password.get_secret_value(),
            "KILLED_DATABASE": endpoint.database,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_worker_leaves_a_sound_graph_and_its_articles_to_the_next(
    graph: Graph, clean_database: Endpoint
) -> None:
    """Killed while it leases, at the start, middle and end of recording, and before it settles."""
    receive(graph, "whole")
    whole = worker(clean_database, 0)
    assert whole.returncode == 0, whole.stderr
    statements = int(whole.stdout)
    sound = {("MET_WITH", "person:aaa:ada", "person:bbb:whole")}

    for number, share in enumerate((2, 4, statements // 2, statements - 2, statements - 1)):
        name = f"person{number}"
        receive(graph, name)
        killed = worker(clean_database, share)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert verify(graph) == ()

        time.sleep(2 * LEASE_SECONDS)  # the dead worker's lease runs out
        assert work(graph) == 1
        sound.add(("MET_WITH", "person:aaa:ada", f"person:bbb:{name}"))
        met = {edge[:3] for edge in stored_contents(graph).edges if edge[0] == "MET_WITH"}
        assert met == sound
        assert verify(graph) == ()

    assert {(row.state, row.articles) for row in graph.fetch(inbox_counts)} == {("done", 6)}
