"""What the API says about webhooks."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from app.models.common import Answer, Page
from app.models.meetings import Status
from app.texts import Text

Event = Literal["meeting.new", "meeting.changed"]
_Key = Annotated[Text, Field(min_length=1, max_length=200)]


class WebhookIn(BaseModel):
    """Whom to tell, and of which meetings. Of those that match all that is given."""

    model_config = ConfigDict(extra="forbid")

    url: Annotated[Text, Field(max_length=2_000)] = Field(
        description="Where to POST the messages.", examples=["https://example.org/hooks/demarche"]
    )
    events: list[Event] = Field(
        default=["meeting.new"],
        min_length=1,
        max_length=2,
        description="meeting.new: a meeting that was not known. meeting.changed: a further report of one.",
        examples=[["meeting.new"]],
    )
    person: _Key | None = Field(
        default=None, description="Only with this person: an id or a name.", examples=["Q23530"]
    )
    country: _Key | None = Field(
        default=None, description="Only with this country: a code or a name.", examples=["RUS"]
    )
    place: _Key | None = Field(
        default=None, description="Only at this place: an id or a name.", examples=["Moscow"]
    )
    statuses: list[Status] = Field(
        default=[], max_length=6, description="Only in these states; all if empty.", examples=[["held"]]
    )


class Webhook(Answer):
    """A webhook, and how it is with it."""

    id: str = Field(description="Id of the webhook.", examples=["wh_3f2a90c41b7d"])
    url: str = Field(description="Where messages go.", examples=["https://example.org/hooks/demarche"])
    events: list[str] = Field(description="Of what it is told.", examples=[["meeting.new"]])
    person: str | None = Field(description="Id of the person, or null for any.", examples=["Q23530"])
    country: str | None = Field(description="Code of the country, or null for any.", examples=["RUS"])
    place: str | None = Field(description="Id of the place, or null for any.", examples=["place:RUS:moscow"])
    statuses: list[str] = Field(description="States of meetings; empty for all.", examples=[["held"]])
    state: str = Field(description="live, or dead after a message that never got through.", examples=["live"])
    reason: str | None = Field(description="Why it is dead, or null.", examples=["answered 500"])
    created_at: datetime = Field(
        description="When it was made; it is told of what is recorded from then on.",
        examples=["2026-03-01T09:30:00Z"],
    )
    waiting: int = Field(description="How many messages have not got through yet.", examples=[0])


class NewWebhook(Webhook):
    """A webhook at the one moment when its secret can be seen."""

    secret: str = Field(
        description="The secret of its signatures, shown once.",
        examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    )


class WebhookList(Answer):
    """All webhooks."""

    items: list[Webhook] = Field(description="The webhooks, in the order in which they were made.")


class Delivery(Answer):
    """One message to a webhook."""

    id: str = Field(
        description="Id of the message, as in its header webhook-id.", examples=["msg_2f1c07a5b9d3e84f61a0"]
    )
    event: str = Field(description="What it tells.", examples=["meeting.new"])
    meeting: str = Field(description="Id of the meeting.", examples=["m:5c1f0a77be"])
    at: datetime = Field(description="When it was recorded.", examples=["2026-03-01T09:30:00Z"])
    state: str = Field(description="waiting, delivered or dead.", examples=["delivered"])
    attempts: int = Field(description="How often it was tried.", examples=[1])
    due_at: datetime | None = Field(
        description="When it is tried next, or null.", examples=["2026-03-01T09:35:00Z"]
    )
    last_try_at: datetime | None = Field(
        description="When it was tried last, or null.", examples=["2026-03-01T09:30:04Z"]
    )
    last_result: str | None = Field(description="How the last try ended, or null.", examples=["answered 200"])


class DeliveryPage(Page[Delivery]):
    """A page of messages to a webhook, the latest first."""
