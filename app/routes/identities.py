"""Who is whom: what was decided, decisions made, and decisions undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query

from app.dependencies import Audit, Door, Graph, Page, PersonQuery, page_by
from app.errors import NotKnown
from app.models.identities import Candidate, CandidatePage, Decision, DecisionIn, DecisionPage
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from app.results.routes import ResultRoute
from app.texts import Text, moment_of_cursor
from cypher.decisions import Proposal, decide, undo_decision
from cypher.derivation.candidates import LEAST_SCORE
from cypher.derivation.decisions import Decision as DecisionRecord
from cypher.reads.identities import (
    CONTACTS,
    DECISION,
    DECISIONS,
    NAMES_OF_ENTITIES,
    POOL,
    PROFILE,
    PROFILES,
    PROFILES_ALIKE,
    candidates_among,
    wanted_alike,
)

router = APIRouter(prefix="/identities", tags=["identities"], route_class=ResultRoute)

_TOGETHER = 50
"""Of how many people those alike are looked for by one question: of a whole page it would take too long."""

DecisionPath = Annotated[
    Text,
    Path(
        alias="decision",
        description="Id of a decision.",
        examples=["d:5c1f0a77be0d41e2a9c1"],
        min_length=1,
        max_length=200,
    ),
]
ByQuery = Annotated[
    Text | None,
    Query(description="Who undoes it, as they call themselves.", examples=["desk"], max_length=200),
]


@router.get("/decisions")
async def list_decisions(
    graph: Graph,
    page: Annotated[Page, page_by(str, str)],
    entity: Annotated[
        Text | None,
        Query(description="Only decisions about this id.", examples=["Q19300851"], max_length=200),
    ] = None,
    undone: Annotated[bool, Query(description="Also those that were undone.", examples=[False])] = False,
) -> DecisionPage:
    """What was decided about identities, the latest first."""
    before_at, before_id = page.position or (None, None)
    rows = await graph.rows(
        DECISIONS,
        entity=entity,
        undone=undone,
        before_at=moment_of_cursor(before_at),
        before_id=before_id,
        limit=page.fetch,
    )
    items, after = page.cut(rows, lambda row: (row.decided_at.isoformat(), row.id))
    return DecisionPage(items=await _named(graph, items), next=after)


async def _named(graph: Questions, decisions: Sequence[DecisionRecord]) -> list[Decision]:
    """Decisions as they are told: with the names of whom they are about."""
    ids = sorted({entity for decision in decisions for entity in decision.entities})
    rows = await graph.rows(NAMES_OF_ENTITIES, entities=ids) if ids else []
    called = {row.id: row.called for row in rows}
    return [
        Decision(**asdict(decision), entity_name=called[decision.entity], other_name=called[decision.other])
        for decision in decisions
    ]


@router.get("/candidates", responses=documented(404, 409))
async def list_candidates(
    graph: Graph,
    page: Annotated[Page, page_by(str)],
    person: PersonQuery = None,
    least_score: Annotated[
        float, Query(description="Only those with at least this score.", ge=0, le=1, examples=[0.9])
    ] = LEAST_SCORE,
) -> CandidatePage:
    """Who may be one, and who may be two, with score and reason; of all people, or about one.

    People are looked at in the order of their ids, `limit` of them for each page, the best of a page first. A
    pair may come up with either of the two. What is decided already does not come up.
    """
    if person is not None:
        row = await graph.row(PROFILE, person=await id_of(graph, "person", person), contacts=CONTACTS)
        if row is None:
            raise NotKnown("person", person)
        rows = [row]
    else:
        (last,) = page.position or ("",)
        rows = await graph.rows(PROFILES, after=last, limit=page.fetch, contacts=CONTACTS)
    profiles, after = page.cut(rows, lambda profile: (profile.id,))
    wanted = wanted_alike(profiles)
    alike = [
        row
        for start in range(0, len(wanted), _TOGETHER)
        for row in await graph.rows(
            PROFILES_ALIKE, wanted=wanted[start : start + _TOGETHER], pool=POOL, contacts=CONTACTS
        )
    ]
    found = [each for each in candidates_among(profiles, alike) if each.score >= least_score]
    best_first = sorted(found, key=lambda each: -each.score)
    return CandidatePage(items=[Candidate.model_validate(each) for each in best_first], next=after)


@router.post("/decisions", status_code=201, responses=documented(400, 409, 413))
async def post_decision(door: Door, audit: Audit, wanted: DecisionIn) -> Decision:
    """Decide who is whom. The graph follows before this answers; `DELETE` undoes it without a trace.

    The same decision again gives the one that stands. One that contradicts another is refused with 409.
    """
    proposal = Proposal(
        kind=wanted.kind,
        entity=wanted.entity,
        other=wanted.other,
        articles=tuple(wanted.articles),
        reason=wanted.reason,
        decided_by=wanted.decided_by,
    )
    decision = await door.write(decide, proposal, datetime.now(UTC))
    await audit.note("identity.decided", decision.id)
    (told,) = await _named(door.questions, [decision])
    return told


@router.get("/decisions/{decision}", responses=documented(404))
async def get_decision(graph: Graph, decision: DecisionPath) -> Decision:
    """One decision, live or undone."""
    row = await graph.row(DECISION, decision=decision)
    if row is None:
        raise NotKnown("decision", decision)
    (told,) = await _named(graph, [row])
    return told


@router.delete("/decisions/{decision}", responses=documented(404))
async def delete_decision(door: Door, audit: Audit, decision: DecisionPath, by: ByQuery = None) -> Decision:
    """Undo a decision: the graph is as if it had never been made. The journal keeps it, marked as undone."""
    undone = await door.write(undo_decision, decision, datetime.now(UTC), by)
    if undone is None:
        raise NotKnown("decision", decision)
    await audit.note("identity.undone", undone.id)
    (told,) = await _named(door.questions, [undone])
    return told
