"""Whether the API runs, and whether it can answer; figures for those who watch it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.dependencies import Door, PresentGraph
from app.errors import AppError
from app.metrics import CONTENT_TYPE, Metrics
from app.models.answers import Health
from app.problems import documented
from cypher.errors import DemarcheDatabaseError
from cypher.reads.counts import GRAPH_SIZE, INBOX_STATE, RECORDED_LATELY

router = APIRouter(tags=["health"])

LATELY = timedelta(minutes=1)
"""How far the figures of what was recorded look back."""


async def _metrics(request: Request) -> Metrics:
    metrics: Metrics = request.app.state.metrics
    return metrics


@router.get("/healthz")
async def is_alive() -> Health:
    """Whether the API runs. It says nothing about the database."""
    return Health(status="ok")


@router.get("/readyz", responses=documented(503))
async def is_ready(door: Door) -> Health:
    """Whether the API can answer: the database is there, and its schema stands."""
    await door.check_ready()
    return Health(status="ok")


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {
            "description": "Figures in the text format of Prometheus.",
            "content": {"text/plain": {"example": 'demarche_graph_size{kind="persons"} 830.0'}},
        }
    },
)
async def read_metrics(graph: PresentGraph, metrics: Annotated[Metrics, Depends(_metrics)]) -> Response:
    """Requests, queries, what waits, what was recorded lately, and the size of the graph, for Prometheus."""
    try:
        size, inbox = await graph.row(GRAPH_SIZE), await graph.row(INBOX_STATE)
        recorded = await graph.row(RECORDED_LATELY, since=datetime.now(UTC) - LATELY)
    except (AppError, DemarcheDatabaseError):
        # The figures of the API itself are most wanted while the database is away.
        size = inbox = recorded = None
    metrics.set_database_up(size is not None)
    if size is not None:
        metrics.set_graph_size(size)
    if inbox is not None:
        metrics.set_inbox(inbox)
    if recorded is not None:
        metrics.set_recorded(recorded)
    return Response(metrics.exposition(), media_type=CONTENT_TYPE)
