"""The commands about identities: who may be one or two, what is decided, and how it is undone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from cypher.audit import by_command, note
from cypher.decisions import Proposal, decide, undo_decision
from cypher.derivation.candidates import LEAST_SCORE, Candidate, Profile
from cypher.derivation.decisions import Decision
from cypher.graph import Graph
from cypher.opening import ready_graph
from cypher.reads.identities import (
    CONTACTS,
    DECISIONS,
    POOL,
    PROFILES,
    PROFILES_ALIKE,
    candidates_among,
    wanted_alike,
)
from cypher.settings import DatabaseSettings
from ingest.entities.public_ids import adopt_public_ids

_PAGE = 100

Entity = Annotated[str, typer.Argument(metavar="ID", help="The id of the entity.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id of the other.", show_default=False)]
Reason = Annotated[str | None, typer.Option(help="Why, for those who read the journal.")]
By = Annotated[str | None, typer.Option(help="Who decides.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print lines of JSON.")]


def merge(entity: Entity, other: Other, reason: Reason = None, by: By = None) -> None:
    """Decide that OTHER is ID: whatever is said of the other is said of ID, and the other's id leads there.

    Example: demarche entities merge Q19300851 person:NOR:e-barth-eide --reason "an initial"
    """
    _decide(Proposal("merge", entity, other, reason=reason, decided_by=by))


def split(
    entity: Entity,
    article: Annotated[
        list[str], typer.Option(help="Id of an article that speaks of somebody else; may be repeated.")
    ],
    into: Annotated[str | None, typer.Option(help="The id of that somebody; a new one if left out.")] = None,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Decide that what some articles say of ID is about somebody else.

    Example: demarche entities split person:NOR:anna-berg --article a:b5b10dd0429e69ac7cfa
    """
    _decide(Proposal("split", entity, into, tuple(article), reason, by))


def keep_apart(entity: Entity, other: Other, reason: Reason = None, by: By = None) -> None:
    """Decide that two are not the same: they do not come up as candidates again, and cannot be merged.

    Example: demarche entities keep-apart person:NOR:anna-berg person:SWE:anna-berg
    """
    _decide(Proposal("keep_apart", entity, other, reason=reason, decided_by=by))


def undo(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION", help="The id of the decision.", show_default=False)
    ],
    by: By = None,
) -> None:
    """Undo a decision: the graph is as if it had never been made. The journal keeps it, marked as undone.

    Example: demarche entities undo d:5c1f0a77be0d41e2a9c1
    """
    with ready_graph(DatabaseSettings()) as graph:
        undone = undo_decision(graph, decision, datetime.now(UTC), by)
        if undone is not None:
            _note(graph, "identity.undone", [undone])
    if undone is None:
        typer.echo(f"demarche entities undo: no decision has the id {decision}", err=True)
        raise typer.Exit(1)
    typer.echo(_decision_line(undone))


def decisions(
    undone: Annotated[bool, typer.Option(help="Also those that were undone.")] = False,
    as_json: AsJson = False,
) -> None:
    """List what was decided about identities, the latest first.

    Example: demarche entities decisions
    """
    with ready_graph(DatabaseSettings()) as graph:
        for decision in _decisions(graph, undone=undone):
            typer.echo(_json(asdict(decision)) if as_json else _decision_line(decision))


def candidates(
    least_score: Annotated[float, typer.Option(help="Only those with at least this score.", min=0, max=1)] = (
        LEAST_SCORE
    ),
    as_json: AsJson = False,
) -> None:
    """List who may be one and who may be two, best first, with score and reason. Decides nothing.

    Example: demarche entities candidates --least-score 0.9
    """
    with ready_graph(DatabaseSettings()) as graph:
        found = {_ids(each): each for each in _candidates(graph) if each.score >= least_score}
    for ids in sorted(found, key=lambda ids: (-found[ids].score, ids)):
        typer.echo(_json(asdict(found[ids])) if as_json else _candidate_line(found[ids]))


def adopt() -> None:
    """Merge whom the graph knows under an id of ours into the public id that the entity data has by now.

    Only where name and country leave no doubt. Each merge is a decision; one that was undone is not repeated.

    Example: demarche entities adopt
    """
    adopt_into(DatabaseSettings())


def adopt_into(settings: DatabaseSettings) -> None:
    """The same for the graph of these settings."""
    from ingest.entities.data import load_entity_data

    data = load_entity_data(settings.home)
    with ready_graph(settings) as graph:
        made = adopt_public_ids(graph, data, datetime.now(UTC))
        _note(graph, "identity.decided", made)
    for decision in made:
        typer.echo(_decision_line(decision))
    typer.echo(f"{len(made)} entities have taken a public id.")


COMMANDS: dict[str, Callable[..., None]] = {
    "candidates": candidates,
    "merge": merge,
    "split": split,
    "keep-apart": keep_apart,
    "decisions": decisions,
    "undo": undo,
    "adopt": adopt,
}


def _decide(proposal: Proposal) -> None:
    with ready_graph(DatabaseSettings()) as graph:
        decision = decide(graph, proposal, datetime.now(UTC))
        _note(graph, "identity.decided", [decision])
    typer.echo(_decision_line(decision))


def _note(graph: Graph, action: str, made: Iterable[Decision]) -> None:
    """Note who changed something, as the API does."""
    note(graph, [by_command(action, decision.id) for decision in made])


def _decisions(graph: Graph, *, undone: bool) -> Iterator[Decision]:
    before: dict[str, Any] = {"before_at": None, "before_id": None}
    while page := graph.fetch(DECISIONS, entity=None, undone=undone, limit=_PAGE, **before):
        yield from page
        before = {"before_at": page[-1].decided_at, "before_id": page[-1].id}


def _candidates(graph: Graph) -> Iterator[Candidate]:
    after = ""
    while profiles := graph.fetch(PROFILES, after=after, limit=_PAGE, contacts=CONTACTS):
        wanted = wanted_alike(profiles)
        yield from candidates_among(
            profiles, graph.fetch(PROFILES_ALIKE, wanted=wanted, pool=POOL, contacts=CONTACTS)
        )
        after = profiles[-1].id


def _ids(candidate: Candidate) -> tuple[str, str]:
    return candidate.entity.id, candidate.other.id if candidate.other else ""


def _decision_line(decision: Decision) -> str:
    match decision.kind:
        case "merge":
            told = f"{decision.other} is {decision.entity}"
        case "split":
            told = f"{decision.entity} is {decision.other} in {' '.join(decision.articles)}"
        case _:
            told = f"{decision.other} is not {decision.entity}"
    reason = f": {decision.reason}" if decision.reason else ""
    undone = f" (undone {decision.revoked_at:%Y-%m-%d %H:%M})" if decision.revoked_at else ""
    return f"{decision.id}  {decision.decided_at:%Y-%m-%d %H:%M}  {told}{reason}{undone}"


def _candidate_line(candidate: Candidate) -> str:
    other = f" and {_named(candidate.other)}" if candidate.other else ""
    return f"{candidate.score:.2f}  {candidate.kind}  {_named(candidate.entity)}{other}: {candidate.reason}"


def _named(profile: Profile) -> str:
    return f"{profile.id} ({profile.name})"


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, default=str)
