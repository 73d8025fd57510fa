"""Networks for the panels of Grafana; `app/grafana` has the dashboard that asks for them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import Graph
from app.filters import WhichSeries
from app.models.answers import NetworkLink, Node
from app.models.panels import PanelEdge, PanelNetwork, PanelNode
from app.problems import documented
from app.routes.network import NetworkCentre, network_around, network_of_countries

router = APIRouter(prefix="/panels", tags=["stats"])


@router.get("/network", responses=documented(404, 409))
async def panel_around(
    graph: Graph,
    around: NetworkCentre,
    nodes: Annotated[int, Query(description="How many nodes at most.", ge=2, le=500, examples=[60])] = 60,
) -> PanelNetwork:
    """The network around someone or something, as `/v1/graph` has it, for the node graph of Grafana."""
    found = await network_around(graph, around, 1, nodes)
    return _panel(found.nodes, found.links)


@router.get("/countries")
async def panel_of_countries(
    graph: Graph,
    which: WhichSeries,
    links: Annotated[
        int, Query(description="How many pairs at most, those that met most.", ge=1, le=2_000, examples=[60])
    ] = 60,
) -> PanelNetwork:
    """Which countries met, as `/v1/graph/countries` has it, for the node graph of Grafana."""
    found = await network_of_countries(graph, which, links)
    return _panel(found.nodes, found.links)


def _panel(nodes: Sequence[Node], links: Sequence[NetworkLink]) -> PanelNetwork:
    ties: Counter[str] = Counter()
    for link in links:
        ties.update((link.source, link.target))
    return PanelNetwork(
        nodes=[
            PanelNode(
                id=node.id,
                title=node.name,
                subtitle=node.kind,
                mainstat=ties[node.id],
                arc__person=float(node.kind == "person"),
                arc__country=float(node.kind == "country"),
                arc__party=float(node.kind == "party"),
            )
            for node in nodes
        ],
        edges=[
            PanelEdge(
                # Someone may hold two offices of a country.
                id=" ".join(filter(None, (link.source, link.kind, link.target, link.label))),
                source=link.source,
                target=link.target,
                mainstat=link.weight,
                secondarystat=link.label or link.kind.replace("_", " "),
                thickness=round(1 + min(7.0, math.log2(max(link.weight, 1))), 1),
            )
            for link in links
        ],
    )
