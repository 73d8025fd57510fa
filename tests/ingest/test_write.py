"""A reading as rows for the ledger."""

from __future__ import annotations

from datetime import UTC, datetime

from ingest.write import to_rows
from tests.ingest.reading import read

NOW = datetime(2024, 5, 16, tzinfo=UTC)
TEXT = "President Anna Solen met Premier Teo Lamar in Geneva."


def test_rows_keep_the_sentence_and_name_only_recorded_entities() -> None:
    rows = to_rows(read(TEXT), NOW, "test")
    (claim,) = rows.claims
    assert TEXT[claim.start : claim.end] == claim.sentence == TEXT
    assert [name.role for name in claim.names] == ["participant", "participant", "place"]
    assert {name.entity for name in claim.names} <= {entity.id for entity in rows.entities}


def test_the_same_reading_gives_the_same_ids() -> None:
    assert to_rows(read(TEXT), NOW, "test") == to_rows(read(TEXT), NOW, "test")
