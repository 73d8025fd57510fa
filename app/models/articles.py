"""What the API takes in and says about articles."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.models.common import Answer, Confidence, Page
from app.results import SUFFIXES
from app.texts import Day, Text

State = Literal["waiting", "reading", "read", "nothing_found", "set_aside", "retracted", "superseded"]


CLAIMS = "/claims"
"""The path below an article, with which no id may end."""


def not_ending_like_a_path(value: str) -> str:
    """The id itself, if it can be told from the path of its claims."""
    if value.endswith((CLAIMS, *(f"{CLAIMS}{suffix}" for suffix in SUFFIXES))):
        raise ValueError(f"should not end with {CLAIMS}")
    return value


class ArticleIn(BaseModel):
    """An article to be read, in the format of `demarche extract`. Only `text` is required."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "text": "The Cuban President met Dmitry Medvedev in Moscow on Tuesday.",
                    "title": "Cuban leader visits Moscow",
                    "url": "https://news.example.org/2022/11/23/visit",
                    "published": "2022-11-23",
                    "language": "en",
                }
            ]
        },
    )

    text: str = Field(
        description="The text, at most as long as the body limit of the API allows.",
        min_length=1,
        examples=["The Cuban President met Dmitry Medvedev in Moscow on Tuesday."],
    )
    id: Annotated[Text, AfterValidator(not_ending_like_a_path)] | None = Field(
        default=None,
        description="Your own id for the article; without it, its address or its text gives it one.",
        min_length=1,
        max_length=200,
        examples=["example-2022-11-23-visit"],
    )
    title: Text | None = Field(
        default=None, description="The headline.", max_length=2_000, examples=["Cuban leader visits Moscow"]
    )
    url: Text | None = Field(
        default=None,
        description="The address at which it was published.",
        max_length=2_000,
        examples=["https://news.example.org/2022/11/23/visit"],
    )
    published: Day | None = Field(
        default=None,
        description="Day of publication (ISO 8601); relative dates such as 'on Tuesday' count from it.",
        examples=["2022-11-23"],
    )
    language: str | None = Field(
        default=None,
        description="Language of the text as ISO 639-1; found out where not given.",
        pattern="^[a-z]{2}$",
        examples=["en"],
    )
    publisher: Text | None = Field(
        default=None, description="Who published it.", max_length=500, examples=["Example News"]
    )


class ArticleState(Answer):
    """Where an article stands."""

    id: str = Field(description="Id of the article.", examples=["a:b5b10dd0429e69ac7cfa"])
    state: State = Field(
        description="waiting (to be read), reading, read, nothing_found (read, but states nothing), "
        "set_aside (could not be read), retracted, or superseded (a later version of its page stands).",
        examples=["waiting"],
    )
    reason: str | None = Field(
        description="Why it was set aside, or null.",
        examples=["the article is in French; Demarche reads en"],
    )


class ArticleInList(ArticleState):
    """An article without its text."""

    title: str | None = Field(description="The headline, or null.", examples=["Cuban leader visits Moscow"])
    url: str | None = Field(
        description="Its address, or null.", examples=["https://news.example.org/2022/11/23/visit"]
    )
    publisher: str | None = Field(description="Who published it, or null.", examples=["Example News"])
    published: str | None = Field(
        description="Day of publication (ISO 8601), or null.", examples=["2022-11-23"]
    )
    language: str | None = Field(description="Language as ISO 639-1, or null.", examples=["en"])
    received_at: datetime = Field(description="When it came in, in UTC.", examples=["2022-11-23T08:15:30Z"])
    claims: int = Field(description="How many claims it states.", examples=[4])


class Article(ArticleInList):
    """An article with its text, as it was given."""

    extractor: str | None = Field(
        description="Which program and model read it, with versions, or null.", examples=["demarche 0.1.0"]
    )
    text: str | None = Field(
        description="The text; the offsets of all evidence count its Unicode code points. "
        "Null if it was withdrawn before it was read.",
        examples=["The Cuban President met Dmitry Medvedev in Moscow on Tuesday."],
    )


class NamedEntity(Answer):
    """An entity that a claim names."""

    id: str = Field(description="Id of the entity.", examples=["Q2887355"])
    kind: str = Field(description="person, country, party, organization or place.", examples=["person"])
    name: str = Field(description="Name of the entity.", examples=["Miguel Díaz-Canel"])
    role: str = Field(description="Its role in the claim.", examples=["participant"])
    mention: str | None = Field(
        description="The words by which the text names it, or null.", examples=["The Cuban President"]
    )


class StatedClaim(Answer):
    """One thing that an article states. Fields that its kind does not have are null or empty."""

    id: str = Field(description="Id of the claim.", examples=["c:03d78897a45a62af6fc7"])
    kind: str = Field(description="meeting, partnership, office or membership.", examples=["meeting"])
    status: str | None = Field(description="Status of a meeting.", examples=["held"])
    format: str | None = Field(description="Format of a meeting.", examples=["in_person"])
    date: str | None = Field(description="Date of a meeting as EDTF.", examples=["2022-11-22"])
    relation: str | None = Field(description="Relation of a partnership.", examples=["strategic_partnership"])
    polarity: str | None = Field(
        description="Whether a partnership is stated, sought, denied or ended.", examples=["stated"]
    )
    title: str | None = Field(description="Title of an office.", examples=["President"])
    role: str | None = Field(description="Role in a party.", examples=["Chairman"])
    groups: list[str] = Field(
        description="Groups that took part in a meeting.", examples=[["staff of the embassy"]]
    )
    topics: list[str] = Field(description="Topics of a meeting.", examples=[["trade"]])
    sentence: str = Field(
        description="The sentence, word for word.",
        examples=["The Cuban President met Dmitry Medvedev in Moscow on Tuesday."],
    )
    start: int = Field(description="Where the sentence begins in the text.", examples=[0])
    end: int = Field(description="Where it ends, exclusive.", examples=[61])
    rule: str = Field(description="Which rule of the reading found the claim.", examples=["meet.object"])
    confidence: Confidence
    recorded_at: datetime | None = Field(
        description="When the graph learnt of it, in UTC.", examples=["2022-11-23T08:15:31Z"]
    )
    retracted_at: datetime | None = Field(
        description="When it was retracted, in UTC, or null if it holds.", examples=[None]
    )
    names: list[NamedEntity] = Field(description="Whom and what it names.")
    meeting: str | None = Field(
        description="Id of the meeting that it supports, or null.", examples=["m:5c1f0a77be"]
    )


class ArticlePage(Page[ArticleInList]):
    """A page of articles, in the order of their ids."""


class ClaimPage(Page[StatedClaim]):
    """A page of an article's claims, in the order of its text."""

    article: str = Field(description="Id of the article.", examples=["a:b5b10dd0429e69ac7cfa"])
