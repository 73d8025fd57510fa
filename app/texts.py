"""What callers may write: texts that can be looked for, and days that mean what they look like."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from app.errors import BadCursor

_RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def iso_day(value: Any) -> Any:
    """A day as YYYY-MM-DD and nothing else."""
    # Left to itself, the validator takes "20221122" for a number of seconds since 1970.
    if isinstance(value, date) or (isinstance(value, str) and _ISO_DAY.fullmatch(value)):
        return value
    raise ValueError("should be a day as YYYY-MM-DD")


def moment_of_cursor(value: object) -> datetime | None:
    """The moment (UTC) in a cursor; None where there is no cursor. Raises `BadCursor` for what is none."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(str(value)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadCursor from None


def rfc_3339(value: Any) -> Any:
    """A moment as RFC 3339 has it, with its distance from UTC, and nothing else."""
    # Left to itself, the validator takes "0.5" for half a second after the beginning of 1970.
    if isinstance(value, datetime) or (isinstance(value, str) and _RFC_3339.fullmatch(value)):
        return value
    raise ValueError("should be a moment as YYYY-MM-DDThh:mm:ssZ")


def without_control_characters(value: str) -> str:
    """The text itself; control characters are in no name, id or title."""
    if any(letter < " " or letter == "\x7f" for letter in value):
        raise ValueError("should not contain control characters")
    return value


Day = Annotated[date, BeforeValidator(iso_day)]
Moment = Annotated[datetime, BeforeValidator(rfc_3339)]
Text = Annotated[str, AfterValidator(without_control_characters)]
