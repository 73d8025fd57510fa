"""Keys: how one is made and read, and who stands behind one that comes with a request.

A key is `demarche_<id>_<secret>`. The secret has 256 random bits, so that a plain digest of it cannot be
searched through; the database holds that digest alone.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from app.errors import KeyRefused
from cypher.keys import ApiKey


class Scope(StrEnum):
    """What a key may do."""

    read = "read"
    write = "write"


SCOPES = tuple(scope.value for scope in Scope)

_TOKEN = re.compile(r"demarche_([0-9a-f]{12})_[A-Za-z0-9_-]{43}")

KNOWN_SECONDS = 5.0
"""How long what the database said of the keys holds: a key that is taken back opens nothing after that."""
_NEW_SECONDS = 1.0
"""How soon the database may be asked again for a key that was not there."""


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key at the one moment when it is known whole: the token for its owner, the rest for the database."""

    id: str
    token: str
    digest: str


def new_key() -> NewKey:
    """A key that nobody can guess."""
    key = secrets.token_hex(6)
    token = f"demarche_{key}_{secrets.token_urlsafe(32)}"
    return NewKey(key, token, digest_of(token))


def digest_of(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def id_in(token: str) -> str | None:
    """The id in a token; None for what has not the form of one.

    >>> id_in("demarche_0123456789ab_" + "x" * 43), id_in("demarche_0123456789ab_short"), id_in("ключ")
    ('0123456789ab', None, None)
    """
    found = _TOKEN.fullmatch(token)
    return found[1] if found else None


class KeyRing:
    """The live keys, asked for again when they are some seconds old."""

    def __init__(
        self,
        read_keys: Callable[[], Awaitable[Sequence[ApiKey]]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read_keys = read_keys
        self._clock = clock
        self._keys: dict[str, ApiKey] = {}
        self._read_at = float("-inf")
        self._reading = asyncio.Lock()

    async def holder(self, token: str) -> ApiKey:
        """The key that a token belongs to; raises `KeyRefused` if none does, or not any more."""
        key_id = id_in(token)
        if key_id is None:
            raise KeyRefused
        await self._renew(KNOWN_SECONDS)
        if key_id not in self._keys:
            await self._renew(_NEW_SECONDS)
        key = self._keys.get(key_id)
        given = digest_of(token)
        # Compared in constant time, so that no answer tells how much of a digest was right.
        if key is None or not hmac.compare_digest(given, key.digest) or not key.is_live(datetime.now(UTC)):
            raise KeyRefused
        return key

    async def _renew(self, seconds: float) -> None:
        if self._clock() - self._read_at < seconds:
            return
        async with self._reading:
            if self._clock() - self._read_at < seconds:
                return  # another request has asked while this one waited
            keys = await self._read_keys()
            self._keys = {key.id: key for key in keys}
            self._read_at = self._clock()
