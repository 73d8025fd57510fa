"""What the API says about changes."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from app.models.common import Answer, Page


class AuditEntry(Answer):
    """One change: who, what, when."""

    id: str = Field(description="Id of the entry.", examples=["5d41402abc4b2a76b9719d91"])
    at: datetime = Field(description="When, in UTC.", examples=["2026-03-01T09:30:00Z"])
    actor: str = Field(
        description="Who: the id of a key, `local` for this machine without one, or `command`.",
        examples=["3f2a90c41b7d"],
    )
    actor_name: str | None = Field(description="Name of the key, or null.", examples=["newsroom"])
    action: str = Field(description="What was done.", examples=["article.retracted"])
    target: str = Field(description="Id of what it was done to.", examples=["a:b5b10dd0429e69ac7cfa"])
    address: str | None = Field(description="Address of the caller, or null.", examples=["192.0.2.7"])
    request_id: str | None = Field(
        description="Id of the request, as in the log, or null.", examples=["01JD3Z9Q4M"]
    )


class AuditPage(Page[AuditEntry]):
    """A page of changes, the latest first."""
