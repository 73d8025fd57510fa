"""Pages about articles: what one states, at which sentence, and an article tried before it is handed in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import ValidationError

from app.dependencies import ArticlePath, Audit, Door, Graph, RoomInInbox, Writer
from app.models.articles import ArticleIn, StatedClaim
from app.pages.addresses import address
from app.pages.forms import Ours
from app.pages.lists import first
from app.pages.rendering import PageRoute, page
from app.pages.trial import Trial, tried
from app.pages.words import pieces
from app.routes import articles
from app.texts import Text

router = APIRouter(route_class=PageRoute)

_CLAIMS = 500


@router.get("/articles/{article:path}", name="show_article")
async def show_article(
    request: Request,
    graph: Graph,
    article: ArticlePath,
    claim: Annotated[Text | None, Query(max_length=200)] = None,
) -> Response:
    """An article with everything it states marked in its text; `claim` is the one that somebody looks for."""
    found = await articles.get_article(graph, article)
    stated: list[StatedClaim] = []
    if found.claims:
        stated = (await articles.list_claims(graph, found.id, first(_CLAIMS))).items
    chosen = next((one for one in stated if one.id == claim), None)
    return page(
        request,
        "article.html",
        article=found,
        claims=stated,
        chosen=chosen,
        pieces=pieces(found.text or "", [(one.start, one.end, n) for n, one in enumerate(stated)]),
    )


@router.get("/read", name="show_reading")
async def show_reading(request: Request, writer: Writer) -> Response:
    """The form for an article."""
    return page(request, "read.html", given={}, trial=None, problems=[])


@router.post("/read", name="try_reading")
async def try_reading(
    request: Request,
    ours: Ours,
    door: Door,
    audit: Audit,
    room: RoomInInbox,
    text: Annotated[str, Form(max_length=500_000)] = "",
    title: Annotated[str, Form(max_length=2_000)] = "",
    published: Annotated[str, Form(max_length=10)] = "",
    url: Annotated[str, Form(max_length=2_000)] = "",
    publisher: Annotated[str, Form(max_length=500)] = "",
    save: Annotated[str, Form(max_length=3)] = "",
    as_json: Annotated[str, Form(alias="json", max_length=3)] = "",
) -> Response:
    """What an article would say, as a page or as JSON; or, if it is to be saved, the article in the inbox."""
    # A browser sends the ends of lines as CR LF, whatever was pasted.
    fields = {
        "text": text.replace("\r\n", "\n").strip(),
        "title": title.strip(),
        "published": published,
        "url": url.strip(),
        "publisher": publisher.strip(),
    }
    given: dict[str, Any] = {name: value for name, value in fields.items() if value}
    try:
        article = ArticleIn(**given)
    except ValidationError as error:
        return page(request, "read.html", status=422, given=given, trial=None, problems=_problems(error))
    if save:
        state = await articles.post_article(door, audit, room, article, Response())
        return RedirectResponse(address("articles", state.id), status_code=303)
    trial: Trial = await tried(request.app, article)
    if as_json:
        return JSONResponse(trial.facts)
    return page(request, "read.html", given=given, trial=trial, problems=[])


@router.post("/retract", name="retract_article")
async def retract_article(
    ours: Ours, graph: Graph, door: Door, audit: Audit, article: Annotated[Text, Form(max_length=200)]
) -> Response:
    """Take an article back."""
    await articles.delete_article(graph, door, audit, article)
    return RedirectResponse(address("articles", article), status_code=303)


def _problems(error: ValidationError) -> list[dict[str, Any]]:
    return [{"where": str(one["loc"][0]), "message": str(one["msg"])} for one in error.errors()]
