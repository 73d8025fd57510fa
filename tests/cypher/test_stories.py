"""Copies of one report, and versions of one page, as the ledger takes them in and gives them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cypher.contents import stored_contents
from cypher.graph import Graph, Transaction
from cypher.ledger import RecordReport, rebuild, record_readings, retract_article
from cypher.rows import ClaimRow, ReadingRows
from cypher.verify import verify
from tests.cypher.worlds import NOW, article, day, met, office, partners, sketch_of

HOUR = timedelta(hours=1)
PAGE = "example.org/visit"
TALKS = met("Q1", "Q2", on=day(0), confidence=0.6)


def copy(name: str, *, changed: range = range(0), passages: int = 100) -> ReadingRows:
    """An article that prints the report of the agency, or the part of it that was not changed."""
    return article(name, TALKS, sketch=sketch_of("agency", changed=changed), passages=passages)


def version(name: str, claim: ClaimRow, hours: int = 0) -> ReadingRows:
    """A version of one page, received so many hours later."""
    return article(name, claim, text=name, address=PAGE, received_at=NOW + hours * HOUR)


def sources(graph: Graph) -> tuple[int, int, float]:
    """Articles and independent sources of the one MET_WITH edge, and how sure the meeting is."""

    def ask(transaction: Transaction) -> tuple[int, int, float]:
        (row,) = transaction._transaction.run(
            "MATCH (meeting:Meeting) MATCH ()-[edge:MET_WITH]->() RETURN edge, meeting"
        )
        edge, meeting = row["edge"], row["meeting"]
        assert edge["independent_sources"] == meeting["independent_sources"]
        return edge["articles"], edge["independent_sources"], meeting["confidence"]

    return graph.snapshot(ask)


def who_met(graph: Graph) -> set[tuple[str, str]]:
    """Who is joined to whom."""
    return {edge[1:3] for edge in stored_contents(graph).edges if edge[0] == "MET_WITH"}


def test_copies_add_articles_and_neither_sources_nor_confidence(graph: Graph) -> None:
    """A report of one's own adds both."""
    record_readings(graph, [copy("a:1")], NOW)
    record_readings(graph, [copy("a:2", changed=range(4), passages=90), copy("a:3")], NOW)
    assert sources(graph) == (3, 1, 0.6)

    record_readings(graph, [article("a:4", TALKS, sketch=sketch_of("own report"))], NOW)
    assert sources(graph) == (4, 2, 0.84)
    assert verify(graph) == ()


def test_a_copy_that_is_retracted_gives_its_story_back(graph: Graph) -> None:
    """The full report joined two parts of it that share nothing; without it they are two sources."""
    halves = (range(0, 32, 2), range(1, 32, 2))
    record_readings(graph, [copy(f"a:{half}", changed=half, passages=50) for half in halves], NOW)
    before = stored_contents(graph)
    assert sources(graph)[:2] == (2, 2)

    record_readings(graph, [copy("a:full")], NOW)
    assert sources(graph)[:2] == (3, 1)

    retract_article(graph, "a:full", NOW)
    assert stored_contents(graph) == before


def test_a_story_told_wrong_is_found_and_mended(graph: Graph) -> None:
    """By verify and by rebuild."""
    record_readings(graph, [copy("a:1"), copy("a:2")], NOW)
    before = stored_contents(graph)

    def damage(transaction: Transaction) -> None:
        transaction._transaction.run("MATCH (a:Article {id: 'a:2'}) SET a.story = 'a:2'").consume()

    graph.transaction(damage)
    assert {finding.check for finding in verify(graph)} == {"nodes"}

    rebuild(graph)
    assert stored_contents(graph) == before
    assert verify(graph) == ()


@pytest.mark.parametrize("together", [True, False])
def test_a_later_version_of_a_page_supersedes_the_earlier_one(graph: Graph, together: bool) -> None:
    """Under whatever id it comes; the earlier one stays in the ledger with its claims."""
    old, new = version("a:old", met("Q1", "Q2", on=day(0))), version("a:new", met("Q1", "Q3", on=day(0)), 1)
    for batch in [[new, old]] if together else [[old], [new]]:
        report = record_readings(graph, batch, NOW + HOUR)

    assert who_met(graph) == {("Q1", "Q3")}
    assert verify(graph) == ()
    if not together:
        assert report == RecordReport(articles_updated=1, claims_new=1, claims_retired=1, meetings_new=1)


def test_an_older_version_that_comes_late_is_kept_and_changes_nothing(graph: Graph) -> None:
    """Whichever comes to the ledger first."""
    old, new = version("a:old", met("Q1", "Q2", on=day(0))), version("a:new", met("Q1", "Q3", on=day(0)), 1)
    record_readings(graph, [new], NOW + HOUR)

    assert record_readings(graph, [old], NOW + HOUR) == RecordReport(articles_superseded=1)
    assert record_readings(graph, [old], NOW + HOUR) == RecordReport(articles_unchanged=1)
    assert who_met(graph) == {("Q1", "Q3")}
    assert verify(graph) == ()


def test_a_version_stands_again_when_all_later_ones_are_retracted(graph: Graph) -> None:
    """With its bonds; that it was away meanwhile stays on record."""
    record_readings(
        graph,
        [
            article("a:1", TALKS, partners("AAA", "BBB"), office("Q1", "AAA"), text="1", address=PAGE),
            version("a:2", met("Q1", "Q3", on=day(0)), 1),
        ],
        NOW,
    )
    record_readings(graph, [version("a:3", met("Q1", "Q4", on=day(0)), 2)], NOW + HOUR)

    retract_article(graph, "a:2", NOW + 2 * HOUR)
    assert who_met(graph) == {("Q1", "Q4")}
    retract_article(graph, "a:3", NOW + 3 * HOUR)
    assert who_met(graph) == {("Q1", "Q2")}
    assert {"PARTNER_OF", "REPRESENTS"} <= {edge[0] for edge in stored_contents(graph).edges}
    assert verify(graph) == ()
    retract_article(graph, "a:1", NOW + 4 * HOUR)
    assert not stored_contents(graph).nodes


def test_a_page_that_moves_leaves_its_address_to_the_version_before(graph: Graph) -> None:
    """The same id comes with another address."""
    record_readings(graph, [version("a:old", met("Q1", "Q2", on=day(0)))], NOW)
    record_readings(graph, [version("a:new", met("Q1", "Q3", on=day(0)), 1)], NOW)
    moved = version("a:new", met("Q1", "Q3", on=day(0)), 2)

    record_readings(graph, [replace(moved, article=replace(moved.article, address="example.org/2"))], NOW)

    assert who_met(graph) == {("Q1", "Q2"), ("Q1", "Q3")}
    assert verify(graph) == ()
