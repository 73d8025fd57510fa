"""What the API says about meetings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.models.common import (
    Answer,
    Confidence,
    Evidence,
    FirstDay,
    LastDay,
    Page,
    Place,
    Reference,
)

Status = Literal["planned", "held", "postponed", "cancelled", "refused", "possible"]
Format = Literal["in_person", "video", "phone", "unknown"]


class Participant(Answer):
    """Who sat in a meeting. Those of one side came together and did not meet each other there."""

    id: str = Field(
        description="Id of the person, or of the country or organization where no person is named.",
        examples=["Q23530"],
    )
    kind: str = Field(description="person, country or organization.", examples=["person"])
    name: str = Field(description="Name.", examples=["Dmitry Medvedev"])
    role: str | None = Field(description="participant, host or mediator.", examples=["host"])
    side: int | None = Field(description="Number of the side, from 0.", examples=[1])
    title: str | None = Field(
        description="Title under which the reports name them, or null.",
        examples=["Deputy Chairman of the Security Council"],
    )
    country: str | None = Field(
        description="Country for which they sat there, as ISO 3166-1 alpha-3, or null.", examples=["RUS"]
    )


class Meeting(Answer):
    """A meeting, a call, or a plan to meet, with the clearest sentences that state it."""

    id: str = Field(description="Id of the meeting.", examples=["m:5c1f0a77be"])
    date: str | None = Field(
        description="When, as EDTF (ISO 8601-2): a day, a month, an interval; or null if nobody says.",
        examples=["2022-11-20/2022-11-22"],
    )
    earliest: str | None = Field(description="No earlier than this day, or null.", examples=["2022-11-20"])
    latest: str | None = Field(description="No later than this day, or null.", examples=["2022-11-22"])
    status: str = Field(
        description="planned, held, postponed, cancelled, refused or possible.", examples=["held"]
    )
    format: str = Field(description="in_person, video, phone or unknown.", examples=["in_person"])
    place: Place | None = Field(description="Where, or null if nobody says.")
    groups: list[str] = Field(
        description="Groups that took part without being named one by one.",
        examples=[["workers and staff of the embassy"]],
    )
    topics: list[str] = Field(description="What it was about.", examples=[["trade", "energy"]])
    confidence: Confidence
    articles: int = Field(
        description="How many articles tell of it, those that only announced it among them.", examples=[3]
    )
    independent_sources: int = Field(
        description="How many independent stories tell of it, those that only announced it among them; "
        "agency copies of one story count once.",
        examples=[2],
    )
    participants: list[Participant] = Field(description="Who sat in it, side by side.")
    evidence: list[Evidence] = Field(description="Sentences that state it.")


class Side(Answer):
    """Those who came together."""

    side: int | None = Field(description="Number of the side, from 0.", examples=[0])
    participants: list[Participant] = Field(description="Who sat on it.")


class Report(Answer):
    """What was said about a meeting on one day: the dated steps of its history."""

    said_on: str | None = Field(description="Day on which it was said, or null.", examples=["2022-11-18"])
    status: str | None = Field(description="Status that was stated then.", examples=["planned"])
    claim: str = Field(description="Id of the claim.", examples=["c:03d78897a45a62af6fc7"])
    article: str = Field(description="Id of the article.", examples=["a:b5b10dd0429e69ac7cfa"])


class MeetingDetail(Meeting):
    """One meeting with its sides, every claim about it, and how it came about."""

    sides: list[Side] = Field(description="The participants by side.")
    history: list[Report] = Field(description="What was said about it, in the order in which it was said.")
    contradicting_sources: int = Field(
        description="How many independent stories contradict its status; they lower the confidence.",
        examples=[0],
    )


class MeetingPage(Page[Meeting]):
    """A page of meetings, the latest first."""


class TimelinePage(MeetingPage):
    """A page of somebody's meetings, calls and plans, the latest first."""

    person: Reference = Field(description="Whose timeline this is.")


class CountryMeetingPage(MeetingPage):
    """A page of the meetings in which a country took part, the latest first."""

    country: Reference = Field(description="Whose meetings these are.")


class Met(Answer):
    """Whether two people met, and everything that brought or was to bring them together."""

    a: Reference = Field(description="The one.")
    b: Reference = Field(description="The other.")
    met: bool = Field(description="Whether they met in person, as far as the graph knows.", examples=[True])
    times: int = Field(description="How often they met in person.", examples=[3])
    first: FirstDay
    last: LastDay
    articles: int = Field(description="How many articles say that they met.", examples=[3])
    independent_sources: int = Field(
        description="How many independent stories say that they met.", examples=[2]
    )
    meetings: list[Meeting] = Field(description="Held meetings in person, the latest first.")
    calls: list[Meeting] = Field(description="Held calls by phone or video, the latest first.")
    planned: list[Meeting] = Field(description="Planned meetings and calls, the latest first.")
    others: list[Meeting] = Field(description="What was postponed, cancelled, refused or only possible.")
    more: bool = Field(
        description="True if there is more than this answer holds; /v1/meetings pages through all of it.",
        examples=[False],
    )
