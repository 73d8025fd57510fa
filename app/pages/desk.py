"""The review desk: who may be one or two, what was decided, and articles that were set aside."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from app.dependencies import KEY, Audit, Door, Graph, Page, PersonQuery, PresentGraph, Writer, page_by
from app.models.common import Evidence
from app.models.identities import DecisionIn
from app.models.inbox import MOST_AT_ONCE, ArticleKey, ArticlesIn
from app.naming import id_of
from app.pages.addresses import address
from app.pages.forms import Ours
from app.pages.lists import first
from app.pages.rendering import PageRoute, page
from app.routes import articles, identities, inbox, persons
from app.texts import Text

router = APIRouter(prefix="/desk", route_class=PageRoute)

_DECISIONS, _SET_ASIDE = 20, 50
Key = Annotated[Text, Form(max_length=200)]
Entity = Annotated[Text, Form(min_length=1, max_length=200)]
Articles = Annotated[list[ArticleKey] | None, Form(max_length=MOST_AT_ONCE)]
Words = Annotated[Text, Form(max_length=2_000)]


@router.get("", name="show_desk")
async def show_desk(
    request: Request,
    graph: Graph,
    writer: Writer,
    asked: Annotated[Page, page_by(str)],
    person: PersonQuery = None,
    other: Annotated[Text | None, Query(**KEY)] = None,
) -> Response:
    """What wants a decision, and what was decided; `other` is whom somebody takes for the same person."""
    about = None if person is None else await persons.get_person(graph, person)
    compared = None
    if about is not None and other is not None:
        compared = await persons.get_person(graph, other)
    is_past = graph.is_past  # what waits has no history
    return page(
        request,
        "desk.html",
        person=about,
        other=compared,
        candidates=await identities.list_candidates(graph, asked, about.id if about else None),
        decisions=await identities.list_decisions(
            graph, first(_DECISIONS), about.id if about else None, True
        ),
        aside=None if is_past else await articles.list_articles(graph, first(_SET_ASIDE), "set_aside"),
        inbox=None if is_past else await inbox.count_inbox(graph),
    )


@router.get("/split", name="show_split")
async def show_split(
    request: Request,
    graph: Graph,
    writer: Writer,
    asked: Annotated[Page, page_by(date, str)],
    person: Annotated[Text, Query(**KEY)],
) -> Response:
    """What articles say of somebody, to choose those that are about somebody else."""
    said = await persons.list_sayings(graph, person, asked)
    by_article: dict[str, list[Evidence]] = {}
    for one in said.items:
        by_article.setdefault(one.article, []).append(one)
    return page(request, "split.html", said=said, articles=by_article)


@router.post("/decisions", name="decide_identity")
async def decide_identity(
    ours: Ours,
    graph: PresentGraph,
    door: Door,
    audit: Audit,
    kind: Annotated[Literal["merge", "keep_apart", "split"], Form()],
    entity: Entity,
    other: Key = "",
    reason: Words = "",
    article: Articles = None,
) -> Response:
    """Decide that two are one, or are not, or that what some articles say is about somebody else."""
    wanted = DecisionIn(
        kind=kind,
        entity=entity,
        other=await id_of(graph, "person", other) if other.strip() else None,
        articles=article or [],
        reason=reason or None,
        decided_by="desk",
    )
    decision = await identities.post_decision(door, audit, wanted)
    return RedirectResponse(address("desk", done=decision.id) + "#decisions", status_code=303)


@router.post("/decisions/undo", name="undo_identity")
async def undo_identity(ours: Ours, door: Door, audit: Audit, decision: Key) -> Response:
    """Undo a decision."""
    await identities.delete_decision(door, audit, decision, "desk")
    return RedirectResponse(address("desk", undone=decision) + "#decisions", status_code=303)


@router.post("/aside", name="settle_set_aside")
async def settle_set_aside(
    ours: Ours,
    door: Door,
    audit: Audit,
    article: Articles = None,
    retry: Key = "",
    drop: Key = "",
    every: Annotated[Literal["retry", "drop"] | None, Form(alias="all")] = None,
    back: Key = "",
) -> Response:
    """Let one article that was set aside, or all that the form shows, be read again, or drop them.

    Then back to the article, if `back` names it, or to the desk.
    """
    listed = [key for key in (article or ()) if every]
    done = {}
    if again := [key for key in (retry, *(listed if every == "retry" else ())) if key]:
        done["retried"] = len((await inbox.retry_set_aside(door, audit, ArticlesIn(articles=again))).articles)
    if away := [key for key in (drop, *(listed if every == "drop" else ())) if key]:
        done["dropped"] = len((await inbox.drop_from_inbox(door, audit, ArticlesIn(articles=away))).articles)
    there = address("articles", back) if back else address("desk", **done) + "#aside"
    return RedirectResponse(there, status_code=303)
