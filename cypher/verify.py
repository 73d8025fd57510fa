"""Checks a live graph against its laws: what is there must be just what follows from the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read
from cypher.comparing import differences
from cypher.contents import expectations_of_ledger, stored_things
from cypher.graph import Graph
from cypher.schema import SCHEMA_VERSION, missing_from_schema, schema_version

REBUILD = "Run 'demarche rebuild'."
EXAMPLES = 5
NODE_WIDTH, EDGE_WIDTH = 3, 4
"""Of how many texts a node and an edge are made (`cypher.contents`)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which check found it, how often, a few examples, and what to do."""

    check: str
    message: str
    what_to_do: str
    count: int = 1
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerState:
    """What the ledger says of its own condition."""

    wiping: bool
    underived: int
    stray_claims: int
    lost_claims: int
    twin_articles: int


ledger_state = Read("ledger_state", LedgerState)


def verify(graph: Graph) -> tuple[Finding, ...]:
    """All that is wrong with a graph; nothing if it is sound.

    What follows from the ledger is worked out part by part and compared by sums, with the help of temporary
    files, so that memory hardly grows with the graph. Let no one write meanwhile: what changes between two of
    its reads looks like a fault.
    """
    return (*_schema(graph), *_ledger(graph), *_derived(graph))


def _schema(graph: Graph) -> list[Finding]:
    findings = []
    version = schema_version(graph)
    if version != SCHEMA_VERSION:
        message = f"The schema is at version {version}, this program has {SCHEMA_VERSION}."
        findings.append(
            Finding("schema", message, "Run 'demarche ingest' or 'demarche up', which bring it up to date.")
        )
    missing = missing_from_schema(graph)
    if missing:
        findings.append(
            Finding(
                "constraints",
                "Constraints or indexes are missing or not ready.",
                "Run 'demarche up', which makes them; if that fails, nodes with equal ids have to go first.",
                len(missing),
                missing[:EXAMPLES],
            )
        )
    return findings


def _ledger(graph: Graph) -> list[Finding]:
    state = graph.fetch(ledger_state, timeout=600)[0]
    findings = []
    if state.wiping:
        findings.append(Finding("rebuild", "A rebuild was interrupted, or is under way.", REBUILD))
    if state.underived:
        message = "Live articles have no derived part: a rebuild was interrupted, or is under way."
        findings.append(Finding("rebuild", message, REBUILD, state.underived))
    if state.stray_claims:
        message = "Claims count as live although their article does not."
        findings.append(Finding("ledger", message, "Retract these articles again.", state.stray_claims))
    if state.lost_claims:
        message = "Claims belong to no article."
        findings.append(Finding("ledger", message, "Ingest their articles again.", state.lost_claims))
    if state.twin_articles:
        message = "Versions of one page stand side by side."
        findings.append(Finding("ledger", message, "Retract all but the latest.", state.twin_articles))
    return findings


def _derived(graph: Graph) -> list[Finding]:
    """What is stored without following from a live claim, and what follows and is not stored.

    A thing with wrong properties is found as both: as it is, and as it should be.
    """
    unlike = differences(lambda: stored_things(graph), expectations_of_ledger(graph).things)
    more = "" if unlike.complete else " There are more than were counted."
    findings = []
    for kind, width in (("nodes", NODE_WIDTH), ("edges", EDGE_WIDTH)):
        for found, message in (
            (unlike.over, f"Derived {kind} do not follow, or not like this, from any live claim."),
            (unlike.under, f"Derived {kind} are missing, or are not like this."),
        ):
            these = [thing for thing in found if len(thing) == width]
            if these:
                examples = tuple(" ".join(thing)[:300] for thing in these[:EXAMPLES])
                findings.append(Finding(kind, message + more, REBUILD, len(these), examples))
    return findings
