"""The review desk: who may be one or two, what was decided, and articles that were set aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from app.cursors import decode_cursor
from app.dependencies import KEY, Audit, Door, Graph, Page, PersonQuery, PresentGraph, Writer, page_by
from app.doors import Caller
from app.models.common import Evidence
from app.models.identities import DecisionIn
from app.models.inbox import MOST_AT_ONCE, ArticleKey, ArticlesIn
from app.naming import FoundId, id_of
from app.pages.addresses import address
from app.pages.forms import Ours
from app.pages.later import Later
from app.pages.lists import Asked, first, together
from app.pages.rendering import PageRoute, page
from app.routes import articles, identities, inbox, persons, stats
from app.texts import Text

router = APIRouter(prefix="/desk", route_class=PageRoute)

_DECISIONS, _SET_ASIDE = 20, 50
_MOST_COMPARED, _PAGES_AT_ONCE = 200, 3
"""How many people a desk compares while somebody waits for it; and how many pages of people afterwards."""
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
    key = FoundId(about.id) if about else None
    lists: Asked = {"decisions": identities.list_decisions(graph, first(_DECISIONS), key, True)}
    if key or (await stats.graph_size(graph)).persons <= _MOST_COMPARED:
        lists["candidates"] = identities.list_candidates(graph, asked, key)
    if not graph.is_past:  # what waits has no history
        lists |= {
            "aside": articles.list_articles(graph, first(_SET_ASIDE), "set_aside"),
            "inbox": inbox.count_inbox(graph),
        }
    answers = await together(graph, **lists)
    later = Later("Who may be one, and who may be two", ("desk", "candidates"), {})
    parts = {"aside": None, "candidates": later, **answers}
    return page(request, "desk.html", person=about, other=compared, **parts)


@router.get("/candidates", name="show_candidates")
async def show_candidates(
    request: Request, graph: Graph, writer: Writer, asked: Annotated[Page, page_by(str)]
) -> Response:
    """Who may be one or two among many people: as many are looked at as it takes to find any, to a bound."""
    found = await identities.list_candidates(graph, asked)
    for _ in range(_PAGES_AT_ONCE - 1):
        if found.items or found.next is None:
            break
        position = decode_cursor(found.next, asked.digest, (str,))
        found = await identities.list_candidates(graph, replace(asked, position=position))
    return page(request, "candidates.html", candidates=found)


@router.get("/decisions", name="show_decisions")
async def show_decisions(
    request: Request,
    graph: Graph,
    writer: Writer,
    asked: Annotated[Page, page_by(str, str)],
    entity: Annotated[Text | None, Query(**KEY)] = None,
) -> Response:
    """The whole journal of decisions, the latest first, each to be undone."""
    found = await identities.list_decisions(graph, asked, entity, True)
    return page(request, "decisions.html", found=found)


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
    writer: Writer,
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
        decided_by=_decider(writer),
    )
    decision = await identities.post_decision(door, audit, wanted)
    return RedirectResponse(address("desk", done=decision.id) + "#decisions", status_code=303)


def _decider(caller: Caller) -> str:
    """Who decides here: the name of their key, or the desk itself where none is asked for."""
    return caller.name or "desk"


@router.post("/decisions/undo", name="undo_identity")
async def undo_identity(ours: Ours, door: Door, audit: Audit, writer: Writer, decision: Key) -> Response:
    """Undo a decision."""
    await identities.delete_decision(door, audit, decision, _decider(writer))
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
