"""Who gets a public id keeps the old one as a redirect, unless there is doubt or somebody undid it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from cypher.connect import Endpoint
from cypher.contents import stored_contents
from cypher.decisions import undo_decision
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.reads.identities import REDIRECTS
from cypher.rows import EntityRow
from cypher.schema import apply_schema
from ingest.entities.data import load_entity_data
from ingest.entities.importing import import_entities
from ingest.entities.public_ids import adopt_public_ids
from tests.cypher.worlds import article, met

NOW = datetime(2026, 3, 1, tzinfo=UTC)
OLD = "person:NOR:torstein-bakkelund"
OTHER = "person:GHA:kwabena-asante-mensah"


def entity(key: str, name: str, country: str) -> EntityRow:
    return EntityRow(key, "person", name, 1, 0.9, "test", country=country)


def test_an_old_id_leads_to_the_public_one_until_that_is_undone(
    clean_database: Endpoint, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    people.write_text("name,country,wikidata\nTorstein Bakkelund,NOR,Q900000001\n", encoding="utf-8")
    import_entities([people], tmp_path)
    data = load_entity_data(tmp_path)
    known = (
        entity(OLD, "Torstein Bakkelund", "NOR"),
        entity(OTHER, "Kwabena Asante-Mensah", "GHA"),
        entity("person:SWE:torstein-bakkelund", "Torstein Bakkelund", "SWE"),
    )
    with open_graph(clean_database) as graph:
        apply_schema(graph)
        record_readings(graph, [article("a:1", met(OLD, OTHER), entities=known)], NOW)

        (decision,) = adopt_public_ids(graph, data, NOW)

        assert (decision.entity, decision.other, decision.decided_by) == ("Q900000001", OLD, "entity data")
        assert [row.target for row in graph.fetch(REDIRECTS, entities=[OLD])] == ["Q900000001"]
        met_with = {edge[1:3] for edge in stored_contents(graph).edges if edge[0] == "MET_WITH"}
        assert met_with == {("Q900000001", OTHER)}
        assert adopt_public_ids(graph, data, NOW) == ()

        undo_decision(graph, decision.id, NOW, "desk")
        assert adopt_public_ids(graph, data, NOW) == ()
        assert graph.fetch(REDIRECTS, entities=[OLD]) == []
