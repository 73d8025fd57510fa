"""What the API says about places."""

from __future__ import annotations

from pydantic import Field

from app.models.common import Aliases, Place, Reference
from app.models.meetings import MeetingPage


class PlaceDetail(Place):
    """One place, and how much the graph knows."""

    aliases: Aliases
    meetings: int = Field(description="How many meetings, calls and plans are or were there.", examples=[31])
    articles: int = Field(description="How many articles mention it.", examples=[80])


class PlaceMeetingPage(MeetingPage):
    """A page of the meetings at a place, the latest first."""

    place: Reference = Field(description="Where these meetings are or were.")
