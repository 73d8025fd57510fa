"""Kills workers, the broker and Neo4j at random under load, and checks that nothing is lost or counted twice.

    python -m tests.kafka.kills [MINUTES]

Takes as long as it is told, so it is no test of the suite. Everything runs in a temporary folder.
"""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from cypher.opening import ready_graph
from cypher.settings import DatabaseSettings
from ingest.bench_text import made_up_articles
from tests.command_line import CommandLine
from tests.kafka.broker import Broker
from tests.kafka.test_worker import DEAD, PARTITIONS, TOPIC, read_by
from tests.kills import ENVIRONMENT, LOCAL, Crew, Say, all_is_there, kill_neo4j, kill_under_load

SENT_AT_ONCE, WORKERS, FIRST_MOMENT = 16, 2, 1_750_000_000_000


def run(minutes: float, folder: Path, say: Say) -> bool:
    """Whether every article that the broker took is in the graph once, and the graph is sound."""
    settings = DatabaseSettings(home=folder / "home", uri=None, **LOCAL)
    broker = Broker(folder / "kafka")
    broker.start()
    broker.make_topic(TOPIC, PARTITIONS)
    broker.make_topic(DEAD, 1)
    command = CommandLine(
        settings.home,
        {
            **ENVIRONMENT,
            "DEMARCHE_KAFKA_SERVERS": broker.servers,
            "DEMARCHE_KAFKA_TOPIC": TOPIC,
            "DEMARCHE_KAFKA_DEAD_LETTER_TOPIC": DEAD,
            "DEMARCHE_BATCH_ARTICLES": "8",
        },
    )
    articles = made_up_articles(1_000_000, words=80)

    def send() -> int:
        some = [next(articles) for _ in range(SENT_AT_ONCE)]
        values = [{"id": a.id, "text": a.text, "published": str(a.published)} for a in some]
        broker.send(TOPIC, [(str(v["id"]), json.dumps(v).encode()) for v in values], FIRST_MOMENT)
        return len(some)

    def kill_broker() -> None:
        broker.kill()
        broker.start()

    with (folder / "log").open("ab") as log, ready_graph(settings), ExitStack() as stack:
        crew = Crew(lambda: stack.enter_context(command.running("worker", "--kafka", log=log)), WORKERS)
        kills = {
            "a worker": crew.kill_one,
            "another worker": crew.kill_one,
            "the broker": kill_broker,
            "Neo4j": lambda: kill_neo4j(settings.home),
        }
        sent = kill_under_load(minutes, send, lambda: read_by(broker, "demarche"), kills, say)
        fine = all_is_there(settings, sent, say)
    broker.kill()
    return fine


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="demarche-kills-") as temporary:
        minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
        fine = run(minutes, Path(temporary), lambda line: print(line, flush=True))  # noqa: T201
    sys.exit(not fine)
