"""Articles from a Kafka topic: workers of one consumer group share it, on as many machines as one likes.

A message is one article as JSON. Its offset is committed once the graph holds the article, or the dead-letter
topic the message, so that nothing is lost whoever dies; what is read twice changes nothing. An article counts
as received at the time of its message, so that reading the topic again gives the same graph in any order.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import structlog

from cypher.graph import Graph
from ingest.errors import KafkaAway, KafkaMissing, NotAnArticle
from ingest.processes import BATCH_SECONDS, Batch, ReadingPool
from ingest.settings import IngestSettings
from ingest.settling import settled
from ingest.sources.items import Item, Known, SetAside
from ingest.sources.json_records import article_from_record, parsed

if TYPE_CHECKING:
    from confluent_kafka import Consumer, Message, Producer

POLL_SECONDS = 0.5
DELIVERY_SECONDS = 60.0
SESSION_SECONDS = 15
"""When nothing was heard of a worker for so long, its partitions go to others."""

COMPLAINT_SECONDS = 30.0

_log = structlog.get_logger("worker")


@dataclass(frozen=True, slots=True)
class Taken:
    """Messages in the hands of a reader."""

    messages: Sequence[Message]
    batch: Batch


class TopicReader:
    """Reads the topic of the settings into a graph. Made by `topic_reader`."""

    def __init__(
        self,
        consumer: Consumer,
        producer: Producer,
        graph: Graph,
        pool: ReadingPool,
        settings: IngestSettings,
        complain: Complaints,
    ) -> None:
        self._complain = complain
        self._consumer, self._producer = consumer, producer
        self._graph, self._pool, self._settings = graph, pool, settings
        self._in_hand: deque[Taken] = deque()
        self._undelivered: list[str] = []
        self._lost = False

    def work(self, stop: threading.Event, beat: Callable[[], None], batch: int) -> None:
        """Read and record until told to stop; what is in hand then is finished.

        Raises `cypher.errors` when the database goes away, and `KafkaAway` when the brokers do.
        """
        self._consumer.subscribe(
            [self._settings.kafka_topic], on_revoke=self._finish, on_lost=self._note_loss
        )
        while not stop.is_set():
            # With articles in hand, only what is there already is taken; there is something to do meanwhile.
            wait = 0.0 if self._in_hand else POLL_SECONDS
            messages = self._sound(self._consumer.consume(batch, timeout=wait))
            if self._lost:
                # What is in hand may be read by others by now. From what was committed, nothing is left out.
                raise KafkaAway("this worker was not heard of for too long, and others took its partitions")
            if messages:
                items = [item_of(message, self._settings) for message in messages]
                self._in_hand.append(Taken(messages, self._pool.begin(items)))
            if self._in_hand and (not messages or len(self._in_hand) >= self._pool.most_batches):
                self._settle(self._pool.next_of(self._in_hand))
            beat()
        self._finish()

    def _finish(self, *_: Any) -> None:
        """Settle what is in hand, before partitions go to others or this worker stops."""
        while self._in_hand:
            self._settle(self._pool.next_of(self._in_hand))

    def _note_loss(self, *_: Any) -> None:
        self._lost = True

    def forget(self) -> None:
        """Leave what is in hand to whoever has the partitions next: they read it again."""
        self._in_hand.clear()

    def _settle(self, taken: Sequence[Taken]) -> None:
        messages = [message for each in taken for message in each.messages]
        results = [result for each in taken for result in self._pool.end(each.batch)]
        found = settled(self._graph, results, [moment_of(message) for message in messages], self._settings)
        for message, end in zip(messages, found, strict=True):
            if end.state == "failed":
                self._give_up(message, end.reason or "")
        self._deliver()
        self._commit(messages)

    def _give_up(self, message: Message, reason: str) -> None:
        place = f"{message.topic()}/{message.partition()}/{message.offset()}"
        self._producer.produce(
            self._settings.kafka_dead_letter_topic,
            value=message.value(),
            key=message.key(),
            headers=[("reason", reason.encode()), ("from", place.encode())],
            on_delivery=self._note_delivery,
        )

    def _note_delivery(self, error: Any, message: Any) -> None:
        if error is not None:
            self._undelivered.append(str(error))

    def _deliver(self) -> None:
        left = self._producer.flush(DELIVERY_SECONDS)
        if left or self._undelivered:
            reason = self._undelivered[0] if self._undelivered else "no answer"
            self._undelivered.clear()
            raise KafkaAway(f"{self._settings.kafka_dead_letter_topic} does not take messages: {reason}")

    def _commit(self, messages: Sequence[Message]) -> None:
        from confluent_kafka import KafkaException, TopicPartition

        last: dict[int, int] = {}
        for message in messages:
            last[message.partition() or 0] = message.offset() or 0
        topic = self._settings.kafka_topic
        offsets = [TopicPartition(topic, partition, offset + 1) for partition, offset in last.items()]
        try:
            self._consumer.commit(offsets=offsets, asynchronous=False)
        except KafkaException as error:
            # The graph holds them. Whoever reads them again changes nothing.
            _log.warning("offsets_not_committed", reason=str(error))

    def _sound(self, messages: Sequence[Message]) -> list[Message]:
        found = []
        for message in messages:
            error = message.error()
            if error is None:
                found.append(message)
            elif error.fatal() or not error.retriable():
                raise KafkaAway(f"the broker answers: {error.str()}")
            else:
                self._complain(error)
        return found


@contextmanager
def topic_reader(graph: Graph, pool: ReadingPool, settings: IngestSettings) -> Iterator[TopicReader]:
    """A member of the consumer group, which leaves it at the end.

    Raises `KafkaMissing` where the library or the address is missing.
    """
    try:
        from confluent_kafka import Consumer, KafkaException, Producer
    except ImportError:
        raise KafkaMissing("pip install 'demarche[kafka]' to read from Kafka") from None
    if not settings.kafka_servers:
        raise KafkaMissing("say where Kafka is in DEMARCHE_KAFKA_SERVERS, as host:port")
    complain = Complaints()
    common: dict[str, Any] = {"bootstrap.servers": settings.kafka_servers, "error_cb": complain}
    common |= settings.kafka_client_options
    try:
        producer = Producer({**common, "enable.idempotence": True})
        consumer = Consumer(
            {
                **common,
                "group.id": settings.kafka_group,
                "enable.auto.commit": False,
                "auto.offset.reset": "earliest",
                # Only the partitions that move are given up when a worker comes or goes.
                "partition.assignment.strategy": "cooperative-sticky",
                "session.timeout.ms": SESSION_SECONDS * 1000,
                "max.poll.interval.ms": int(2 * BATCH_SECONDS * 1000),
            }
        )
    except KafkaException as error:
        raise KafkaMissing(f"a setting of the Kafka client is wrong: {error.args[0].str()}") from None
    reader = TopicReader(consumer, producer, graph, pool, settings, complain)
    try:
        yield reader
    finally:
        reader.forget()
        consumer.close()


def item_of(message: Message, settings: IngestSettings) -> Item:
    """The article of a message, or why it is none."""
    source = f"{message.topic()}/{message.partition()}/{message.offset()}"
    try:
        return article_from_record(parsed(message.value() or b""), Known(), settings)
    except NotAnArticle as error:
        return SetAside(source, None, str(error))


def moment_of(message: Message) -> datetime:
    """When a message was sent, in UTC."""
    _, milliseconds = message.timestamp()
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


class Complaints:
    """Logs what the client complains of, each kind at most twice a minute.

    It complains with every try to connect, several times a second while the brokers are away.
    """

    def __init__(self) -> None:
        self._told: dict[int, float] = {}

    def __call__(self, error: Any) -> None:
        """Log an error, or keep it quiet if its kind was told just now."""
        now = time.monotonic()
        if now - self._told.get(error.code(), -COMPLAINT_SECONDS) >= COMPLAINT_SECONDS:
            self._told[error.code()] = now
            _log.warning("kafka_in_trouble", reason=error.str())
