"""What the API says to questions across subjects: search, reasons, ways, networks, counts, health."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.models.common import Aliases, Answer, Evidence, FirstDay, LastDay, Page, Reference, Sources

EdgeKind = Literal["met_with", "partner_of", "represents", "member_of", "attended"]


class Match(Reference):
    """Someone or something whose name matches."""

    kind: str = Field(description="person, country, party, organization or place.", examples=["person"])
    aliases: Aliases
    countries: list[str] = Field(
        description="Countries that it represents, belongs to or lies in, as ISO 3166-1 alpha-3.",
        examples=[["CUB"]],
    )
    articles: int = Field(description="How many articles mention it.", examples=[120])
    score: float = Field(
        description="Orders the matches of this search: how well the name fits, and how much is known.",
        examples=[9.2],
    )


class MatchPage(Page[Match]):
    """The best matches. A search has one page, so that `next` is always null: ask for more with `limit`."""


class WhyPage(Page[Evidence]):
    """A page of the live claims under an edge or a meeting, in the order of their ids."""

    kind: str = Field(description="The kind of edge, or 'meeting'.", examples=["met_with"])
    source: str | None = Field(
        description="Where the edge begins; null for a meeting.", examples=["Q2887355"]
    )
    target: str = Field(description="Where it ends, or the meeting.", examples=["Q23530"])


class Step(Answer):
    """One edge on the way: what is known of the meetings of two people."""

    meetings: int = Field(description="How often they met.", examples=[3])
    first: FirstDay
    last: LastDay
    independent_sources: Sources


class Way(Answer):
    """A way over people who met; `steps[n]` joins `persons[n]` and `persons[n + 1]`."""

    length: int = Field(description="How many steps.", examples=[2])
    persons: list[Reference] = Field(description="The people on the way, both ends included.")
    steps: list[Step] = Field(description="What joins each to the next.")


class Paths(Answer):
    """The shortest ways from one person to another."""

    source: Reference = Field(description="Where the ways begin.")
    target: Reference = Field(description="Where they end.")
    paths: list[Way] = Field(
        description="The shortest ways, the shortest first; empty if there is none within the depth."
    )


class Node(Reference):
    """An entity as a node."""

    kind: str = Field(description="person, country or party.", examples=["person"])


class NetworkLink(Answer):
    """An edge as a link between two nodes."""

    source: str = Field(description="Id of the node where it begins.", examples=["Q23530"])
    target: str = Field(description="Id of the node where it ends.", examples=["Q2887355"])
    kind: str = Field(description="met_with, partner_of, represents, member_of or of.", examples=["met_with"])
    weight: int = Field(description="Meetings of two people, claims of a partnership, else 1.", examples=[3])
    label: str | None = Field(description="Title or role, or null.", examples=["President"])


class Network(Answer):
    """Nodes and links around someone or something."""

    around: str = Field(description="Id of the middle.", examples=["Q2887355"])
    depth: int = Field(description="How many links outward.", examples=[1])
    nodes: list[Node] = Field(description="The entities.")
    links: list[NetworkLink] = Field(description="Every link between two of them.")
    complete: bool = Field(
        description="False if there is more around than this answer may hold; the strongest links are in it.",
        examples=[True],
    )


class PeriodCount(Answer):
    """How many meetings one day, month or year had."""

    period: str = Field(description="The day, month or year (ISO 8601).", examples=["2022-11"])
    meetings: int = Field(description="How many meetings.", examples=[7])
    independent_sources: int = Field(description="Independent stories, summed over them.", examples=[12])


class MeetingSeries(Answer):
    """Meetings over time. A period without a meeting is left out."""

    unit: Literal["day", "month", "year"] = Field(description="Length of a period.", examples=["month"])
    items: list[PeriodCount] = Field(description="The periods in order.")


class GraphSize(Answer):
    """How many things of each kind the graph holds."""

    articles: int = Field(description="Articles of the ledger.", examples=[1200])
    claims: int = Field(description="Claims of the ledger.", examples=[4100])
    persons: int = Field(description="People.", examples=[830])
    countries: int = Field(description="Countries.", examples=[120])
    parties: int = Field(description="Political parties.", examples=[45])
    organizations: int = Field(description="Organizations.", examples=[60])
    places: int = Field(description="Places.", examples=[210])
    meetings: int = Field(description="Meetings, calls and plans.", examples=[1900])
    contacts: int = Field(description="Pairs of people who met.", examples=[2100])
    partnerships: int = Field(description="Pairs of countries that are partners.", examples=[75])


class Health(Answer):
    """Whether the API runs, or can answer."""

    status: Literal["ok"] = Field(
        description="Always ok; otherwise the answer is a problem.", examples=["ok"]
    )
