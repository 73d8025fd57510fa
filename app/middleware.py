"""What every request goes through, before and after its route. Plain ASGI: it must cost next to nothing."""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from collections.abc import Callable

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import BodyTooLarge, ForeignHost
from app.pages.addresses import is_page
from app.problems import problem_response
from app.streaming import BrokenOff

log = structlog.get_logger("demarche.api")

Observe = Callable[[Scope, int, float], None]
"""Told of every request at its end: the scope, the status, and how many seconds it took."""

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_NOTHING_BUT_DATA = "default-src 'none'; frame-ancestors 'none'"
_DOCUMENTATION = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
_SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_ONLY_ENCRYPTED = "max-age=31536000"
"""Over TLS (a proxy says so): for a year, a browser comes no other way."""


class RequestFrame:
    """The outermost frame: an id for each request, security headers, one line of log, no lost error."""

    def __init__(self, app: ASGIApp, observe: Observe) -> None:
        self.app = app
        self.observe = observe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id
        status = 0

        async def send_framed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                for name, value in _SECURITY_HEADERS.items():
                    headers[name] = value
                policy = _policy(scope["path"], headers)
                headers["Content-Security-Policy"] = policy
                if policy is _PAGE:
                    # With no-referrer, a form of our own would come from the origin "null".
                    headers["Referrer-Policy"] = "same-origin"
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = _ONLY_ENCRYPTED
                headers.setdefault("Cache-Control", "no-cache")
            await send(message)

        try:
            await self.app(scope, receive, send_framed)
        except BrokenOff as error:
            log.warning("answer broken off", request_id=request_id, path=scope["path"], reason=str(error))
            raise
        except Exception as error:
            log.exception("request failed", request_id=request_id, method=scope["method"], path=scope["path"])
            if status:
                raise  # half of an answer is out; all that is left is to break the connection
            await problem_response(error, Request(scope))(scope, receive, send_framed)
        finally:
            seconds = time.perf_counter() - started
            self.observe(scope, status, seconds)
            caller = scope["state"].get("caller")
            log.info(
                "request",
                request_id=request_id,
                caller=caller.id if caller else None,
                method=scope["method"],
                path=scope["path"],
                status=status,
                milliseconds=round(seconds * 1000, 1),
            )


def _policy(path: str, headers: MutableHeaders) -> str:
    """What the browser may load for an answer."""
    if path == "/docs" or path.startswith("/docs/"):
        return _DOCUMENTATION
    # "Not modified" has no content type, and its policy takes the place of that of the page which is kept.
    kind = headers.get("content-type") or ("text/html" if is_page(path) else "")
    return _PAGE if kind.startswith("text/html") else _NOTHING_BUT_DATA


class HostCheck:
    """Refuses requests addressed to other host names, so that no foreign web page reaches a local service."""

    def __init__(self, app: ASGIApp, names: frozenset[str] | None) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self.names is not None:
            host = host_name(Headers(scope=scope).get("host", ""))
            if host not in self.names:
                await problem_response(ForeignHost(), Request(scope))(scope, receive, send)
                return
        await self.app(scope, receive, send)


def host_name(header: str) -> str:
    """The name in a Host header, without the port and in lower case.

    >>> host_name("LocalHost:8480"), host_name("[::1]:8480"), host_name("127.0.0.1")
    ('localhost', '::1', '127.0.0.1')
    """
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()


class BodyLimit:
    """Refuses a body that is too large: at once if the request says so, else as soon as it has become so."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdigit() and (len(announced) > 18 or int(announced) > self.limit):
            await problem_response(BodyTooLarge(self.limit), Request(scope))(scope, receive, send)
            return
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.limit:
                raise BodyTooLarge(self.limit)
            return message

        await self.app(scope, receive_counted, send)


class HeadAsGet:
    """Answers HEAD as GET, as probes and readers of feeds ask; the server leaves the body away."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return
        # A copy, as it is by the method that the server knows that there is to be no body.
        asked = {**scope, "method": "GET"}
        try:
            await self.app(asked, receive, send)
        finally:
            scope["route"] = asked.get("route")


class EntityTag:
    """Gives whole answers to GET an ETag, and says 304 to a caller who has the same already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        start: Message | None = None

        async def send_tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                # Only answers that come in one piece; an export is streamed and never held in memory.
                if message["status"] == 200 and "etag" not in MutableHeaders(scope=message):
                    start = message
                    return
            elif message["type"] == "http.response.body" and start is not None:
                first, start = start, None
                if not message.get("more_body"):
                    tag = '"' + hashlib.blake2b(message["body"], digest_size=12).hexdigest() + '"'
                    headers = MutableHeaders(scope=first)
                    headers["ETag"] = f"W/{tag}"
                    if tag in known or known.strip() == "*":
                        del headers["content-length"]
                        del headers["content-type"]
                        first["status"] = 304
                        message = {"type": "http.response.body", "body": b""}
                await send(first)
            await send(message)

        await self.app(scope, receive, send_tagged)
