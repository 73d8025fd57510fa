"""Each question costs as much as its answer: it begins at an id or an index, and never reads all there is."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

import cypher.reads
from cypher.catalog import Read
from cypher.connect import Endpoint

SCANS = (
    "AllNodesScan",
    "NodeByLabelScan",
    "UnionNodeByLabelsScan",
    "IntersectionNodeByLabelsScan",
    "NodeIndexScan",
    "DirectedAllRelationshipsScan",
    "UndirectedAllRelationshipsScan",
    "DirectedRelationshipTypeScan",
    "UndirectedRelationshipTypeScan",
    "CartesianProduct",
)


def reads() -> Iterator[Read[Any]]:
    for module in pkgutil.iter_modules(cypher.reads.__path__):
        subject = importlib.import_module(f"cypher.reads.{module.name}")
        yield from (value for value in vars(subject).values() if isinstance(value, Read))


READS = sorted(set(reads()), key=lambda read: read.name)


@pytest.fixture(scope="module")
def driver(news: Endpoint) -> Iterator[Driver]:
    with GraphDatabase.driver(news.uri, auth=news.auth, notifications_min_severity="OFF") as driver:
        yield driver


def operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each operator of a plan with its details."""
    yield plan["operatorType"].split("@")[0], plan["args"].get("Details", "")
    for child in plan.get("children", ()):
        yield from operators(child)


@pytest.mark.parametrize("read", READS, ids=lambda read: read.name)
def test_no_question_reads_all_there_is(driver: Driver, news: Endpoint, read: Read[Any]) -> None:
    result = driver.execute_query(
        f"EXPLAIN {read.statement.text}",  # type: ignore[arg-type]
        dict.fromkeys(read.statement.params),
        database_=news.database,
    )

    assert result.summary.plan is not None
    assert not set(SCANS) & {name for name, _ in operators(result.summary.plan)}


@pytest.mark.parametrize(
    "name",
    [
        "articles",
        "articles_in_state",
        "meetings_at_place",
        "meetings_in_period",
        "meetings_of",
        "meetings_of_country",
        "meetings_to_come",
        "pairs_of_persons",
        "parties",
        "persons",
    ],
)
def test_long_lists_are_read_along_their_index(driver: Driver, news: Endpoint, name: str) -> None:
    """What comes from an index in order needs no sorting of all that follows the page."""
    (read,) = [read for read in READS if read.name == name]
    plan = driver.execute_query(
        f"EXPLAIN {read.statement.text}",  # type: ignore[arg-type]
        dict.fromkeys(read.statement.params),
        database_=news.database,
    ).summary.plan

    assert plan is not None
    assert not [details for name, details in operators(plan) if name == "Top" and "$limit" in details]
