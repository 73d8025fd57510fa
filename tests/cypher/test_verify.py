"""Every kind of damage is named by `verify`, and mended by a rebuild if the ledger still tells the truth."""

from __future__ import annotations

import pytest

from cypher.contents import stored_contents
from cypher.graph import Graph, Transaction
from cypher.ledger import rebuild, record_readings, retract_article
from cypher.verify import verify
from tests.cypher.worlds import NOW, PARTY, article, day, membership, met, office, partners

PLACE = "place:aaa:port"


def damage(graph: Graph, statement: str) -> None:
    """Do to the graph what no program of ours does."""

    def run(transaction: Transaction) -> None:
        result = transaction._transaction.run(statement)  # type: ignore[arg-type]
        assert result.consume().counters.contains_updates, statement

    graph.transaction(run)


def record_a_bit_of_everything(graph: Graph) -> None:
    """All kinds of nodes and edges."""
    said = (
        met("Q1", "Q2", on=day(0), place=PLACE),
        partners("AAA", "BBB"),
        office("Q1", "AAA"),
        membership("Q2", PARTY),
    )
    record_readings(graph, [article("a:1", *said), article("a:2", met("Q1", "Q2", on=day(0)))], NOW)


DERIVED = {
    "an edge without a claim": ("MATCH (a:Party), (b:Place) CREATE (a)-[:MET_WITH]->(b)", "edges"),
    "an edge twice": ("MATCH (a)-[e:HELD_IN]->(b) CREATE (a)-[f:HELD_IN]->(b) SET f = e", "edges"),
    "a missing edge": ("MATCH ()-[e:SUPPORTS]->() DELETE e", "edges"),
    "a missing mention": ("MATCH ()-[e:MENTIONS]->() WITH e LIMIT 1 DELETE e", "edges"),
    "an edge the wrong way": ("MATCH (a)-[e:HELD_IN]->(b) DELETE e CREATE (b)-[:HELD_IN]->(a)", "edges"),
    "a wrong count": ("MATCH ()-[e:MET_WITH]->() SET e.meetings = 7", "edges"),
    "a wrong role": ("MATCH ()-[e:MEMBER_OF]->() SET e.role = 'chair'", "edges"),
    "a wrong day": ("MATCH ()-[e:ABOUT]->() SET e.start = date('2001-01-01')", "edges"),
    "an orphan": ("CREATE (:Entity:Person {id: 'Q99', name: 'Nobody'})", "nodes"),
    "an orphaned meeting": ("CREATE (:Meeting {id: 'm:x', status: 'held'})", "nodes"),
    "an orphaned dyad": ("CREATE (:Dyad {id: 'x|y'})", "nodes"),
    "a missing node": ("MATCH (m:Meeting) DETACH DELETE m", "nodes"),
    "a wrong property": ("MATCH (m:Meeting) SET m.independent_sources = 9", "nodes"),
    "a wrong label": ("MATCH (p:Party) REMOVE p:Party SET p:Person", "nodes"),
    "votes that nobody cast": ("MATCH (p:Person) SET p.ballots = '{}'", "nodes"),
    "a claim of another bond": ("MATCH (c:Claim {kind: 'partnership'}) SET c.bond = 'x'", "nodes"),
    "a claim of no bond": ("MATCH (c:Claim {kind: 'office'}) REMOVE c.bond", "nodes"),
    "a bond of a meeting": ("MATCH (c:Claim {kind: 'meeting'}) SET c.bond = 'x'", "nodes"),
    "an article not derived": ("MATCH (a:Article {id: 'a:1'}) SET a.derived = false", "rebuild"),
    "a rebuild that was interrupted": ("MATCH (l:Lock {id: 'write'}) SET l.wiping = true", "rebuild"),
}  # fmt: skip


def test_what_was_done_to_the_derived_graph_is_named_and_mended(graph: Graph) -> None:
    """Damage by damage; the check that finds it is the one of its kind."""
    record_a_bit_of_everything(graph)
    before = stored_contents(graph)
    assert verify(graph) == ()

    for name, (statement, check) in DERIVED.items():
        damage(graph, statement)
        found = verify(graph)
        assert check in {finding.check for finding in found}, name
        assert all(finding.what_to_do and finding.message and finding.count for finding in found), name

        rebuild(graph)
        assert verify(graph) == (), name
        assert stored_contents(graph) == before, name


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("MATCH (a:Article {id: 'a:1'}) SET a.state = 'retracted'", "Claims count as live"),
        ("MATCH (:Article {id: 'a:1'})-[e:STATES]->() DELETE e", "Claims belong to no article"),
        ("MATCH (a:Article) SET a.address = 'example.org/1'", "Versions of one page"),
    ],
)
def test_what_was_done_to_the_ledger_is_named(graph: Graph, statement: str, message: str) -> None:
    """A rebuild cannot know better than the ledger, so it is said what else to do."""
    record_a_bit_of_everything(graph)
    damage(graph, statement)

    found = [finding for finding in verify(graph) if finding.check == "ledger"]

    assert [finding.message.startswith(message) for finding in found] == [True]
    assert found[0].count and "rebuild" not in found[0].what_to_do


def test_claims_of_a_retracted_article_have_no_bonds_left(graph: Graph) -> None:
    """A retired claim that still counted would be told by nobody else."""
    record_a_bit_of_everything(graph)
    retract_article(graph, "a:1", NOW)
    assert verify(graph) == ()

    damage(graph, "MATCH (c:Claim {kind: 'partnership'}) SET c.bond = 'PARTNER_OF AAA BBB'")

    assert [(finding.check, finding.count) for finding in verify(graph)] == [("nodes", 1)]
