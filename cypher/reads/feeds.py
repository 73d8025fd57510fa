"""What was reported last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cypher.catalog import Read


@dataclass(frozen=True, slots=True)
class ReportedMeetingRow:
    """A meeting, when it was first and last reported, and the clearest sentence that states it."""

    id: str
    date: str | None
    status: str
    format: str
    place: str | None
    participants: tuple[str, ...]
    reported: datetime
    updated: datetime
    sentence: str
    claim: str
    article: str
    url: str | None


MEETINGS_REPORTED = Read("meetings_reported", ReportedMeetingRow)
