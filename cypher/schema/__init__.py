"""The schema of the graph: constraints, indexes, and the version that a database is at.

`apply_schema` runs the migrations that a database lacks, in order. Every step may be run again, so that a
start that was interrupted, or two programs that start side by side, do no harm. Constraints come before any
write: a graph that has a schema version has them all.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from cypher.catalog import SchemaStatement
from cypher.errors import QueryTimeoutError, SchemaTooNewError, StatementError
from cypher.graph import Graph

INDEX_SECONDS = 600
"""How long new indexes of a large graph may take to fill."""
_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class SchemaVersion:
    """The version that a database is at."""

    version: int


@dataclass(frozen=True, slots=True)
class IndexState:
    """An index, or the index behind a constraint, and whether it can answer (`ONLINE`)."""

    name: str
    state: str


read_schema_version = SchemaStatement("read_schema_version", SchemaVersion)
write_schema_version = SchemaStatement[None]("write_schema_version")
constraints_and_indexes = SchemaStatement("constraints_and_indexes", IndexState)

# What each version adds, constraints first. A version that is released is never changed: add the next one.
# A statement here makes what bears its own name, so that `verify` can look for it.
MIGRATIONS: dict[int, tuple[SchemaStatement[None], ...]] = {
    1: tuple(
        SchemaStatement[None](name)
        for name in (
            "unique_schema_id",
            "unique_lock_id",
            "unique_article_id",
            "unique_claim_id",
            "unique_submission_id",
            "unique_entity_id",
            "unique_person_id",
            "unique_country_id",
            "unique_party_id",
            "unique_organization_id",
            "unique_place_id",
            "unique_meeting_id",
            "unique_dyad_id",
            "unique_met_with_id",
            "unique_partner_of_id",
            "unique_represents_id",
            "unique_member_of_id",
            "index_article_published",
            "index_article_state",
            "index_article_derived",
            "index_article_story",
            "index_claim_bond",
            "index_claim_recorded",
            "index_entity_name",
            "index_meeting_earliest",
            "index_meeting_latest",
            "index_meeting_status",
            "index_party_name",
            "index_person_country",
            "index_person_name",
            "index_person_wikidata",
            "index_submission_state",
            "search_articles",
            "search_entities",
        )
    ),
    2: tuple(
        SchemaStatement[None](name)
        for name in (
            "index_meeting_day",
            "index_meeting_status_day",
            "index_attended_country",
            "index_attended_entity",
            "index_held_in_place",
            "index_met_with_meetings",
            "index_met_with_source",
            "index_met_with_target",
            "index_claim_retracted",
            "unique_decision_id",
            "unique_redirect_id",
            "index_decision_entity",
            "index_decision_other",
            "index_decision_decided",
            "index_decision_revoked",
        )
    ),
    3: tuple(
        SchemaStatement[None](name)
        for name in (
            "index_article_address",
            *(f"index_article_anchor_{place:x}" for place in range(16)),
        )
    ),
    4: tuple(
        SchemaStatement[None](name)
        for name in (
            "unique_api_key_id",
            "unique_audit_entry_id",
            "index_audit_entry_at",
            "unique_webhook_id",
            "unique_delivery_id",
            "index_delivery_due",
            "index_delivery_webhook",
        )
    ),
    5: tuple(SchemaStatement[None](name) for name in ("index_claim_post", "index_claim_meeting")),
    6: (SchemaStatement[None]("index_article_changed"),),
    7: (SchemaStatement[None]("index_delivery_at"),),
    8: (SchemaStatement[None]("index_claim_kind_recorded"),),
}
# What each version writes into a graph of an older one. It may be run again.
UPGRADES: dict[int, SchemaStatement[None]] = {6: SchemaStatement[None]("date_articles")}
SCHEMA_VERSION = max(MIGRATIONS)


def schema_version(graph: Graph) -> int | None:
    """The version that the database is at; None if no schema was ever applied."""
    rows = graph.change_schema(read_schema_version)
    return rows[0].version if rows else None


def apply_schema(graph: Graph) -> int:
    """Bring the database to the newest version and return it. Nothing happens if it is there already."""
    found = schema_version(graph)
    if found is not None and found > SCHEMA_VERSION:
        raise SchemaTooNewError(found, SCHEMA_VERSION)
    missing = set(missing_from_schema(graph))
    for version in sorted(MIGRATIONS):
        # What older versions made is looked after too: it is made again where it is gone.
        steps = [step for step in MIGRATIONS[version] if step.name in missing]
        for step in steps:
            _take(graph, step)
        if steps:
            _await(graph, {step.name for step in steps})
        if found is None or version > found:
            if version in UPGRADES:
                graph.change_schema(UPGRADES[version])
            graph.change_schema(write_schema_version, version=version)
    return SCHEMA_VERSION


def _take(graph: Graph, step: SchemaStatement[None]) -> None:
    try:
        graph.change_schema(step)
    except StatementError as error:
        # IF NOT EXISTS does not look at what another program makes in the same moment.
        if not error.code.endswith("AlreadyExists"):
            raise


def _await(graph: Graph, names: set[str]) -> None:
    """Wait until these can answer.

    `db.awaitIndexes` would hold a lock on every label while it waits, which another program needs to finish
    the very constraint that is waited for.
    """
    deadline = time.monotonic() + INDEX_SECONDS
    while names & set(missing_from_schema(graph)):
        if time.monotonic() > deadline:
            raise QueryTimeoutError
        time.sleep(_POLL_SECONDS)


def missing_from_schema(graph: Graph) -> tuple[str, ...]:
    """The constraints and indexes that should be there and ready, and are not."""
    ready = {row.name for row in graph.change_schema(constraints_and_indexes) if row.state == "ONLINE"}
    wanted = {step.name for steps in MIGRATIONS.values() for step in steps}
    return tuple(sorted(wanted - ready))
