"""Pages about people: who they are, whom they met, what is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.dependencies import CountryQuery, Graph, Page, PartyQuery, PersonPath, page_by
from app.filters import Circumstances, MeetingFilter, WhichCircumstances, WhichMeetings, WithPersonQuery
from app.models.meetings import Meeting
from app.naming import FoundId, id_of
from app.pages.drawing import Drawing, drawing_of
from app.pages.later import MOST_OF_PERSON, Later
from app.pages.lists import Asked, first, together
from app.pages.rendering import PageRoute, page
from app.pages.series import chart_of, later_chart
from app.questions import Questions
from app.routes import network, parties, persons

router = APIRouter(prefix="/persons", route_class=PageRoute)

_CONTACTS, _PLANS, _TIMELINE, _NODES = 12, 10, 10, 40


@router.get("", name="show_persons")
async def show_persons(
    request: Request,
    graph: Graph,
    asked: Annotated[Page, page_by(str, str)],
    country: CountryQuery = None,
    party: PartyQuery = None,
    name: persons.NameQuery = None,
) -> Response:
    """People by name, those of a country or of a party."""
    country_id = None if country is None else await id_of(graph, "country", country)
    of_party = None if party is None else await parties.get_party(graph, party)
    found = await persons.list_persons(
        graph, asked, country_id, None if of_party is None else of_party.id, name
    )
    return page(request, "persons.html", found=found, party=of_party, country=country_id)


@router.get("/{person}", name="show_person")
async def show_person(request: Request, graph: Graph, person: PersonPath) -> Response:
    """One person with all that is known, a line or a picture of each."""
    found = await persons.get_person(graph, person)
    key = FoundId(found.id)
    plans = MeetingFilter(Circumstances(statuses=["planned"]))
    lists: Asked = {
        "contacts": persons.list_contacts(graph, key, first(_CONTACTS), Circumstances()),
        "planned": persons.get_timeline(graph, key, first(_PLANS), plans),
        "timeline": persons.get_timeline(graph, key, first(_TIMELINE), MeetingFilter()),
    }
    if found.meetings <= MOST_OF_PERSON:
        lists |= {
            "chart": chart_of(request, graph, f"Meetings of {found.name} over time", person=key),
            "around": _around(graph, key),
        }
    answers = await together(graph, **lists)
    later = {
        "chart": later_chart(person=key),
        "around": Later("Network", ("persons", key, "network"), {}),
    }
    return page(
        request,
        "person.html",
        person=found,
        plans=nearest_first(answers["planned"].items, date.today()),
        **{**later, **answers},
    )


@dataclass(frozen=True, slots=True)
class Around:
    """Who stands around a person: the drawing, if there is anybody, and whether all of them are in it."""

    drawing: Drawing | None
    complete: bool


async def _around(graph: Questions, person: str) -> Around:
    """The nearest around a person."""
    found = await network.network_around(graph, person, 1, _NODES)
    return Around(
        drawing_of(found.nodes, found.links, [found.around]) if found.links else None, found.complete
    )


def nearest_first(plans: Sequence[Meeting], today: date) -> list[Meeting]:
    """Plans for today or later, the nearest first; then those whose day is past or unknown, the latest first.

    Nobody has said of the latter what became of them.
    """
    coming = [plan for plan in plans if plan.latest and plan.latest >= today.isoformat()]
    return [*reversed(coming), *(plan for plan in plans if plan not in coming)]


@router.get("/{person}/network", name="show_around_person")
async def show_around_person(request: Request, graph: Graph, person: PersonPath) -> Response:
    """Who stands nearest around a person, as their page draws it."""
    found = await persons.get_person(graph, person)
    around = await _around(graph, FoundId(found.id))
    return page(request, "around_person.html", person=found, around=around)


@router.get("/{person}/contacts", name="show_contacts")
async def show_contacts(
    request: Request,
    graph: Graph,
    person: PersonPath,
    asked: Annotated[Page, page_by(date, str)],
    which: WhichCircumstances,
    country: CountryQuery = None,
    party: PartyQuery = None,
    new_since: persons.NewSinceQuery = None,
    quiet_since: persons.QuietSinceQuery = None,
) -> Response:
    """Whom a person met, with filters."""
    found = await persons.list_contacts(
        graph, person, asked, which, country, party, new_since, None, quiet_since
    )
    return page(request, "contacts.html", found=found, person=found.person)


@router.get("/{person}/timeline", name="show_timeline")
async def show_timeline(
    request: Request,
    graph: Graph,
    person: PersonPath,
    asked: Annotated[Page, page_by(date, str)],
    which: WhichMeetings,
    other: WithPersonQuery = None,
    country: CountryQuery = None,
) -> Response:
    """All meetings, calls and plans of a person, with filters."""
    found = await persons.get_timeline(graph, person, asked, which, other, country)
    return page(request, "timeline.html", found=found, person=found.person)
