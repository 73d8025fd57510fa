"""The network: whom meetings of a period join, or who stands around somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.dependencies import Graph
from app.filters import AnyMeetings, MeetingFilter
from app.models.answers import Network, NetworkLink, Node
from app.models.meetings import Meeting
from app.naming import id_of_any
from app.pages.drawing import drawing_of
from app.pages.lists import first, together
from app.pages.rendering import PageRoute, page
from app.pages.words import sides
from app.questions import Questions
from app.routes import meetings, network
from app.routes.persons import IN_PERSON
from app.texts import Text
from cypher.derivation.confidence import MET_WITH_FLOOR

router = APIRouter(prefix="/network", route_class=PageRoute)

_MEETINGS = 300
"""Over how many meetings, the latest that match, a network is drawn."""
_NODES = 120
_MOST_CENTRES = 6


@router.get("", name="show_network")
async def show_network(
    request: Request,
    graph: Graph,
    which: AnyMeetings,
    around: Annotated[list[Text] | None, Query(max_length=_MOST_CENTRES, description="Middles.")] = None,
    depth: Annotated[int, Query(ge=1, le=2)] = 1,
) -> Response:
    """A network, around somebody or of the meetings that match."""
    days: Mapping[tuple[str, str], Sequence[str]] = {}
    if around:
        centres = list(dict.fromkeys([await id_of_any(graph, one) for one in around]))
        found = await network_around(graph, centres, depth)
    else:
        centres = list(which.persons)
        found, days = await network_of_meetings(graph, which)
    return page(
        request,
        "network.html",
        network=found,
        drawing=drawing_of(found.nodes, found.links, centres, days) if found.links else None,
        centres=centres,
        around_kind=next((node.kind for node in found.nodes if node.id == found.around), None),
        most=_MEETINGS,
        strongest=strongest(found, 40),
    )


async def network_around(graph: Questions, centres: list[str], depth: int = 1) -> Network:
    """The neighbourhoods of some, drawn together."""
    each = max(10, _NODES // len(centres))
    answers = await together(
        graph, **{one: network.network_around(graph, one, depth, each) for one in centres}
    )
    found = list(answers.values())
    return Network(
        around=found[0].around,
        depth=depth,
        nodes=list({node.id: node for one in found for node in one.nodes}.values()),
        links=list({(k.source, k.target, k.kind): k for one in found for k in one.links}.values()),
        complete=all(one.complete for one in found),
    )


async def network_of_meetings(
    graph: Questions, which: MeetingFilter
) -> tuple[Network, dict[tuple[str, str], list[str]]]:
    """Whom the latest meetings that match join: people of different sides, as often as they met in them.

    And on which days each two met, as far as they are known (ISO 8601). Held meetings in person, if the
    filter does not say otherwise; what is hardly believed joins nobody.
    """
    circumstances = which.circumstances
    if circumstances.statuses is None and circumstances.formats is None:
        which = which.with_status("held")
    found = await meetings.list_meetings(graph, first(_MEETINGS), which)
    counted = [
        one
        for one in found.items
        if one.confidence >= MET_WITH_FLOOR and (circumstances.formats or one.format in IN_PERSON)
    ]
    ties: Counter[tuple[str, str]] = Counter()
    days: dict[tuple[str, str], list[str]] = {}
    names: dict[str, str] = {}
    for one in counted:
        names |= {seat.id: seat.name for seat in one.participants if seat.kind == "person"}
        pairs = set(_pairs(one))
        ties.update(pairs)
        if day := one.earliest or one.latest:
            for pair in pairs:
                days.setdefault(pair, []).append(day)
    kept = _best_connected(ties)
    drawn = Network(
        around=which.persons[0] if which.persons else "",
        depth=1,
        nodes=[Node(id=key, name=names[key], kind="person") for key in sorted(kept)],
        links=[
            NetworkLink(source=one, target=other, kind="met_with", weight=times, label=None)
            for (one, other), times in sorted(ties.items())
            if one in kept and other in kept
        ],
        complete=found.next is None and len(kept) == len({key for pair in ties for key in pair}),
    )
    return drawn, days


def _pairs(meeting: Meeting) -> list[tuple[str, str]]:
    """The people whom a meeting joins: those of different sides."""
    persons = [[seat.id for seat in side if seat.kind == "person"] for side in sides(meeting.participants)]
    return [
        (min(one, other), max(one, other))
        for these, those in combinations(persons, 2)
        for one in these
        for other in those
        if one != other
    ]


def _best_connected(ties: Counter[tuple[str, str]]) -> set[str]:
    """As many people as a drawing may hold, those who met most."""
    meetings_of: Counter[str] = Counter()
    for (one, other), times in ties.items():
        meetings_of.update({one: times, other: times})
    best = sorted(meetings_of, key=lambda key: (-meetings_of[key], key))
    return set(best[:_NODES])


def strongest(found: Network, most: int) -> list[NetworkLink]:
    """The strongest links, for a table beside the drawing."""
    return sorted(found.links, key=lambda link: (-link.weight, link.source, link.target))[:most]
