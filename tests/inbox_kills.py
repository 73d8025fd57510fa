"""Kills workers, the API and Neo4j at random while articles are posted, and checks that nothing is lost.

    python -m tests.inbox_kills [MINUTES]

Takes as long as it is told, so it is no test of the suite. Everything runs in a temporary folder.
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import httpx

from cypher.connect import database
from cypher.errors import DemarcheDatabaseError
from cypher.graph import open_graph
from cypher.opening import ready_graph
from cypher.reads.counts import GRAPH_SIZE
from cypher.settings import DatabaseSettings
from ingest.bench_text import made_up_articles
from tests.command_line import CommandLine
from tests.kills import ENVIRONMENT, LOCAL, Crew, Say, all_is_there, kill_neo4j, kill_under_load

SENT_AT_ONCE, WORKERS, TRIES = 16, 2, 600


class Poster:
    """Posts articles until they are acknowledged, to an API that may be killed at any moment."""

    def __init__(self, command: CommandLine) -> None:
        self._command = command
        self._articles = made_up_articles(1_000_000, words=80)
        self._api: str | None = None

    def send(self) -> int:
        """Have some more acknowledged; says how many."""
        some = [next(self._articles) for _ in range(SENT_AT_ONCE)]
        for article in some:
            self._post({"id": article.id, "text": article.text, "published": str(article.published)})
        return len(some)

    def _post(self, article: dict[str, str]) -> None:
        for _ in range(TRIES):
            try:
                # Each API has a port of its own.
                self._api = self._api or self._command.status()["api"]
                if self._api and httpx.post(f"{self._api}/v1/articles", json=article, timeout=30).is_success:
                    return
            except (httpx.HTTPError, ValueError):
                pass
            self._api = None
            time.sleep(1)
        raise AssertionError(f"{article['id']} was not acknowledged")


def articles_read(settings: DatabaseSettings) -> int:
    """How many articles the graph holds; none while Neo4j is away."""
    try:
        with database(settings) as endpoint, open_graph(endpoint) as graph:
            return graph.fetch(GRAPH_SIZE)[0].articles
    except DemarcheDatabaseError:
        return 0


def run(minutes: float, folder: Path, say: Say) -> bool:
    """Whether every article that the API acknowledged is in the graph once, and the graph is sound."""
    settings = DatabaseSettings(home=folder / "home", uri=None, **LOCAL)
    command = CommandLine(settings.home, {**ENVIRONMENT, "DEMARCHE_BATCH_ARTICLES": "8"})
    poster = Poster(command)
    with (folder / "log").open("ab") as log, ready_graph(settings), ExitStack() as stack:
        workers = Crew(lambda: stack.enter_context(command.running("worker", log=log)), WORKERS)
        api = Crew(lambda: stack.enter_context(command.running("serve", log=log)), 1)
        kills = {
            "a worker": workers.kill_one,
            "another worker": workers.kill_one,
            "the API": api.kill_one,
            "Neo4j": lambda: kill_neo4j(settings.home),
        }
        sent = kill_under_load(minutes, poster.send, lambda: articles_read(settings), kills, say)
        return all_is_there(settings, sent, say)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="demarche-kills-") as temporary:
        minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
        fine = run(minutes, Path(temporary), lambda line: print(line, flush=True))  # noqa: T201
    sys.exit(not fine)
