"""Kills workers, the broker and Neo4j at random under load, and checks that nothing is lost or counted twice.

    python -m tests.kafka.kills [MINUTES]

Takes as long as it is told, so it is no test of the suite. Everything runs in a temporary folder.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import psutil

from cypher.connect import database
from cypher.graph import open_graph
from cypher.opening import ready_graph
from cypher.reads.counts import GRAPH_SIZE
from cypher.settings import DatabaseSettings
from cypher.verify import verify
from ingest.bench_text import made_up_articles
from tests.command_line import CommandLine
from tests.kafka.broker import Broker
from tests.kafka.test_worker import DEAD, PARTITIONS, TOPIC, read_by

SENT_AT_ONCE, PAUSE_SECONDS, SETTLE_SECONDS = 16, 4.0, 900.0
WORKERS = 2


def run(minutes: float, folder: Path, say: Callable[[str], None]) -> bool:
    """Whether every article that the broker took is in the graph once, and the graph is sound."""
    chance = random.Random(0)
    local = {
        "neo4j_bolt_port": 0,
        "neo4j_http_port": 0,
        "neo4j_memory": "512M",
        "neo4j_start_timeout": 600,  # the machine is busy with what is killed
    }
    settings = DatabaseSettings(home=folder / "home", uri=None, **local)
    broker = Broker(folder / "kafka")
    broker.start()
    broker.make_topic(TOPIC, PARTITIONS)
    broker.make_topic(DEAD, 1)
    environment = {
        **{f"DEMARCHE_{name.upper()}": str(value) for name, value in local.items()},
        "DEMARCHE_KAFKA_SERVERS": broker.servers,
        "DEMARCHE_KAFKA_TOPIC": TOPIC,
        "DEMARCHE_KAFKA_DEAD_LETTER_TOPIC": DEAD,
        "DEMARCHE_BATCH_ARTICLES": "8",
    }
    command = CommandLine(settings.home, environment)
    articles = made_up_articles(1_000_000, words=80)
    sent = 0
    with ready_graph(settings), ExitStack() as stack:
        workers = [stack.enter_context(command.running("worker", "--kafka")) for _ in range(WORKERS)]
        end = time.monotonic() + minutes * 60
        next_kill, read_before = time.monotonic() + 30, 0
        while time.monotonic() < end:
            some = [next(articles) for _ in range(SENT_AT_ONCE)]
            values = [{"id": a.id, "text": a.text, "published": str(a.published)} for a in some]
            broker.send(TOPIC, [(v["id"], json.dumps(v).encode()) for v in values], 1_750_000_000_000 + sent)
            sent += len(some)
            # Only once something was read since the last kill: who never gets going proves nothing.
            if time.monotonic() > next_kill and (read := read_by(broker, "demarche")) > read_before:
                victim = chance.choice(["worker", "worker", "broker", "neo4j"])
                say(f"{sent} sent, {read} read; killing {victim}")
                read_before = read
                if victim == "worker":
                    place = chance.randrange(WORKERS)
                    workers[place].kill()
                    workers[place] = stack.enter_context(command.running("worker", "--kafka"))
                elif victim == "broker":
                    broker.kill()
                    broker.start()
                else:
                    _java_of(settings.home).kill()
                next_kill = time.monotonic() + chance.uniform(10, 40)
            time.sleep(PAUSE_SECONDS)
        say(f"{sent} sent; waiting for the rest")
        deadline = time.monotonic() + SETTLE_SECONDS
        while read_by(broker, "demarche") < sent and time.monotonic() < deadline:
            time.sleep(1)
        with database(settings) as endpoint, open_graph(endpoint) as graph:
            recorded, findings = graph.fetch(GRAPH_SIZE)[0].articles, verify(graph)
    broker.kill()
    say(f"{sent} sent, {recorded} in the graph, {findings or 'sound'}")
    return recorded == sent and not findings


def _java_of(home: Path) -> psutil.Process:
    """The Neo4j of a data folder."""
    for process in psutil.process_iter(["name", "cmdline"]):
        if "java" in (process.info["name"] or "") and str(home) in " ".join(process.info["cmdline"] or []):
            return process
    raise AssertionError("Neo4j does not run")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="demarche-kills-") as temporary:
        minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
        fine = run(minutes, Path(temporary), lambda line: print(line, flush=True))  # noqa: T201
    sys.exit(not fine)
