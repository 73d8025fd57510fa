"""The review desk: who may be one or two, what was decided, and articles that were set aside."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from app.dependencies import Audit, Door, Graph, Page, PersonQuery, Writer, page_by
from app.models.identities import DecisionIn
from app.pages.addresses import address
from app.pages.forms import Ours
from app.pages.lists import first
from app.pages.rendering import PageRoute, page
from app.routes import articles, identities
from app.texts import Text

router = APIRouter(prefix="/desk", route_class=PageRoute)

_DECISIONS, _SET_ASIDE = 20, 50
Key = Annotated[Text, Form(max_length=200)]
Words = Annotated[Text, Form(max_length=2_000)]


@router.get("", name="show_desk")
async def show_desk(
    request: Request,
    graph: Graph,
    writer: Writer,
    asked: Annotated[Page, page_by(str)],
    person: PersonQuery = None,
) -> Response:
    """What wants a decision, and what was decided."""
    return page(
        request,
        "desk.html",
        candidates=await identities.list_candidates(graph, asked, person),
        decisions=await identities.list_decisions(graph, first(_DECISIONS), None, True),
        aside=None if graph.is_past else await articles.list_articles(graph, first(_SET_ASIDE), "set_aside"),
    )


@router.post("/decisions", name="decide_identity")
async def decide_identity(
    ours: Ours,
    door: Door,
    audit: Audit,
    kind: Annotated[Literal["merge", "keep_apart"], Form()],
    entity: Key,
    other: Key,
    reason: Words = "",
) -> Response:
    """Decide that two are one, or are not."""
    wanted = DecisionIn(kind=kind, entity=entity, other=other, reason=reason or None, decided_by="desk")
    decision = await identities.post_decision(door, audit, wanted)
    return RedirectResponse(address("desk", done=decision.id) + "#decisions", status_code=303)


@router.post("/decisions/undo", name="undo_identity")
async def undo_identity(ours: Ours, door: Door, audit: Audit, decision: Key) -> Response:
    """Undo a decision."""
    await identities.delete_decision(door, audit, decision, "desk")
    return RedirectResponse(address("desk", undone=decision) + "#decisions", status_code=303)
