"""Who may come in, to do what, and how often: keys, scopes and rate limits. Plain ASGI, before any route."""

from __future__ import annotations

import ipaddress
import math
import time
from dataclasses import dataclass

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import AppError, KeyMissing, KeyRefused, ScopeMissing, TooManyRequests
from app.keys import SCOPES, KeyRing
from app.pages.addresses import is_page
from app.problems import problem_response
from app.settings import AppSettings
from cypher.errors import DemarcheDatabaseError

# They tell nothing of the graph, and who watches or tries the service needs them before any key.
OPEN_PATHS = ("/healthz", "/readyz", "/openapi.json", "/docs", "/sign-in", "/sign-out")
_OPEN_FOLDERS = ("/docs/", "/static/")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_STATE = "caller"

KEY_COOKIE = "demarche_key"
"""In which a browser keeps the key of somebody who has signed in. Pages alone take it, and reads for them."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sends a request: a key, or an address without one (`local` for this machine)."""

    id: str
    name: str | None
    scopes: tuple[str, ...]
    address: str | None

    @property
    def has_key(self) -> bool:
        """Whether the caller has shown a key."""
        return self.name is not None


def caller_of(request: Request) -> Caller:
    """Who sends this request, as the door has found out."""
    caller: Caller = request.scope["state"][_STATE]
    return caller


class Doors:
    """Refuses who has no key where one is needed, whose key does not cover it, and who comes too often."""

    def __init__(self, app: ASGIApp, settings: AppSettings) -> None:
        self.app = app
        self._settings = settings
        self._is_loopback = settings.is_loopback
        self._limit = rate_limit_of(settings.rate_limit)
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        headers: dict[str, str] = {}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in headers.items():
                    answer.setdefault(name, value)
                if self._settings.keys != "auto" or not self._is_loopback:
                    answer.add_vary_header("Authorization, Cookie")
            await send(message)

        try:
            address = address_of(scope)
            caller = None
            try:
                caller = await self._caller(scope, address)
            finally:
                # Refused tries count for their address, so that they cannot be made without end.
                await self._count(caller, address, headers)
            scope.setdefault("state", {})[_STATE] = caller
            needed = needed_scope(scope)
            if needed not in caller.scopes:
                raise uncovered(caller, needed)
        except (AppError, DemarcheDatabaseError) as error:
            await problem_response(error, Request(scope))(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)

    async def _caller(self, scope: Scope, address: str | None) -> Caller:
        authorization = Headers(scope=scope).get("authorization") or _of_cookie(scope)
        if authorization is None:
            return Caller(
                "local" if is_local(address) else "anyone", None, self._without_key(address), address
            )
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise KeyRefused
        ring: KeyRing = scope["app"].state.keys
        key = await ring.holder(token.strip())
        return Caller(key.id, key.name, key.scopes, address)

    def _without_key(self, address: str | None) -> tuple[str, ...]:
        """What may be done without a key: by default all on this machine, and nothing from elsewhere."""
        match self._settings.keys:
            case "writes":
                return ("read",)
            case "all":
                return ()
            case _:
                # A proxy on this machine passes on the address of its caller, who is not of this machine.
                return SCOPES if self._is_loopback and is_local(address) else ()

    async def _count(self, caller: Caller | None, address: str | None, headers: dict[str, str]) -> None:
        if self._limit is None or (caller is not None and caller.id == "local" and caller.scopes == SCOPES):
            return
        who = f"key:{caller.id}" if caller is not None and caller.has_key else network_of(address)
        allowed = await self._limiter.hit(self._limit, who)
        stats = await self._limiter.get_window_stats(self._limit, who)
        seconds = max(1, math.ceil(stats.reset_time - time.time()))
        headers["RateLimit-Policy"] = f'"default";q={self._limit.amount};w={self._limit.get_expiry()}'
        headers["RateLimit"] = f'"default";r={max(0, stats.remaining)};t={seconds}'
        if not allowed:
            raise TooManyRequests(self._limit.amount, self._limit.get_expiry(), seconds)


def _of_cookie(scope: Scope) -> str | None:
    """The key that a browser keeps, as a program would send it.

    A browser sends it by itself, so that it counts only where it can change nothing, or where forms are
    checked to be ours.
    """
    if not is_page(scope["path"]) and needed_scope(scope) != "read":
        return None
    key = HTTPConnection(scope).cookies.get(KEY_COOKIE)
    return f"Bearer {key}" if key else None


def uncovered(caller: Caller, scope: str) -> AppError:
    """What to tell a caller who may not do what this scope covers."""
    return ScopeMissing(scope, caller.name) if caller.name is not None else KeyMissing(scope)


def is_open(path: str) -> bool:
    """Whether a path is open to anyone."""
    return path in OPEN_PATHS or path.startswith(_OPEN_FOLDERS)


def needed_scope(scope: Scope) -> str:
    """What a request wants to do: `read`, or anything else `write`."""
    return "read" if scope["method"] in _READING else "write"


def address_of(scope: Scope) -> str | None:
    """The address that a request comes from; behind a proxy on this machine, the one that it passes on."""
    client = scope.get("client")
    return client[0] if client else None


def is_local(address: str | None) -> bool:
    """Whether an address is this machine's own. An unknown one is not.

    >>> is_local("127.0.0.1"), is_local("::1"), is_local("192.0.2.7"), is_local(None), is_local("testclient")
    (True, True, False, False, False)
    """
    try:
        return address is not None and ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def network_of(address: str | None) -> str:
    """Whom to count requests for: an address, or in IPv6 the network that one customer has for himself.

    >>> network_of("192.0.2.7"), network_of("2001:db8:1:2:3:4:5:6"), network_of(None)
    ('192.0.2.7', '2001:db8:1:2::/64', 'unknown')
    """
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return "unknown"
    return str(found) if found.version == 4 else str(ipaddress.ip_network((found, 64), strict=False))


def rate_limit_of(text: str) -> RateLimitItem | None:
    """The limit in a setting; None for an empty one.

    >>> rate_limit_of("100/minute").amount, rate_limit_of("")
    (100, None)
    """
    return parse(text) if text.strip() else None
