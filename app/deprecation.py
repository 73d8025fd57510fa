"""What of `/v1` is to go: its answers say since when, until when, and what to take instead.

An operation stays at least a year after it is named here, and what replaces it is there before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import Any

from starlette.datastructures import MutableHeaders


@dataclass(frozen=True, slots=True)
class Leaving:
    """An operation that is to go: deprecated since a day, gone on another, with a path to take instead."""

    since: date
    gone: date
    successor: str

    def add_to(self, headers: MutableHeaders) -> None:
        """Add what RFC 9745 and RFC 8594 have for it."""
        headers["Deprecation"] = f"@{int(_midnight(self.since).timestamp())}"
        headers["Sunset"] = format_datetime(_midnight(self.gone), usegmt=True)
        headers.append("Link", f'<{self.successor}>; rel="successor-version"')


LEAVING: Mapping[str, Leaving] = {}
"""By the id of the operation, which is the name of its function."""


def mark_deprecated(document: dict[str, Any]) -> None:
    """Mark in an OpenAPI document what is to go."""
    for path in document["paths"].values():
        for operation in path.values():
            if operation["operationId"] in LEAVING:
                operation["deprecated"] = True


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
