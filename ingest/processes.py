"""Several processes read side by side, each with a parser of its own; what they read comes back in order.

Which of them read an article changes nothing in its reading. Only this process writes, so that the graph is
the one that a single process makes. An article that takes its process down, or never ends, is found out by
reading those of its batch one by one, and is set aside; a new process takes the place of the dead one.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from ingest.proposals import proposer_of
from ingest.run import Reader, Result, pipeline_reader, results
from ingest.settings import IngestSettings
from ingest.sources.items import Item, SetAside

BATCH_SECONDS = 900.0
"""A batch takes seconds, or minutes where a language model is asked. One that takes longer never ends."""
BATCHES_OF_A_PROCESS = 500
"""Then a new process takes over. What little a reader keeps of what it has read adds up in days."""
READY_BATCHES = 3
"""How many batches a process has at most, with the one in hand: it need not wait, and memory is bounded."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Items that a process reads, or will."""

    items: tuple[Item, ...]
    future: Future[list[Result]]


class _WithBatch(Protocol):
    @property
    def batch(self) -> Batch: ...


InHand = TypeVar("InHand", bound=_WithBatch)


class ReadingPool:
    """Processes that read. Made by `reading_pool`, which ends them."""

    def __init__(self, processes: int, home: Path, settings: IngestSettings) -> None:
        self._processes = processes
        self.most_batches = READY_BATCHES * processes
        self._start = partial(
            ProcessPool,
            max_workers=processes,
            max_tasks=BATCHES_OF_A_PROCESS,
            initializer=_begin,
            initargs=(home, settings, processes),
            # Not a copy of this process, whose threads and connections it should not have.
            context=get_context("spawn"),
        )
        self._pool = self._start()

    def results(self, items: Iterable[Item], batch: int) -> Iterator[Result]:
        """One result for each item, in its place. Memory holds a few batches for each process."""
        remaining = iter(items)
        waiting: deque[Batch] = deque()
        while chunk := list(islice(remaining, batch)):
            waiting.append(self.begin(chunk))
            if len(waiting) >= self.most_batches:
                yield from self.end(waiting.popleft())
        while waiting:
            yield from self.end(waiting.popleft())

    def begin(self, items: Sequence[Item]) -> Batch:
        """Let a process read a batch as soon as one is free."""
        return Batch(tuple(items), self._schedule(items))

    def end(self, batch: Batch) -> list[Result]:
        """The results of a batch, one for each item, once it is read.

        Raises `ModelMissing` where there is no parser.
        """
        try:
            return batch.future.result()
        except (ProcessExpired, TimeoutError, BrokenProcessPool):
            return [self._alone(item) for item in batch.items]

    def next_of(self, in_hand: deque[InHand]) -> list[InHand]:
        """Takes the batches out of those in hand that are to be recorded next: the first, and those behind it
        that are read already, as one transaction costs less than several. Enough are left for each process to
        have one.
        """
        taken = [in_hand.popleft()]
        most = self.most_batches - self._processes
        while in_hand and len(taken) < most and in_hand[0].batch.future.done():
            taken.append(in_hand.popleft())
        return taken

    def close(self) -> None:
        """End the processes; what they have in hand is lost."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _alone(self, item: Item) -> Result:
        source = item.source if isinstance(item, SetAside) else item.id
        try:
            return self._schedule([item]).result()[0]
        except (ProcessExpired, BrokenProcessPool):
            return SetAside(source, None, "the process that read it died; please report it with this article")
        except TimeoutError:
            return SetAside(source, None, f"it was not read within {BATCH_SECONDS:.0f} s")

    def _schedule(self, items: Sequence[Item]) -> Future[list[Result]]:
        if not self._pool.active:
            self.close()
            self._pool = self._start()
        return self._pool.schedule(_read, args=(list(items),), timeout=BATCH_SECONDS)


@contextmanager
def reading_pool(processes: int, home: Path, settings: IngestSettings) -> Iterator[ReadingPool]:
    """Processes that read, until the block ends. They load their parser while the first batch is gathered."""
    pool = ReadingPool(processes, home, settings)
    try:
        yield pool
    finally:
        pool.close()


@contextmanager
def results_of(
    items: Iterable[Item], home: Path, settings: IngestSettings, processes: int
) -> Iterator[Iterator[Result]]:
    """One result for each item, in its place, while the block runs: read here, or by several processes."""
    if processes == 1:
        # A few articles are read before a process of their own would have begun.
        read = pipeline_reader(home, settings.spacy_model, proposer_of(settings))
        yield results(items, read, settings.readable_languages, settings.batch_articles)
        return
    with reading_pool(processes, home, settings) as pool:
        yield pool.results(items, settings.batch_articles)


_reader: Reader
_settings: IngestSettings


def _begin(home: Path, settings: IngestSettings, processes: int) -> None:
    """Prepare a new process. Ctrl-C is for its parent to hear; if that dies, the process ends too."""
    global _reader, _settings
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr  # what it logs does not mix with results
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # All processes together may ask a language model as often as one run may.
    calls = max(1, settings.language_model_calls_per_run // processes)
    _settings = settings.model_copy(update={"language_model_calls_per_run": calls})
    _reader = pipeline_reader(home, settings.spacy_model, proposer_of(_settings))


def _read(items: list[Item]) -> list[Result]:
    list(_reader([]))  # so that a model which is missing is said as such, and no article blamed for it
    return list(results(items, _reader, _settings.readable_languages, len(items)))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
