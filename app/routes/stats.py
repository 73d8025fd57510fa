"""Series for dashboards, and how large the graph is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from app.dependencies import CountryQuery, Graph, SinceQuery, UntilQuery
from app.errors import BadParameter
from app.models.answers import GraphSize, MeetingSeries, PeriodCount
from app.models.meetings import Status
from app.naming import id_of
from app.problems import documented
from cypher.reads.counts import GRAPH_SIZE
from cypher.reads.meetings import MEETINGS_PER_PERIOD

router = APIRouter(prefix="/stats", tags=["stats"])

# How many letters of an ISO date name the period.
_WIDTHS = {"day": 10, "month": 7, "year": 4}


@router.get("/meetings", responses=documented(404, 409))
async def count_meetings(
    graph: Graph,
    unit: Annotated[
        Literal["day", "month", "year"], Query(description="Length of a period.", examples=["month"])
    ] = "month",
    status: Annotated[
        list[Status] | None,
        Query(
            description="Which meetings count; may be given several times. Held ones if not given.",
            examples=[["held"]],
            max_length=6,
        ),
    ] = None,
    country: CountryQuery = None,
    since: SinceQuery = None,
    until: UntilQuery = None,
) -> MeetingSeries:
    """How many meetings there were in each day, month or year. Periods without any are left out."""
    if since and until and since > until:
        raise BadParameter("since", "The period ends before it begins.", "Exchange 'since' and 'until'.")
    rows = await graph.rows(
        MEETINGS_PER_PERIOD,
        since=since or date.min,
        until=until or date.max,
        width=_WIDTHS[unit],
        statuses=status or ["held"],
        country=None if country is None else await id_of(graph, "country", country),
    )
    return MeetingSeries(unit=unit, items=[PeriodCount.model_validate(row) for row in rows])


@router.get("/size")
async def graph_size(graph: Graph) -> GraphSize:
    """How many things of each kind the graph holds."""
    row = await graph.row(GRAPH_SIZE)
    return GraphSize.model_validate(row)
