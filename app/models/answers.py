"""What the API says to questions across subjects: search, reasons, ways, networks, counts, health."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field

from app.models.common import (
    Aliases,
    Answer,
    Confidence,
    Evidence,
    FirstDay,
    LastDay,
    Page,
    Reference,
    Sources,
)

Unit = Literal["day", "week", "month", "year"]
Group = Literal["country", "pair", "topic", "party", "status", "format"]
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
    """A page of matches, the best first; at most 500 matches of a search can be paged through."""


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
    first: FirstDay = None
    last: LastDay = None


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


class CountryNetwork(Answer):
    """Countries, their meetings of a period, and their partnerships."""

    nodes: list[Node] = Field(description="The countries that met.")
    links: list[NetworkLink] = Field(
        description="Their meetings (`met`, weighted by how many), and the edges `partner_of` among them."
    )
    complete: bool = Field(
        description="False if more pairs met than this answer may hold; those that met most are in it.",
        examples=[True],
    )


class PeriodCount(Answer):
    """How many meetings one day, week, month or year had."""

    period: str = Field(
        description="The day, week, month or year (ISO 8601), such as 2022-11-22, 2022-W47, 2022-11 or 2022.",
        examples=["2022-11"],
    )
    meetings: int = Field(description="How many meetings.", examples=[7])
    independent_sources: int = Field(description="Independent stories, summed over them.", examples=[12])


class MeetingSeries(Answer):
    """Meetings over time. A period without a meeting is left out."""

    unit: Unit = Field(description="Length of a period.", examples=["month"])
    items: list[PeriodCount] = Field(description="The periods in order.")


class GroupCount(Answer):
    """How many meetings of one group a period had."""

    period: str = Field(
        description="The day, week, month or year (ISO 8601), such as 2022-11-22, 2022-W47, 2022-11 or 2022.",
        examples=["2022-11"],
    )
    group: str = Field(
        description="The group: a country, a pair of countries (CUB|RUS), a topic, the id of a party, "
        "a status or a format.",
        examples=["CUB"],
    )
    meetings: int = Field(description="How many meetings.", examples=[7])


class GroupSeries(Answer):
    """Meetings over time by group. A period without a meeting of a group is left out."""

    unit: Unit = Field(description="Length of a period.", examples=["month"])
    by: Group = Field(description="What the meetings are grouped by.", examples=["country"])
    items: list[GroupCount] = Field(description="The periods in order, and in each the groups in order.")


class Pair(Answer):
    """Two people or two countries that met."""

    a: Reference = Field(description="The one.")
    b: Reference = Field(description="The other.")
    meetings: int = Field(description="How often they met.", examples=[12])
    first: FirstDay
    last: LastDay
    independent_sources: int = Field(
        description="Independent stories that say so; of countries, summed over the meetings.", examples=[20]
    )


class PairPage(Page[Pair]):
    """A page of pairs, those that met most often first."""


class HeatMap(Answer):
    """How often countries met, country by country."""

    countries: list[Reference] = Field(description="The countries that met any other, in the order of codes.")
    items: list[Pair] = Field(description="The cells, one a pair, those that met most often first.")
    complete: bool = Field(description="False if there are more cells than asked for.", examples=[True])


class Source(Answer):
    """A publisher: what it published in a period, what that gave, and how fresh it is."""

    publisher: str | None = Field(
        description="Name of the publisher; null for articles that name none.", examples=["Example News"]
    )
    articles: int = Field(description="How many articles.", examples=[310])
    with_claims: int = Field(description="How many of them state anything.", examples=[41])
    claims: int = Field(description="How many claims they state.", examples=[96])
    meetings: int = Field(description="How many different meetings they tell of.", examples=[52])
    languages: list[str] = Field(description="Their languages as ISO 639-1.", examples=[["en"]])
    first_published: str = Field(description="Day of the first of them (ISO 8601).", examples=["2022-01-03"])
    last_published: str = Field(description="Day of the last of them (ISO 8601).", examples=["2022-12-30"])
    last_received: datetime = Field(
        description="When the last of them came in, in UTC.", examples=["2022-12-30T18:04:11Z"]
    )


class SourceList(Answer):
    """The publishers of a period, those with most articles first."""

    items: list[Source] = Field(description="The publishers.")
    complete: bool = Field(description="False if there are more publishers than asked for.", examples=[True])


class ArticleMatch(Answer):
    """An article whose title matches."""

    id: str = Field(description="Id of the article.", examples=["a:b5b10dd0429e69ac7cfa"])
    title: str | None = Field(description="The headline.", examples=["Cuban leader visits Moscow"])
    url: str | None = Field(
        description="Its address, or null.", examples=["https://news.example.org/2022/11/23/visit"]
    )
    publisher: str | None = Field(description="Who published it, or null.", examples=["Example News"])
    published: str | None = Field(
        description="Day of publication (ISO 8601), or null.", examples=["2022-11-23"]
    )
    language: str | None = Field(description="Language as ISO 639-1, or null.", examples=["en"])
    claims: int = Field(description="How many claims it states.", examples=[4])


class ArticleMatchPage(Page[ArticleMatch]):
    """A page of articles, the best matches first."""


class SentenceMatch(Evidence):
    """A sentence that matches and states something."""

    meeting: str | None = Field(
        description="Id of the meeting that it is about, or null.", examples=["m:5c1f0a77be"]
    )


class SentenceMatchPage(Page[SentenceMatch]):
    """A page of sentences, the best matches first."""


class Change(Answer):
    """A claim that came into the ledger or was taken back."""

    change: Literal["recorded", "retracted"] = Field(description="What happened.", examples=["recorded"])
    at: datetime = Field(description="When, in UTC.", examples=["2022-11-23T08:15:31Z"])
    claim: str = Field(description="Id of the claim.", examples=["c:03d78897a45a62af6fc7"])
    kind: str = Field(description="meeting, partnership, office or membership.", examples=["meeting"])
    status: str | None = Field(
        description="Status of the meeting, or polarity of the partnership, that it states; or null.",
        examples=["held"],
    )
    sentence: str = Field(
        description="The sentence, word for word.",
        examples=["The Cuban President met Dmitry Medvedev in Moscow on Tuesday."],
    )
    confidence: Confidence
    article: str = Field(description="Id of the article.", examples=["a:b5b10dd0429e69ac7cfa"])
    meeting: str | None = Field(
        description="Id of the meeting that it is about now, or null.", examples=["m:5c1f0a77be"]
    )
    names: list[Reference] = Field(description="Whom and what it names; empty once it is retracted.")


class ChangePage(Page[Change]):
    """A page of changes, in the order in which they became visible."""

    resume: str = Field(
        description="Cursor behind the last change of this page, also on the last page: come back with it.",
        examples=["WyI0ZTFmMjAiLCIyMDIyLTExLTIzVDA4OjE1OjMxWiJd"],
    )


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
