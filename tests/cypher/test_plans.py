"""What writing costs grows with the change and not with the graph: by the plans, and by what they touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from cypher.catalog import load_statement, statement_files
from cypher.connect import Endpoint
from cypher.graph import Graph, open_graph
from cypher.ledger import record_readings, retract_articles
from cypher.profiling import ProfiledGraph, operators
from cypher.rows import ReadingRows
from cypher.schema import apply_schema
from tests.cypher.worlds import NOW, article, day, membership, met, office, partners, sketch_of

STATEMENTS = [path.stem for path in statement_files("write")]
PIECEMEAL = {
    "bench_wipe", "complete_lists", "mark_underived", "unbind_claims", "wipe_entities", "wipe_entity_edges",
    "wipe_meetings", "wipe_redirects",
}  # fmt: skip
"""They go through all there is of a kind, some thousands at a time."""
IS_THERE_ANY = {"take_write_lock"}
"""It wants to know whether there is any decision, and stops at the first."""


@pytest.fixture(scope="module")
def driver(clean_database_for_module: Endpoint) -> Iterator[Driver]:
    """A database with the schema and nothing else, in which the planner likes best to read all there is."""
    endpoint = clean_database_for_module
    with open_graph(endpoint) as graph:
        apply_schema(graph)
    with GraphDatabase.driver(endpoint.uri, auth=endpoint.auth, notifications_min_severity="OFF") as opened:
        yield opened


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_write_begins_at_ids_or_in_an_index(
    driver: Driver, clean_database_for_module: Endpoint, name: str
) -> None:
    """Nothing is combined with all there is of something else either: a product is of one row and one row."""
    steps = list(operators(plan(driver, clean_database_for_module.database, name)))
    kinds = {kind(step) for step in steps}

    if name in PIECEMEAL | IS_THERE_ANY:
        assert kinds & {"Limit", "LetSemiApply"}
    else:
        assert not {found for found in kinds if "Scan" in found}
    for product in (step for step in steps if kind(step) == "CartesianProduct"):
        assert all(kind(leaf).startswith("NodeUniqueIndexSeek") for leaf in leaves(product))


def plan(driver: Driver, database: str, name: str) -> dict[str, Any]:
    statement = load_statement("write", name)
    text: Any = f"EXPLAIN {statement.text}"
    summary = driver.execute_query(text, dict.fromkeys(statement.params), database_=database).summary
    assert summary.plan
    return summary.plan


def kind(step: dict[str, Any]) -> str:
    return str(step["operatorType"].split("@")[0])


def leaves(step: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (found for found in operators(step) if not found.get("children"))


def test_a_change_touches_no_more_in_a_graph_that_has_grown(graph: Graph, clean_database: Endpoint) -> None:
    """Recording, correcting and taking back, statement by statement.

    What has grown is what everybody shares: the countries, the place and the party of the change, and one
    person who meets everybody. Of the pairs that the change is about, it has grown nothing.
    """
    others = [article_of(f"other {number}") for number in range(400)]
    record_readings(graph, others[:40], NOW)
    plan_anew(clean_database)
    small = cost_of_change(graph, "small")
    record_readings(graph, others, NOW)
    plan_anew(clean_database)

    large = cost_of_change(graph, "large")

    assert small.keys() == large.keys()
    assert {name: (small[name], large[name]) for name in small if large[name] > small[name]} == {}


def plan_anew(endpoint: Endpoint) -> None:
    """Have the server look at its indexes and forget its plans, as it does by itself after some seconds.

    Else it plans by what tests before this one had in the database, and reads all there is.
    """
    with GraphDatabase.driver(endpoint.uri, auth=endpoint.auth) as driver:
        driver.execute_query("CALL db.prepareForReplanning(60)", database_=endpoint.database)


def cost_of_change(graph: Graph, name: str) -> Counter[str]:
    """What recording three articles touches, two of them copies, with a correction and a retraction."""
    first, second = article_of(f"{name} 1"), article_of(f"{name} 2")
    copy = replace(first, article=replace(first.article, id=f"a:{name} copy"), claims=())
    corrected = article_of(f"{name} 2", version="second")
    profiled = ProfiledGraph(graph)
    record_readings(profiled, [first, second, copy], NOW)
    record_readings(profiled, [corrected], NOW)
    retract_articles(profiled, [first.article.id, copy.article.id], NOW)
    retract_articles(profiled, [corrected.article.id], NOW)
    return profiled.hits


def article_of(name: str, version: str = "first") -> ReadingRows:
    """An article about somebody of its own, the one who meets everybody, and all that everybody shares."""
    person = f"person:aaa:{name}"
    return article(
        f"a:{name}",
        met(person, "person:bbb:host", on=day(0), place="place:aaa:port"),
        office(person, "AAA", f"Minister {name}"),
        membership(person, "party:AAA:greens"),
        partners("AAA", f"B{name}"),
        text=f"{name} {version}",
        address=f"example.org/{name}",
        sketch=sketch_of(name),
    )
