"""Workers of one group share a topic and lose nothing, whoever is killed: a worker, the broker, or both."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable
from pathlib import Path

from confluent_kafka import Consumer, TopicPartition

from cypher.connect import Endpoint
from cypher.contents import stored_contents
from cypher.graph import Graph, open_graph
from cypher.opening import bring_up_to_date
from cypher.reads.counts import GRAPH_SIZE
from cypher.verify import verify
from ingest.bench_text import made_up_articles
from tests.command_line import SECONDS, CommandLine
from tests.kafka.broker import Broker, running_broker

TOPIC, DEAD = "articles", "articles.dead"
PARTITIONS, ARTICLES = 4, 48
SENT = 1_750_000_000_000
BROKEN = b'{"text": '


def wait_until(condition: Callable[[], bool], seconds: float = 300) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.2)


def messages() -> list[tuple[str, bytes]]:
    return [
        (
            article.id,
            json.dumps(
                {"id": article.id, "text": article.text, "published": str(article.published)}
            ).encode(),
        )
        for article in made_up_articles(ARTICLES, words=60)
    ]


def articles_in(graph: Graph) -> int:
    return graph.fetch(GRAPH_SIZE)[0].articles


def read_by(broker: Broker, group: str) -> int:
    """How many messages of the topic a group has done with."""
    consumer = Consumer({"bootstrap.servers": broker.servers, "group.id": group})
    found = consumer.committed([TopicPartition(TOPIC, number) for number in range(PARTITIONS)], timeout=30)
    consumer.close()
    return sum(max(partition.offset, 0) for partition in found)


def dead_letters(broker: Broker) -> list[tuple[bytes | None, str]]:
    """The messages that were given up, with the reason."""
    consumer = Consumer(
        {"bootstrap.servers": broker.servers, "group.id": "test", "auto.offset.reset": "earliest"}
    )
    consumer.subscribe([DEAD])
    deadline, found = time.monotonic() + SECONDS, []
    while not found and time.monotonic() < deadline:
        found = [message for message in consumer.consume(10, timeout=1) if message.error() is None]
    consumer.close()
    return [(message.value(), dict(message.headers() or [])["reason"].decode()) for message in found]


def test_what_was_sent_is_in_the_graph_once_whoever_was_killed_and_again_after_a_replay(
    clean_database: Endpoint, tmp_path: Path
) -> None:
    """Two workers share the topic; one of them and the broker are killed while articles come in."""
    command = CommandLine.on(clean_database, tmp_path / "home")
    settings = {
        "DEMARCHE_KAFKA_TOPIC": TOPIC,
        "DEMARCHE_KAFKA_DEAD_LETTER_TOPIC": DEAD,
        "DEMARCHE_BATCH_ARTICLES": "4",
    }
    first, *rest = messages()
    with running_broker(tmp_path / "kafka") as broker, open_graph(clean_database) as graph:
        settings["DEMARCHE_KAFKA_SERVERS"] = broker.servers
        bring_up_to_date(graph)
        broker.make_topic(TOPIC, PARTITIONS)
        broker.make_topic(DEAD, 1)
        broker.send(TOPIC, [first, *rest[: ARTICLES // 2], ("broken", BROKEN)], SENT)
        with (
            command.running("worker", "--kafka", **settings) as killed,
            command.running("worker", "--kafka", **settings) as other,
        ):
            wait_until(lambda: articles_in(graph) > 0)
            killed.kill()
            broker.kill()
            broker.start()
            # The first once more, as a producer does that did not hear that it was taken.
            broker.send(TOPIC, [*rest[ARTICLES // 2 :], first], SENT)
            wait_until(lambda: read_by(broker, "demarche") == ARTICLES + 2)
            other.send_signal(signal.SIGINT)
            other.wait(SECONDS)

        assert articles_in(graph) == ARTICLES
        assert verify(graph) == ()
        assert dead_letters(broker)[0] == (BROKEN, "not JSON: Expecting value at character 10")

        before = stored_contents(graph)
        with command.running("worker", "--kafka", **settings, DEMARCHE_KAFKA_GROUP="again"):
            wait_until(lambda: read_by(broker, "again") == ARTICLES + 2)

        assert stored_contents(graph) == before
