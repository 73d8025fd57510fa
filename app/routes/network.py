"""Ways and neighbourhoods, as data for drawings."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.cursors import MOST
from app.dependencies import KEY, CountryQuery, Graph, Page, by_key, page_by
from app.errors import BadParameter, DepthTooLarge, NotKnown
from app.filters import WhichSeries
from app.models.answers import CountryNetwork, Network, NetworkLink, Node, Paths, Way
from app.models.common import Reference
from app.models.persons import Broker, BrokersPage, CommonContact, CommonContactsPage
from app.naming import id_of, id_of_any, with_usual_name
from app.problems import documented
from app.questions import Questions
from app.results.routes import ResultRoute
from app.routes.stats import pairs_of_countries
from app.texts import Text
from cypher.reads.contacts import BROKERS_BETWEEN, CONTACTS_IN_COMMON, BrokerRow, CommonContactRow
from cypher.reads.countries import COUNTRY
from cypher.reads.network import LINKS_OF, NETWORK_AMONG, SHORT_PATHS, SHORTEST_PATHS
from cypher.reads.shapes import Named

router = APIRouter(tags=["network"], route_class=ResultRoute)

_DEEPEST_NETWORK = 3
_LONGEST_WAY = 6

_LINKS_PER_NODE = 5
"""A drawing may hold this many links for each node; the rest of a dense net says nothing to the eye."""


PersonEnd = Annotated[
    Text,
    Query(description="Id of a person, or a name that only one person bears.", examples=["Q2887355"], **KEY),
]
NetworkCentre = Annotated[
    Text, Query(description="Id or name of a person, country or party.", examples=["Q2887355"], **KEY)
]
CountryEnd = Annotated[
    Text, Query(description="A country by one of its codes or its name.", examples=["CUB"], **KEY)
]


@router.get("/graph", responses=documented(404, 409))
async def network_around(
    graph: Graph,
    around: NetworkCentre,
    depth: Annotated[
        int,
        Query(
            description="How many links outward.",
            ge=1,
            examples=[1],
            json_schema_extra={"maximum": _DEEPEST_NETWORK},
        ),
    ] = 1,
    nodes: Annotated[int, Query(description="How many nodes at most.", ge=2, le=500, examples=[100])] = 100,
) -> Network:
    """The nodes and links around someone or something, the strongest links first."""
    if depth > _DEEPEST_NETWORK:
        raise DepthTooLarge(_DEEPEST_NETWORK)
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
        alone = await _lone_country(graph, centre, around)
        return Network(around=centre, depth=depth, nodes=[alone], links=[], complete=True)
    return Network(
        around=centre,
        depth=depth,
        nodes=[Node.model_validate(node) for node in network.nodes],
        links=[NetworkLink.model_validate(link) for link in network.links],
        complete=complete and len(network.links) < most_links,
    )


async def _lone_country(graph: Questions, code: str, asked: str) -> Node:
    """A country that the graph knows by its people alone, without a link; raises `NotKnown` if not so."""
    row = await graph.row(COUNTRY, country=code)
    if row is None:
        raise NotKnown("entity", asked)
    return Node(id=row.id, name=with_usual_name(row).name, kind="country")


@router.get("/graph/countries")
async def network_of_countries(
    graph: Graph,
    which: WhichSeries,
    links: Annotated[
        int,
        Query(
            description="How many pairs at most, those that met most.",
            ge=1,
            le=2_000,
            examples=[200],
        ),
    ] = 200,
) -> CountryNetwork:
    """Countries as nodes, and as links their meetings of a period and their partnerships."""
    pairs = await pairs_of_countries(graph, which, limit=links + 1)
    shown = pairs[:links]
    nodes = {one.id: one.name for pair in shown for one in (pair.a, pair.b)}
    partners = await graph.row(NETWORK_AMONG, ids=sorted(nodes), limit=_LINKS_PER_NODE * max(len(nodes), 1))
    met = [
        NetworkLink(
            source=pair.a.id,
            target=pair.b.id,
            kind="met",
            weight=pair.meetings,
            label=None,
            first=pair.first,
            last=pair.last,
        )
        for pair in shown
    ]
    return CountryNetwork(
        nodes=[Node(id=key, name=nodes[key], kind="country") for key in sorted(nodes)],
        links=[*met, *(NetworkLink.model_validate(link) for link in (partners.links if partners else ()))],
        complete=len(pairs) <= links,
    )


@router.get("/common", responses=documented(404, 409))
async def contacts_in_common(
    graph: Graph,
    page: Annotated[Page, page_by(int, str)],
    a: PersonEnd,
    b: PersonEnd,
    country: CountryQuery = None,
) -> CommonContactsPage:
    """Who met both of two people in person, those first who met either often."""
    most, after_id = page.position or (MOST, "")
    a_id, b_id = await id_of(graph, "person", a), await id_of(graph, "person", b)
    if a_id == b_id:
        raise BadParameter("b", "Both are the same person.", "Name two different people.")
    row = await graph.row(
        CONTACTS_IN_COMMON,
        a=a_id,
        b=b_id,
        country=None if country is None else await id_of(graph, "country", country),
        most=most,
        after_id=after_id,
        limit=page.fetch,
    )
    if row is None or row.a_id is None:
        raise NotKnown("person", a)
    if row.b_id is None:
        raise NotKnown("person", b)
    items, after = page.cut(row.persons, _lesser_of_meetings)
    return CommonContactsPage(
        a=Reference(id=row.a_id, name=row.a_name or row.a_id),
        b=Reference(id=row.b_id, name=row.b_name or row.b_id),
        items=[CommonContact.model_validate(one) for one in items],
        next=after,
    )


def _lesser_of_meetings(one: CommonContactRow) -> tuple[int, str]:
    return min(one.with_a.meetings, one.with_b.meetings), one.id


@router.get("/brokers", responses=documented(404, 409))
async def brokers_between(
    graph: Graph, page: Annotated[Page, page_by(int, str)], a: CountryEnd, b: CountryEnd
) -> BrokersPage:
    """Who connects two countries: people of third countries who met people of both, in person."""
    most, after_id = page.position or (MOST, "")
    a_id, b_id = await id_of(graph, "country", a), await id_of(graph, "country", b)
    if a_id == b_id:
        raise BadParameter("b", "Both are the same country.", "Name two different countries.")
    row = await graph.row(BROKERS_BETWEEN, a=a_id, b=b_id, most=most, after_id=after_id, limit=page.fetch)
    if row is None or row.a_id is None:
        raise NotKnown("country", a)
    if row.b_id is None:
        raise NotKnown("country", b)
    items, after = page.cut(row.persons, _lesser_of_contacts)
    return BrokersPage(
        a=Reference.model_validate(with_usual_name(Named(row.a_id, row.a_name or row.a_id))),
        b=Reference.model_validate(with_usual_name(Named(row.b_id, row.b_name or row.b_id))),
        items=[Broker.model_validate(one) for one in items],
        next=after,
    )


def _lesser_of_contacts(one: BrokerRow) -> tuple[int, str]:
    return min(one.contacts_a, one.contacts_b), one.id


@router.get("/paths", responses=documented(404, 409))
async def shortest_paths(
    graph: Graph,
    source: Annotated[
        Text,
        by_key("from", "Id or name of the person to begin with.", "Q2887355"),
    ],
    target: Annotated[
        Text,
        by_key("to", "Id or name of the person to reach.", "Q23530"),
    ],
    depth: Annotated[
        int,
        Query(
            description="No way longer than this.",
            ge=1,
            examples=[4],
            json_schema_extra={"maximum": _LONGEST_WAY},
        ),
    ] = _LONGEST_WAY,
    limit: Annotated[int, Query(description="How many ways at most.", ge=1, le=25, examples=[3])] = 5,
    only_shortest: Annotated[
        bool,
        Query(
            description="Only those than which none is shorter. With `false` some that are little longer as "
            "well, where few are as short; to find these takes longer.",
            examples=[True],
        ),
    ] = True,
) -> Paths:
    """The shortest ways from one person to another over people who met; if asked for, longer ones as well."""
    if depth > _LONGEST_WAY:
        raise DepthTooLarge(_LONGEST_WAY)
    source_id, target_id = await id_of(graph, "person", source), await id_of(graph, "person", target)
    if source_id == target_id:
        raise BadParameter("to", "Both are the same person.", "Name two different people.")
    read = SHORTEST_PATHS if only_shortest else SHORT_PATHS
    row = await graph.row(read, source=source_id, target=target_id, depth=depth, limit=limit)
    if row is None or row.source_id is None:
        raise NotKnown("person", source)
    if row.target_id is None:
        raise NotKnown("person", target)
    return Paths(
        source=Reference(id=row.source_id, name=row.source_name or row.source_id),
        target=Reference(id=row.target_id, name=row.target_name or row.target_id),
        paths=[Way.model_validate(path) for path in row.paths],
    )
