"""What the API takes in and says about the articles that wait, and those that were set aside."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.models.common import Answer
from app.texts import Text

MOST_AT_ONCE = 500
"""Articles in one request: what bounds its transaction."""

ArticleKey = Annotated[Text, StringConstraints(min_length=1, max_length=200)]


class InboxCounts(Answer):
    """How much waits to be read."""

    waiting: int = Field(description="Articles that wait.", examples=[12])
    reading: int = Field(description="Articles that a worker reads.", examples=[32])
    set_aside: int = Field(description="Articles that could not be read.", examples=[2])
    oldest_waiting: datetime | None = Field(
        description="When the oldest that waits came in, in UTC, or null.", examples=["2022-11-23T08:15:30Z"]
    )


class ArticlesIn(BaseModel):
    """Articles of the inbox about which something is decided."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={"examples": [{"articles": ["a:b5b10dd0429e69ac7cfa"]}]},
    )

    articles: list[ArticleKey] = Field(
        description="Their ids.",
        min_length=1,
        max_length=MOST_AT_ONCE,
        examples=[["a:b5b10dd0429e69ac7cfa"]],
    )


class ArticlesDone(Answer):
    """Which articles it was done to; those that were not there to do it to are left out."""

    articles: list[str] = Field(description="Their ids, in order.", examples=[["a:b5b10dd0429e69ac7cfa"]])
