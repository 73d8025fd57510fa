"""Who changed what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import Page, PresentGraph, Writer, page_by
from app.models.audit import AuditEntry, AuditPage
from app.results.routes import ResultRoute
from app.texts import Text, moment_of_cursor
from cypher.audit import AUDIT_ENTRIES

router = APIRouter(prefix="/audit", tags=["audit"], route_class=ResultRoute)


@router.get("")
async def list_audit(
    graph: PresentGraph,
    writer: Writer,
    page: Annotated[Page, page_by(str, str)],
    actor: Annotated[
        Text | None,
        Query(
            description="Only changes by this one: the id of a key, local, or command.",
            examples=["local"],
            min_length=1,
            max_length=200,
        ),
    ] = None,
) -> AuditPage:
    """Who changed what through the API and the commands `keys`, `webhooks` and `retract`, the latest first.

    Needs a key with the scope `write`, where keys are needed.
    """
    at, before_id = page.position or (None, None)
    rows = await graph.rows(
        AUDIT_ENTRIES, actor=actor, before_at=moment_of_cursor(at), before_id=before_id, limit=page.fetch
    )
    items, following = page.cut(rows, lambda row: (row.at.isoformat(), row.id))
    return AuditPage(items=[AuditEntry.model_validate(row) for row in items], next=following)
