"""`demarche entities merge` and `undo` as a person runs them, over a real Neo4j."""

from __future__ import annotations

import pytest
import typer

from cypher.audit import AUDIT_ENTRIES
from cypher.connect import Endpoint
from cypher.graph import open_graph
from cypher.ledger import record_readings
from cypher.opening import bring_up_to_date
from ingest.entities.decision_commands import merge, undo
from tests.cypher.worlds import NOW, article, met


def test_who_decided_by_command_is_in_the_audit(
    database_of_commands: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    """As what the API is told is; what is not there to be undone is not noted."""
    with open_graph(database_of_commands) as graph:
        bring_up_to_date(graph)
        record_readings(graph, [article("a:1", met("person:nor:a-berg", "person:nor:anna-berg"))], NOW)

        merge("person:nor:anna-berg", "person:nor:a-berg")
        decision = capsys.readouterr().out.split()[0]
        undo(decision)
        with pytest.raises(typer.Exit):
            undo("d:unknown")

        rows = graph.fetch(AUDIT_ENTRIES, actor=None, before_at=None, before_id=None, limit=9)
    assert [(row.actor, row.action, row.target) for row in rows] == [
        ("command", "identity.undone", decision),
        ("command", "identity.decided", decision),
    ]
