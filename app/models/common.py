"""Models that several subjects share."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")

Iso3 = Annotated[str, Field(description="Country as ISO 3166-1 alpha-3.", examples=["CUB"])]
Confidence = Annotated[
    float, Field(description="How sure the reading is, from 0 to 1.", ge=0, le=1, examples=[0.93])
]
Sources = Annotated[
    int,
    Field(
        description="How many independent stories say so; agency copies of one story count once.",
        examples=[2],
    ),
]
Articles = Annotated[int, Field(description="How many articles say so.", examples=[3])]
FirstDay = Annotated[
    str | None, Field(description="First known day (ISO 8601), or null.", examples=["2022-11-22"])
]
LastDay = Annotated[
    str | None, Field(description="Last known day (ISO 8601), or null.", examples=["2024-05-09"])
]
Aliases = Annotated[
    list[str],
    Field(description="Other names and spellings, in any script.", examples=[["Miguel Diaz-Canel"]]),
]
Wikidata = Annotated[str | None, Field(description="Wikidata id, or null.", examples=["Q2887355"])]


class Answer(BaseModel):
    """Base of all answers: made from the rows of `cypher` by equal names, never changed afterwards."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Page(Answer, Generic[Item]):
    """A page of items. Give `next` back as `cursor` for the following page; null ends the list."""

    items: list[Item] = Field(description="The items of this page.")
    next: str | None = Field(
        description="Cursor of the next page, to be taken as it is; null on the last page.",
        examples=["WyI0ZTFmMjAiLCJRMjg4NzM1NSJd"],
    )


class Reference(Answer):
    """Something of the graph by its id and name."""

    id: str = Field(
        description="Id that never changes; a Wikidata id where there is one.", examples=["Q2887355"]
    )
    name: str = Field(description="The name that people know it by.", examples=["Miguel Díaz-Canel"])


class Place(Answer):
    """Where something happened."""

    id: str = Field(description="Id of the place.", examples=["Q649"])
    name: str = Field(description="Name of the place.", examples=["Moscow"])
    country: str | None = Field(
        description="Country in which it lies, as ISO 3166-1 alpha-3, or null.", examples=["RUS"]
    )


class Evidence(Answer):
    """A sentence that states something, and the article in which it stands.

    Offsets count Unicode code points of the article's text as it was given: `text[start:end] == sentence`.
    """

    claim: str = Field(description="Id of the claim.", examples=["c:03d78897a45a62af6fc7"])
    kind: str = Field(
        description="What kind of claim: meeting, partnership, office or membership.", examples=["meeting"]
    )
    status: str | None = Field(
        description="Status of the meeting, or polarity of the partnership, that it states; or null.",
        examples=["held"],
    )
    sentence: str = Field(
        description="The sentence, word for word.",
        examples=["The Cuban President met Dmitry Medvedev in Moscow on Tuesday."],
    )
    start: int = Field(description="Where the sentence begins in the text of the article.", examples=[118])
    end: int = Field(description="Where it ends, exclusive.", examples=[180])
    rule: str = Field(description="Which rule of the reading found the claim.", examples=["meet.object"])
    confidence: Confidence
    said_on: str | None = Field(
        description="Day on which it was said (ISO 8601), or null.", examples=["2022-11-23"]
    )
    article: str = Field(description="Id of the article.", examples=["a:b5b10dd0429e69ac7cfa"])
    title: str | None = Field(
        description="Title of the article, or null.", examples=["Cuban leader ends visit to Moscow"]
    )
    url: str | None = Field(
        description="Address of the article, or null.", examples=["https://news.example.org/2022/11/23/visit"]
    )
    publisher: str | None = Field(description="Who published it, or null.", examples=["Example News"])
    published: str | None = Field(
        description="Day of publication (ISO 8601), or null.", examples=["2022-11-23"]
    )
