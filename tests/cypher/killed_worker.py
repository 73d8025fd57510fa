"""A worker that is killed before one of its statements: `python -m tests.cypher.killed_worker STATEMENTS`.

It leases the articles of the inbox, records what they say and settles them. The environment says where the
database is. Without a kill it prints how many statements that took.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any

from pydantic import SecretStr

from cypher.connect import Endpoint
from cypher.graph import Graph, Transaction, open_graph
from cypher.inbox import LeasedArticle, Outcome, lease_articles, settle_articles
from cypher.ledger import record_readings
from cypher.rows import ReadingRows
from tests.cypher.worlds import article, day, met, office

LEASE_SECONDS = 0.5


def reading_of(leased: LeasedArticle) -> ReadingRows:
    """What its text says: two people met, one of whom all articles have in common."""
    return article(
        leased.id,
        met("person:aaa:ada", f"person:bbb:{leased.text}", on=day(0)),
        office("person:aaa:ada", "AAA"),
        text=leased.text,
        received_at=leased.received_at,
    )


def work(graph: Graph) -> int:
    """Read all that waits; how many articles that was."""
    now = datetime.now(UTC)
    leased = lease_articles(graph, 10, now, LEASE_SECONDS)
    record_readings(graph, [reading_of(one) for one in leased], now)
    settle_articles(graph, [Outcome(one.id, one.sha256, "done") for one in leased])
    return len(leased)


def main(limit: int) -> None:
    """Work, and be killed before the statement after so many; 0: work to the end."""
    done = [0]
    for method in ("run", "fetch"):
        original = getattr(Transaction, method)

        def counted(self: Transaction, *args: Any, original: Any = original, **params: Any) -> Any:
            if limit and done[0] == limit:
                os.kill(os.getpid(), signal.SIGKILL)
            done[0] += 1
            return original(self, *args, **params)

        setattr(Transaction, method, counted)
    endpoint = Endpoint(
        os.environ["KILLED_URI"],
        os.environ["KILLED_USER"],
        SecretStr(os.environ["KILLED_PASSWORD"]),
        os.environ["KILLED_DATABASE"],
    )
    with open_graph(endpoint) as graph:
        work(graph)
    sys.stdout.write(str(done[0]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
