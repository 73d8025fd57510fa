"""Killing at random under load, for scripts that check that nothing is lost: what all of them share."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import Popen

import psutil

from cypher.connect import database
from cypher.graph import open_graph
from cypher.reads.counts import GRAPH_SIZE
from cypher.settings import DatabaseSettings
from cypher.verify import verify

SETTLE_SECONDS, PAUSE_SECONDS = 900.0, 4.0
LOCAL = {
    "neo4j_bolt_port": 0,
    "neo4j_http_port": 0,
    "neo4j_memory": "512M",
    "neo4j_start_timeout": 600,  # the machine is busy with what is killed
}
ENVIRONMENT = {f"DEMARCHE_{name.upper()}": str(value) for name, value in LOCAL.items()}

Say = Callable[[str], None]


def kill_under_load(
    minutes: float,
    send: Callable[[], int],
    read: Callable[[], int],
    kills: Mapping[str, Callable[[], object]],
    say: Say,
) -> int:
    """Send for so long, and kill one of the victims now and then. Gives how many articles were acknowledged,
    once all of them are read, or once that has been waited for in vain.
    """
    chance = random.Random(0)
    sent, read_before = 0, 0
    next_victims: list[str] = []
    killed: Counter[str] = Counter()
    end, next_kill = time.monotonic() + minutes * 60, time.monotonic() + 30
    while time.monotonic() < end:
        sent += send()
        # Only once something was read since the last kill: who never gets going proves nothing.
        if time.monotonic() > next_kill and (done := read()) > read_before:
            # Each is killed once before any is again: in ten minutes, chance would leave one out.
            next_victims = next_victims or chance.sample(list(kills), len(kills))
            victim = next_victims.pop()
            say(f"{sent} sent, {done} read; killing {victim}")
            kills[victim]()
            killed[victim] += 1
            read_before, next_kill = done, time.monotonic() + chance.uniform(10, 40)
        time.sleep(PAUSE_SECONDS)
    say(f"{sent} sent; waiting for the rest; killed: {dict(sorted(killed.items()))}")
    deadline = time.monotonic() + SETTLE_SECONDS
    while read() < sent and time.monotonic() < deadline:
        time.sleep(1)
    return sent


def all_is_there(settings: DatabaseSettings, sent: int, say: Say) -> bool:
    """Whether the graph holds so many articles and is sound."""
    with database(settings) as endpoint, open_graph(endpoint) as graph:
        recorded, findings = graph.fetch(GRAPH_SIZE)[0].articles, verify(graph)
    say(f"{sent} sent, {recorded} in the graph, {findings or 'sound'}")
    return recorded == sent and not findings


def kill_neo4j(home: Path) -> None:
    """Kill the Neo4j of a data folder, if it runs right now."""
    for process in psutil.process_iter(["name", "cmdline"]):
        if "java" in (process.info["name"] or "") and str(home) in " ".join(process.info["cmdline"] or []):
            process.kill()


class Crew:
    """Commands that run side by side, each of which is started anew when it is killed."""

    def __init__(self, start: Callable[[], Popen[bytes]], size: int) -> None:
        self._start = start
        self._members = [start() for _ in range(size)]
        self._chance = random.Random(1)

    def kill_one(self) -> None:
        """Kill any of them, and start another in its place."""
        place = self._chance.randrange(len(self._members))
        self._members[place].kill()
        self._members[place] = self._start()
