"""Answers as nodes and edges of the graph, for the formats of `cypher.formats`.

One function for each model draws what its answers say: whom a page of meetings names, who says so, and where.
Nothing is asked of the database for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.models.answers import (
    ArticleMatchPage,
    CountryNetwork,
    HeatMap,
    MatchPage,
    Network,
    PairPage,
    Paths,
    SentenceMatchPage,
    WhyPage,
)
from app.models.articles import ArticlePage, ClaimPage
from app.models.countries import (
    CountryContactsPage,
    CountryPage,
    PartnersPage,
    PartyContactsPage,
    PartyPage,
    RepresentativesPage,
)
from app.models.meetings import MeetingDetail, MeetingPage, Met
from app.models.persons import CommonContactsPage, ContactsPage, Person, PersonPage
from cypher.formats.shape import Edge, Node

Values = Mapping[str, Any]
"""An answer, or a part of it, as plain JSON."""
End = tuple[str, str]
"""Kind and id of a node."""

_MEETING = (
    "date", "earliest", "latest", "status", "format", "topics", "groups", "confidence", "articles",
    "independent_sources",
)  # fmt: skip
_CLAIM = ("kind", "status", "sentence", "start", "end", "rule", "confidence", "said_on")
_TIE = ("meetings", "first", "last", "articles", "independent_sources")


class Drawing:
    """Nodes and edges in the order in which they are found, each once."""

    def __init__(self) -> None:
        self._properties: dict[End, dict[str, Any]] = {}
        self._edges: dict[End, dict[tuple[str, End], dict[str, Any]]] = {}

    def node(self, kind: str, key: str, /, **properties: Any) -> End:
        """Add a node, or what is new about one that is there."""
        end = (kind, key)
        known = self._properties.setdefault(end, {"id": key})
        known |= {name: value for name, value in properties.items() if value is not None}
        return end

    def count(self, name: str, end: End) -> None:
        """Add one to how many of these a node has in this answer."""
        properties = self._properties[end]
        properties[name] = properties.get(name, 0) + 1

    def edge(self, kind: str, source: End, target: End, /, **properties: Any) -> None:
        """Add an edge between two nodes that are there."""
        self._edges.setdefault(source, {})[(kind, target)] = properties

    def pair(self, kind: str, one: End, other: End, /, **properties: Any) -> None:
        """Add an edge that has no direction: from the smaller id, as in the graph."""
        self.edge(kind, *sorted((one, other), key=lambda end: end[1]), **properties)

    def __iter__(self) -> Iterator[Node]:
        """All nodes, each with the edges that begin at it."""
        for (kind, key), properties in self._properties.items():
            edges = self._edges.get((kind, key), {})
            yield Node(
                kind,
                key,
                properties,
                tuple(Edge(name, target[1], target[0], found) for (name, target), found in edges.items()),
            )


def drawer_of(model: Any) -> Callable[[Drawing, Values], None] | None:
    """What draws the answers of a model or of one that it adds to; None if they are no graph."""
    if not isinstance(model, type):
        return None
    return next((DRAWERS[one] for one in model.__mro__ if one in DRAWERS), None)


def _meetings(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        _meeting(drawing, item)


def _meeting(drawing: Drawing, item: Values) -> None:
    meeting = drawing.node("Meeting", item["id"], **_some(item, _MEETING))
    if place := item["place"]:
        end = drawing.node("Place", place["id"], name=place["name"], country=place["country"])
        drawing.count("meetings", end)
        drawing.edge("HELD_IN", meeting, end)
    for one in item["participants"]:
        end = drawing.node(one["kind"].capitalize(), one["id"], name=one["name"])
        drawing.edge("ATTENDED", end, meeting, **_some(one, ("role", "side", "title", "country")))
    for evidence in item["evidence"]:
        drawing.edge("SUPPORTS", _evidence(drawing, evidence), meeting)


def _met(drawing: Drawing, answer: Values) -> None:
    a, b = (drawing.node("Person", answer[one]["id"], name=answer[one]["name"]) for one in ("a", "b"))
    if answer["met"]:
        tie = _some(answer, ("first", "last", "articles", "independent_sources"))
        drawing.pair("MET_WITH", a, b, meetings=answer["times"], **tie)
    for kind in ("meetings", "calls", "planned", "others"):
        for item in answer[kind]:
            _meeting(drawing, item)


def _evidence(drawing: Drawing, item: Values) -> End:
    claim = drawing.node("Claim", item["claim"], **_some(item, _CLAIM))
    article = drawing.node(
        "Article",
        item["article"],
        **_some(item, ("title", "url", "publisher")),
        published_at=item["published"],
    )
    drawing.edge("STATES", article, claim)
    return claim


def _sentences(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        claim = _evidence(drawing, item)
        meeting = item.get("meeting") or (answer.get("target") if answer.get("kind") == "meeting" else None)
        if meeting:
            drawing.edge("SUPPORTS", claim, drawing.node("Meeting", meeting))


def _claims(drawing: Drawing, answer: Values) -> None:
    article = drawing.node("Article", answer["article"])
    for item in answer["items"]:
        of_claim = ("format", "date", "relation", "polarity", "title", "role", "topics", "groups")
        claim = drawing.node("Claim", item["id"], **_some(item, (*_CLAIM, *of_claim)))
        drawing.edge("STATES", article, claim)
        for one in item["names"]:
            end = drawing.node(one["kind"].capitalize(), one["id"], name=one["name"])
            drawing.edge("NAMES", claim, end, **_some(one, ("role", "mention")))
        if item["meeting"]:
            drawing.edge("SUPPORTS", claim, drawing.node("Meeting", item["meeting"]))


def _articles(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        drawing.node(
            "Article",
            item["id"],
            **_some(item, ("title", "url", "publisher", "language")),
            published_at=item["published"],
        )


def _persons(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        _person(drawing, item)


def _person(drawing: Drawing, item: Values) -> None:
    person = drawing.node("Person", item["id"], **_some(item, ("name", "aliases", "wikidata", "country")))
    for office in item["offices"]:
        country = drawing.node("Country", office["country"], name=office["country_name"])
        drawing.edge("REPRESENTS", person, country, **_some(office, ("title", "since", "until")))
    for party in item["parties"]:
        end = drawing.node("Party", party["id"], name=party["name"])
        drawing.edge("MEMBER_OF", person, end, role=party["role"])


def _contacts(drawing: Drawing, answer: Values) -> None:
    person = drawing.node("Person", answer["person"]["id"], name=answer["person"]["name"])
    for item in answer["items"]:
        other = drawing.node("Person", item["id"], **_some(item, ("name", "countries")))
        drawing.pair("MET_WITH", person, other, **_some(item, _TIE))


def _common(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        both = drawing.node("Person", item["id"], **_some(item, ("name", "countries")))
        for one in ("a", "b"):
            end = drawing.node("Person", answer[one]["id"], name=answer[one]["name"])
            drawing.pair("MET_WITH", both, end, **_some(item[f"with_{one}"], _TIE))


def _countries(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        drawing.node("Country", item["id"], name=item["name"])


def _partners(drawing: Drawing, answer: Values) -> None:
    country = drawing.node("Country", answer["country"]["id"], name=answer["country"]["name"])
    for item in answer["items"]:
        other = drawing.node("Country", item["id"], name=item["name"])
        of_tie = ("kinds", "claims", "independent_sources", "first", "last")
        drawing.pair("PARTNER_OF", country, other, **_some(item, of_tie))
        for evidence in item["evidence"]:
            _evidence(drawing, evidence)


def _representatives(drawing: Drawing, answer: Values) -> None:
    country = drawing.node("Country", answer["country"]["id"], name=answer["country"]["name"])
    for item in answer["items"]:
        person = drawing.node("Person", item["id"], name=item["name"])
        of_office = ("title", "since", "until", "terms", "claims", "first", "last")
        drawing.edge("REPRESENTS", person, country, **_some(item, of_office))


def _country_contacts(drawing: Drawing, answer: Values) -> None:
    country = drawing.node("Country", answer["country"]["id"], name=answer["country"]["name"])
    for item in answer["items"]:
        of_tie = ("meetings", "first", "last", "hosted", "visited", "elsewhere", "place_unknown")
        other = drawing.node("Country", item["id"], name=item["name"])
        drawing.edge("MET", country, other, **_some(item, of_tie))


def _parties(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        party = drawing.node("Party", item["id"], **_some(item, ("name", "aliases", "wikidata", "country")))
        if item["country"]:
            drawing.edge("OF", party, drawing.node("Country", item["country"]))


def _party_contacts(drawing: Drawing, answer: Values) -> None:
    party = drawing.node("Party", answer["party"]["id"], name=answer["party"]["name"])
    for item in answer["items"]:
        other = drawing.node("Party", item["id"], **_some(item, ("name", "country")))
        drawing.pair("MET", party, other, **_some(item, ("contacts", "meetings", "first", "last")))


def _matches(drawing: Drawing, answer: Values) -> None:
    for item in answer["items"]:
        drawing.node(
            item["kind"].capitalize(), item["id"], **_some(item, ("name", "aliases", "countries", "articles"))
        )


def _network(drawing: Drawing, answer: Values) -> None:
    ends = {
        item["id"]: drawing.node(item["kind"].capitalize(), item["id"], name=item["name"])
        for item in answer["nodes"]
    }
    for link in answer["links"]:
        source, target = ends[link["source"]], ends[link["target"]]
        drawing.edge(link["kind"].upper(), source, target, **_some(link, ("weight", "label")))


def _ways(drawing: Drawing, answer: Values) -> None:
    for one in (answer["source"], answer["target"]):
        drawing.node("Person", one["id"], name=one["name"])
    for way in answer["paths"]:
        ends = [drawing.node("Person", one["id"], name=one["name"]) for one in way["persons"]]
        for source, target, step in zip(ends, ends[1:], way["steps"], strict=False):
            drawing.pair("MET_WITH", source, target, **_some(step, _TIE))


def _pairs(kind: str, edge: str) -> Callable[[Drawing, Values], None]:
    def draw(drawing: Drawing, answer: Values) -> None:
        for item in answer["items"]:
            a, b = (drawing.node(kind, item[one]["id"], name=item[one]["name"]) for one in ("a", "b"))
            drawing.pair(edge, a, b, **_some(item, _TIE))

    return draw


def _some(item: Values, names: tuple[str, ...]) -> dict[str, Any]:
    """These of its values, in this order, as far as it has them."""
    return {name: item[name] for name in names if item.get(name) not in (None, [])}


DRAWERS: Mapping[type, Callable[[Drawing, Values], None]] = {
    MeetingPage: _meetings,
    MeetingDetail: _meeting,
    Met: _met,
    WhyPage: _sentences,
    SentenceMatchPage: _sentences,
    ClaimPage: _claims,
    ArticlePage: _articles,
    ArticleMatchPage: _articles,
    PersonPage: _persons,
    Person: _person,
    ContactsPage: _contacts,
    CommonContactsPage: _common,
    CountryPage: _countries,
    PartnersPage: _partners,
    RepresentativesPage: _representatives,
    CountryContactsPage: _country_contacts,
    PartyPage: _parties,
    PartyContactsPage: _party_contacts,
    MatchPage: _matches,
    Network: _network,
    CountryNetwork: _network,
    Paths: _ways,
    PairPage: _pairs("Person", "MET_WITH"),
    HeatMap: _pairs("Country", "MET"),
}
"""What draws the answers of each model that are a graph."""
WITH_PLACES = (MeetingPage, MeetingDetail, Met)
"""Models whose answers say where something was."""
