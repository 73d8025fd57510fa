"""What writing costs, whatever else the machine does: how often statements touch the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

from neo4j import ResultSummary

from cypher.catalog import SchemaStatement, Write
from cypher.graph import WRITE_SECONDS, Graph, Statement, Transaction

Row = TypeVar("Row")
Result = TypeVar("Result")


class ProfiledGraph(Graph):
    """The same database as that of another graph; `hits` counts those of all transactions, by statement.

    A hit is one access to a node, an edge, a property or an index entry, as the server counts them. Those of
    a transaction that was repeated count twice.
    """

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph._driver, graph._database)
        self.hits: Counter[str] = Counter()

    def transaction(self, work: Callable[[Transaction], Result], *, timeout: float = WRITE_SECONDS) -> Result:
        """Run a write function as always, and count what its statements touch."""
        return super().transaction(
            lambda transaction: work(_ProfiledTransaction(transaction, self.hits)), timeout=timeout
        )


class _ProfiledTransaction(Transaction):
    """Another transaction, whose statements are counted."""

    __slots__ = ("_hits",)

    def __init__(self, transaction: Transaction, hits: Counter[str]) -> None:
        super().__init__(transaction._transaction)
        self._hits = hits

    def stream(self, statement: Statement[Row], **params: Any) -> Iterator[Row]:
        statement.check(params)
        result = self._transaction.run(_profiled(statement), params)
        rows = [statement.row(record) for record in result]
        self._count(statement, result.consume())
        yield from rows

    def run(self, statement: Write[Any] | SchemaStatement[Any], **params: Any) -> None:
        statement.check(params)
        self._count(statement, self._transaction.run(_profiled(statement), params).consume())

    def _count(self, statement: Statement[Any], summary: ResultSummary) -> None:
        self._hits[statement.name] += sum(step["dbHits"] for step in operators(summary.profile or {}))


def operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The operators of a plan, the last to run first."""
    if plan:
        yield plan
    for child in plan.get("children", ()):
        yield from operators(child)


def _profiled(statement: Statement[Any]) -> Any:
    # The text is from a file; the driver asks for a literal, so that nobody glues statements together.
    return cast("Any", f"PROFILE {statement.statement.text}")
