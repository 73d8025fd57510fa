"""The great run: many workers record a flood of invented articles side by side, and are killed at random.

What they leave must be sound, and must be what one worker leaves that nobody disturbs. Workers are processes
of their own, as in production, and are ended as a power cut would end them. What a dead worker had in hand is
delivered again, as the inbox does once a lease has run out: whether it was recorded or not.
"""

from __future__ import annotations

import hashlib
import json
import math
import multiprocessing
import random
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

from cypher.export import export_lines
from cypher.graph import Graph, open_graph
from cypher.invented.deliveries import Deliveries, Delivery
from cypher.ledger import record_readings, retract_articles
from cypher.verify import Finding, verify

if TYPE_CHECKING:
    from cypher.connect import Endpoint

MOMENTS = frozenset({"changed_at", "recorded_at", "retracted_at", "superseded_at"})
"""When the run took place; of two runs no two moments are equal."""

# Workers begin from a process that has loaded the program already, where the system can do that.
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_PROCESSES: Any = multiprocessing.get_context(_METHOD)
if _METHOD == "forkserver":
    _PROCESSES.set_forkserver_preload([__name__])


class WorkerFailedError(Exception):
    """Raised when a worker ended by itself: what it met is on standard error."""


@dataclass(frozen=True, slots=True)
class GreatRun:
    """How a run went. `seconds` are those of recording; `contents` is the graph's `fingerprint`."""

    workers: int
    deliveries: int
    readings: int
    retractions: int
    kills: int
    seconds: float
    findings: tuple[Finding, ...]
    contents: str

    @property
    def readings_per_second(self) -> float:
        """How many articles all workers recorded together in a second."""
        return self.readings / self.seconds


def great_run(
    endpoint: Endpoint,
    deliveries: Deliveries,
    workers: int,
    kill_every: int | None = None,
    seed: int = 1,
    progress: Callable[[int], None] = lambda readings: None,
) -> GreatRun:
    """Let workers record all deliveries in an empty graph that has its schema, and look at what they leave.

    After so many finished deliveries, on average, one of them is killed (`kill_every`), at a random moment of
    its work. `progress` is told how many readings of a finished delivery were recorded.
    """
    began = time.perf_counter()
    kills = 0
    with _Crew(endpoint, workers) as crew:
        killer = _Killer(kill_every, seed)
        for part in (deliveries.first, deliveries.second):
            kills += crew.handle(part, killer, progress)
    seconds = time.perf_counter() - began
    every = (*deliveries.first, *deliveries.second)
    with open_graph(endpoint) as graph:
        return GreatRun(
            workers=workers,
            deliveries=len(every),
            readings=sum(len(delivery.readings) for delivery in every),
            retractions=sum(len(delivery.retractions) for delivery in every),
            kills=kills,
            seconds=seconds,
            findings=verify(graph),
            contents=fingerprint(graph),
        )


def fingerprint(graph: Graph) -> str:
    """A hash of the export, but for the moments and for claims that are retired.

    A version of an article that comes late was never live, so that its claims need not be in the ledger.
    """
    found = hashlib.sha256()
    for line in lasting_lines(graph):
        found.update(line.encode())
    return found.hexdigest()


def lasting_lines(graph: Graph) -> Iterator[str]:
    """The lines of the export that do not depend on when and in which order articles came."""
    retired: set[str] = set()
    for line in export_lines(graph):
        record = json.loads(line)
        properties = record["properties"]
        if record["kind"] == "STATES":
            continue  # a claim's node stands for it, and is left out if retired
        if record["type"] == "node" and record["kind"] == "Claim" and "retracted_at" in properties:
            retired.add(record["id"])
            continue
        if record["type"] == "edge" and record["source"] in retired:
            continue
        record["properties"] = {key: value for key, value in properties.items() if key not in MOMENTS}
        yield json.dumps(record, ensure_ascii=False) + "\n"


def deliver(graph: Graph, delivery: Delivery) -> None:
    """What a worker does with a delivery."""
    record_readings(graph, delivery.readings, datetime.now(UTC))
    retract_articles(graph, delivery.retractions, datetime.now(UTC))


def _work(endpoint: Endpoint, pipe: Connection) -> None:
    """The life of a worker: a delivery, a word that it is done, the next delivery."""
    with open_graph(endpoint) as graph:
        while (delivery := pipe.recv()) is not None:
            deliver(graph, delivery)
            pipe.send(len(delivery.readings))


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    delivery: Delivery | None = None
    finished: int = 0


class _Killer:
    """Says which worker dies, and when."""

    def __init__(self, every: int | None, seed: int) -> None:
        self._every = every
        self._chance = random.Random(f"killer {seed}")  # noqa: S311 - no secrecy needed
        self._left = self._draw()
        self._began = time.monotonic()
        self._finished = 0

    def victim(self, finished: int, workers: Sequence[_Worker]) -> _Worker | None:
        """One of these workers, after so many more finished deliveries; waits for a moment of its work."""
        self._finished += finished
        self._left -= finished
        at_work = [worker for worker in workers if worker.finished]
        if self._left > 0 or not at_work:
            return None
        self._left = self._draw()
        seconds_of_one = (time.monotonic() - self._began) / self._finished * len(workers)
        time.sleep(self._chance.uniform(0, seconds_of_one))
        return self._chance.choice(at_work)

    def _draw(self) -> float:
        return self._chance.uniform(0.2, 1.8) * self._every if self._every else math.inf


class _Crew:
    """Workers at their work, always as many as there should be."""

    def __init__(self, endpoint: Endpoint, workers: int) -> None:
        self._endpoint = endpoint
        self._workers = [self._start() for _ in range(workers)]

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *problem: object) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()

    def handle(self, deliveries: Sequence[Delivery], killer: _Killer, progress: Callable[[int], None]) -> int:
        """Have all of these handled; how many workers died meanwhile."""
        waiting = deque(deliveries)
        kills = 0
        while True:
            for worker in self._workers:
                if worker.delivery is None and waiting:
                    worker.delivery = waiting.popleft()
                    worker.pipe.send(worker.delivery)
            busy = {worker.pipe: worker for worker in self._workers if worker.delivery}
            if not busy:
                return kills
            ready: Any = wait(list(busy))
            for pipe in ready:
                worker = busy.pop(pipe)
                try:
                    progress(worker.pipe.recv())
                except EOFError:
                    raise WorkerFailedError("A worker ended by itself.") from None
                worker.delivery = None
                worker.finished += 1
            victim = killer.victim(len(ready), list(busy.values()))
            if victim and victim.delivery:
                waiting.append(victim.delivery)
                self._replace(victim)
                kills += 1

    def _replace(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._workers[self._workers.index(worker)] = self._start()

    def _start(self) -> _Worker:
        ours, theirs = _PROCESSES.Pipe()
        process = _PROCESSES.Process(target=_work, args=(self._endpoint, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)
