"""Ways and neighbourhoods, as data for drawings."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import Graph
from app.errors import BadParameter, NotKnown
from app.models.answers import Network, NetworkLink, Node, Paths, Way
from app.models.common import Reference
from app.naming import id_of, id_of_any
from app.problems import documented
from app.texts import Text
from cypher.reads.network import LINKS_OF, NETWORK_AMONG, SHORTEST_PATHS

router = APIRouter(tags=["network"])

_KEY = {"min_length": 1, "max_length": 200}
_LINKS_PER_NODE = 5
"""A drawing may hold this many links for each node; the rest of a dense net says nothing to the eye."""


@router.get("/graph", responses=documented(404, 409))
async def network_around(
    graph: Graph,
    around: Annotated[
        Text,
        Query(description="Id or name of a person, country or party.", examples=["Q2887355"], **_KEY),
    ],
    depth: Annotated[int, Query(description="How many links outward.", ge=1, le=3, examples=[1])] = 1,
    nodes: Annotated[int, Query(description="How many nodes at most.", ge=2, le=500, examples=[100])] = 100,
) -> Network:
    """The nodes and links around someone or something, the strongest links first."""
    centre = await id_of_any(graph, around)
    drawn = {centre: None}  # in the order in which they were found
    frontier = [centre]
    complete = True
    for _ in range(depth):
        steps = await graph.rows(LINKS_OF, frontier=frontier, each=nodes)
        found = list(dict.fromkeys(step.far for step in steps if step.far not in drawn))
        complete = complete and len(drawn) + len(found) <= nodes
        frontier = found[: nodes - len(drawn)]
        drawn.update(dict.fromkeys(frontier))
        if not frontier:
            break
    most_links = _LINKS_PER_NODE * nodes
    network = await graph.row(NETWORK_AMONG, ids=list(drawn), limit=most_links)
    if network is None or not network.nodes:
        raise NotKnown("entity", around)
    return Network(
        around=centre,
        depth=depth,
        nodes=[Node.model_validate(node) for node in network.nodes],
        links=[NetworkLink.model_validate(link) for link in network.links],
        complete=complete and len(network.links) < most_links,
    )


@router.get("/paths", responses=documented(404, 409))
async def shortest_paths(
    graph: Graph,
    source: Annotated[
        Text,
        Query(
            alias="from", description="Id or name of the person to begin with.", examples=["Q2887355"], **_KEY
        ),
    ],
    target: Annotated[
        Text,
        Query(alias="to", description="Id or name of the person to reach.", examples=["Q23530"], **_KEY),
    ],
    depth: Annotated[int, Query(description="No way longer than this.", ge=1, le=6, examples=[4])] = 6,
    limit: Annotated[int, Query(description="How many ways at most.", ge=1, le=25, examples=[3])] = 5,
) -> Paths:
    """The shortest ways from one person to another over people who met."""
    source_id, target_id = await id_of(graph, "person", source), await id_of(graph, "person", target)
    if source_id == target_id:
        raise BadParameter("to", "Both are the same person.", "Name two different people.")
    row = await graph.row(SHORTEST_PATHS, source=source_id, target=target_id, depth=depth, limit=limit)
    if row is None or row.source_id is None:
        raise NotKnown("person", source)
    if row.target_id is None:
        raise NotKnown("person", target)
    return Paths(
        source=Reference(id=row.source_id, name=row.source_name or row.source_id),
        target=Reference(id=row.target_id, name=row.target_name or row.target_id),
        paths=[Way.model_validate(path) for path in row.paths],
    )
