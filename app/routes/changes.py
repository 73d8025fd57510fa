"""What changed, for those who follow the graph."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from app.cursors import Position
from app.dependencies import Graph, Page, page_by
from app.errors import BadCursor
from app.models.answers import Change, ChangePage
from app.results.routes import ResultRoute
from app.texts import Moment
from cypher.reads.changes import CLAIMS_CHANGED_SINCE, ChangeRow

router = APIRouter(tags=["changes"], route_class=ResultRoute)

_BEGINNING = datetime(1, 1, 1, tzinfo=UTC)


@router.get("/changes")
async def list_changes(
    graph: Graph,
    page: Annotated[Page, page_by(str, str)],
    since: Annotated[
        Moment | None,
        Query(
            description="Begin with what changed at this moment (RFC 3339) or later.",
            examples=["2022-11-23T08:00:00Z"],
        ),
    ] = None,
) -> ChangePage:
    """Every claim that came into the ledger or was taken back, in the order in which that became visible.

    Go on with `next`; at the end keep `resume`, and come back with it as `cursor`. Nobody who does so misses
    a change: whatever becomes visible later has a later moment, since writers take turns. Each claim is there
    once for when it was last recorded, and once more if it no longer stands: one that was read anew leaves
    its earlier self under an id of its own.
    """
    moment, key = _after(page.position) if page.position else (_utc(since or _BEGINNING), "")
    rows = await graph.rows(CLAIMS_CHANGED_SINCE, since=moment, after=key, limit=page.fetch)
    items, following = page.cut(rows, _moment_and_key)
    last = page.cursor(_moment_and_key(items[-1])) if items else page.cursor((moment.isoformat(), key))
    return ChangePage(items=[Change.model_validate(row) for row in items], next=following, resume=last)


def _moment_and_key(row: ChangeRow) -> Position:
    return row.at.isoformat(), row.key


def _after(position: Position) -> tuple[datetime, str]:
    text, key = position
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise BadCursor from None
    return _utc(moment), str(key)


def _utc(moment: datetime) -> datetime:
    """The moment in UTC, which it is taken to be in where it does not say."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first and the last day of the calendar, in another zone
        return moment.replace(tzinfo=UTC)
