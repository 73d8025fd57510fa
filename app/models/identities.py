"""What the API takes in and says about identities."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.models.common import Answer, Page
from app.texts import Text

Kind = Literal["merge", "split", "keep_apart"]
Key = Annotated[Text, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class DecisionIn(BaseModel):
    """A decision about identities that is to be made."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "kind": "merge",
                    "entity": "Q19300851",
                    "other": "person:NOR:e-barth-eide",
                    "reason": "The same minister, with an initial.",
                }
            ]
        },
    )

    kind: Kind = Field(
        description="`merge`: the other is the entity. `split`: what these articles say of the entity is "
        "about the other. `keep_apart`: the two are not the same.",
        examples=["merge"],
    )
    entity: Key = Field(description="Id; of a merge, the one that stays.", examples=["Q19300851"])
    other: Key | None = Field(
        default=None,
        description="Id of the other; of a split it may be left out, and a new one is made.",
        examples=["person:NOR:e-barth-eide"],
    )
    articles: list[Key] = Field(
        default_factory=list,
        description="Ids of the articles of a split.",
        max_length=1_000,
        examples=[["a:b5b10dd0429e69ac7cfa"]],
    )
    reason: Text | None = Field(
        default=None, description="Why.", max_length=2_000, examples=["The same minister, with an initial."]
    )
    decided_by: Text | None = Field(
        default=None, description="Who decides, as they call themselves.", max_length=200, examples=["desk"]
    )


class Decision(Answer):
    """A decision of the journal."""

    id: str = Field(description="Id of the decision.", examples=["d:5c1f0a77be0d41e2a9c1"])
    kind: Kind = Field(description="What was decided.", examples=["merge"])
    entity: str = Field(description="Id; of a merge, the one that stays.", examples=["Q19300851"])
    other: str = Field(description="Id of the other.", examples=["person:NOR:e-barth-eide"])
    entity_name: str | None = Field(
        default=None, description="What the entity is called, or null.", examples=["Espen Barth Eide"]
    )
    other_name: str | None = Field(
        default=None,
        description="What the other is called, of one merged away by the articles; or null.",
        examples=["E. Barth Eide"],
    )
    articles: list[str] = Field(
        description="Ids of the articles of a split.", examples=[["a:b5b10dd0429e69ac7cfa"]]
    )
    reason: str | None = Field(description="Why.", examples=["The same minister, with an initial."])
    decided_at: datetime = Field(description="When.", examples=["2026-03-01T12:00:00Z"])
    decided_by: str | None = Field(description="Who decided.", examples=["desk"])
    revoked_at: datetime | None = Field(
        description="When it was undone, or null.", examples=["2026-03-02T12:00:00Z"]
    )
    revoked_by: str | None = Field(description="Who undid it.", examples=["desk"])


class DecisionPage(Page[Decision]):
    """Decisions, the latest first."""

    items: list[Decision] = Field(description="The decisions of this page.")


class Suspect(Answer):
    """A person who may be another, or two."""

    id: str = Field(description="Id.", examples=["person:NOR:e-barth-eide"])
    name: str = Field(description="Name.", examples=["E. Barth Eide"])
    country: str | None = Field(description="Country (ISO 3166-1 alpha-3), or null.", examples=["NOR"])


class Candidate(Answer):
    """A decision that somebody could make. Nothing is done by itself: who is unsure stays apart."""

    kind: Literal["merge", "split"] = Field(
        description="`merge`: two may be one. `split`: one may be two.", examples=["merge"]
    )
    entity: Suspect = Field(description="The person; of a merge, the one who would stay.")
    other: Suspect | None = Field(description="The one who may be the same, or null.")
    score: float = Field(description="How much says so, from 0 to 1.", examples=[0.93])
    reason: str = Field(description="What says so.", examples=["the same name; both of NOR"])


class CandidatePage(Page[Candidate]):
    """Candidates; a page may hold few or none although there is a next one."""
