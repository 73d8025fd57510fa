"""Cursors: where the last page ended, as an opaque word.

A cursor holds the sort key of the last item seen, not a number of items, so that pages stay right while data
arrives. It also holds a digest of the question. It is not secret and not signed: what comes back is checked
like any other input, and can only say where to go on in an answer that the caller may read anyway.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from datetime import date

from app.errors import BadCursor

Position = tuple[str | int | date, ...]
PositionTypes = tuple[type[str] | type[int] | type[date], ...]

MAX_LENGTH = 1_000
MOST = 2**53
"""No number in a cursor is larger: where pages begin that are ordered by a number, the highest first."""


def question_digest(path: str, filters: Sequence[tuple[str, str]]) -> str:
    """A short digest of a path and its filters, whatever their order.

    >>> question_digest("/x", [("a", "1"), ("b", "2")]) == question_digest("/x", [("b", "2"), ("a", "1")])
    True
    """
    asked = json.dumps([path, sorted(filters)])
    return hashlib.sha256(asked.encode()).hexdigest()[:12]


def encode_cursor(digest: str, position: Position) -> str:
    """A cursor for the page after this position."""
    values = [value.isoformat() if isinstance(value, date) else value for value in position]
    text = json.dumps([digest, *values], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, digest: str, types: PositionTypes) -> Position:
    """The position in a cursor; raises `BadCursor` for anything that `encode_cursor` would not have made.

    >>> decode_cursor(encode_cursor("d1", ("2022-11-22", 7)), "d1", (str, int))
    ('2022-11-22', 7)
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        found, *values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if found != digest or len(values) != len(types):
            raise BadCursor
        return tuple(_checked(value, kind) for value, kind in zip(values, types, strict=True))
    except (ValueError, TypeError, RecursionError):
        raise BadCursor from None


def _checked(value: object, kind: type[str] | type[int] | type[date]) -> str | int | date:
    if kind is int:
        if type(value) is not int or abs(value) > MOST:
            raise BadCursor
        return value
    if not isinstance(value, str):
        raise BadCursor
    value.encode("utf-8")  # half of a surrogate pair raises a ValueError
    return date.fromisoformat(value) if kind is date else value
