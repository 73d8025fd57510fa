"""One web page, fetched with care: public addresses only, and bounded in hops, bytes and time.

An address that a stranger posts to the API must not make this machine ask its own network. A check of
the name before the request is not enough: the name may answer differently the second time. So the
connection goes to the very address that was checked, at every redirect.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from ingest.errors import FetchFailed, FetchRefused, NotModified

MOST_REDIRECTS = 5
CONNECT_SECONDS = 10.0
ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
# Lists of articles: feeds, sitemaps and GDELT's.
ENDINGS_OF_LISTS = {
    "application/atom+xml": ".xml",
    "application/rss+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/gzip": ".gz",
    "application/x-gzip": ".gz",
    "application/octet-stream": "",
}
AGENT = "demarche"
HEADERS = {
    "User-Agent": f"{AGENT} (reads news articles; one page at a time)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.5, */*;q=0.1",
    "Accept-Encoding": "gzip, identity",
}
# Answers that another try may change: too many requests, a server in trouble, or a gateway before one.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})

# (host, port) -> the addresses of the host, as `socket.getaddrinfo` finds them.
Resolver = Callable[[str, int], list[str]]
Allowed = Callable[[str], bool]
# Called with an address that a redirect leads to; raises `FetchRefused` to go no further.
Followed = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: its address after all redirects, its bytes, and how a file of that kind ends.

    `etag` and `last_modified` are what the site wants to hear the next time, as it wrote them.
    """

    url: str
    content: bytes
    ending: str
    etag: str | None = None
    last_modified: str | None = None


def fetch(
    url: str,
    *,
    most_bytes: int,
    seconds: float,
    resolve: Resolver | None = None,
    allowed: Allowed | None = None,
    endings: Mapping[str, str] = ENDINGS,
    conditions: Mapping[str, str] | None = None,
    followed: Followed | None = None,
    only_beginning: bool = False,
) -> Page:
    """The page at an address, of one of the media types in `endings`.

    `conditions` are headers such as If-None-Match; raises `NotModified` where nothing changed since.
    `followed` is asked about every redirect. Of a page that is larger than `most_bytes` it gives
    `only_beginning`, if wanted, in place of an error.
    Raises `FetchRefused` where the address or a redirect leads to a place that we do not fetch from, and
    `FetchFailed` where no page came within the bounds.
    """
    deadline = time.monotonic() + seconds
    pinned = _PinnedTransport(resolve or addresses_of, allowed or is_public, deadline)
    try:
        headers = {**HEADERS, **(conditions or {})}
        with (
            pinned.broken_off_in_time(),
            httpx.Client(transport=pinned, trust_env=False, headers=headers) as client,
        ):
            for _ in range(MOST_REDIRECTS + 1):
                with client.stream("GET", _checked(url), follow_redirects=False) as response:
                    if response.has_redirect_location:
                        url = str(httpx.URL(url).join(response.headers["location"]))
                    else:
                        return _page(response, url, most_bytes, deadline, endings, only_beginning)
                if followed is not None:
                    followed(_checked(url))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        if isinstance(error, httpx.TimeoutException) or time.monotonic() >= deadline:
            raise FetchFailed(
                f"{url} did not answer within {seconds:g} s; try again later", may_pass=True
            ) from error
        broke_off = isinstance(error, httpx.TransportError)
        raise FetchFailed(f"{url} could not be fetched: {error}", may_pass=broke_off) from error
    raise FetchFailed(f"more than {MOST_REDIRECTS} redirects; give the address they lead to")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "10.0.0.8", "169.254.169.254", "100.64.0.1")]
    [True, False, False, False, False]
    >>> [is_public(a) for a in ("2606:2800:21f::1", "::1", "fe80::1%eth0", "::ffff:10.0.0.8", "224.0.0.1")]
    [True, False, False, False, False]

    An IPv6 address that carries a private IPv4 address inside (NAT64, 6to4) is as private as that one:

    >>> is_public("64:ff9b::7f00:1"), is_public("2002:7f00:1::")
    (False, False)
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def addresses_of(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order in which the system would try them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailed(f"no such host: {host}; check the address and the network") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _PinnedTransport(httpx.BaseTransport):
    """Resolves a host once, checks every address it has, and connects to the first of those."""

    def __init__(self, resolve: Resolver, allowed: Allowed, deadline: float) -> None:
        self._inner = httpx.HTTPTransport(trust_env=False)
        self._resolve = resolve
        self._allowed = allowed
        self._deadline = deadline
        self._sockets: list[socket.socket] = []

    @contextmanager
    def broken_off_in_time(self) -> Iterator[None]:
        """A block whose connections end at the deadline. A site that sends a header a second never meets a
        timeout, which counts from the last byte.
        """
        timer = threading.Timer(max(0.0, self._deadline - time.monotonic()), self._break_off)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _break_off(self) -> None:
        for connected in self._sockets:
            with suppress(OSError):  # one that is closed already
                # Not the method of a TLS socket, which takes away what another thread is reading with.
                socket.socket.shutdown(connected, socket.SHUT_RDWR)

    def _note_socket(self, event: str, info: Mapping[str, Any]) -> None:
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._sockets.append(info["return_value"].get_extra_info("socket"))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        addresses = self._resolve(host, port)
        # One private address among public ones is refused too: it is how a rebinding name looks.
        if not addresses or not all(self._allowed(address) for address in addresses):
            raise FetchRefused(
                f"{host} is not on the public internet; save the page and give the file instead"
            )
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpx.ConnectTimeout("no time left", request=request)
        request.extensions["timeout"] = dict.fromkeys(
            ("connect", "read", "write", "pool"), min(CONNECT_SECONDS, left)
        )
        # The host stays in the Host header and, for TLS, in the name that the certificate must bear.
        request.extensions["sni_hostname"] = host
        request.extensions["trace"] = self._note_socket
        request.url = request.url.copy_with(host=addresses[0])
        return self._inner.handle_request(request)

    def close(self) -> None:
        self._inner.close()


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable:
        raise FetchRefused(f"{url} is not a web address; it must begin with http:// or https://")
    if parts.username or parts.password:
        raise FetchRefused(
            "an address with a user name or password in it is not fetched; save the page instead"
        )
    return url


def _page(
    response: httpx.Response,
    url: str,
    most_bytes: int,
    deadline: float,
    endings: Mapping[str, str],
    only_beginning: bool,
) -> Page:
    if response.status_code == httpx.codes.NOT_MODIFIED:
        raise NotModified(f"{url} has not changed since it was fetched")
    status = response.status_code
    if status != httpx.codes.OK:
        raise FetchFailed(
            f"{url} answered {status} {response.reason_phrase}; {_advice(status)}",
            status=status,
            may_pass=status in PASSING,
            retry_after=seconds_of(response.headers.get("retry-after")),
        )
    media_type = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if media_type not in endings:
        raise FetchFailed(f"{url} is {media_type}, not a web page or text; download it and give the file")
    parts, size = [], 0
    for part in _unpacked(response, most_bytes):
        size += len(part)
        if size > most_bytes and only_beginning:
            parts.append(part[: most_bytes - size])
            break
        if size > most_bytes:
            raise FetchFailed(f"{url} is larger than {most_bytes:,} bytes; raise DEMARCHE_MAX_PAGE_BYTES")
        _check_time(url, deadline)
        parts.append(part)
    _check_time(url, deadline)  # one that was broken off looks like one that ended
    return Page(
        url,
        b"".join(parts),
        endings[media_type],
        response.headers.get("etag"),
        response.headers.get("last-modified"),
    )


def _advice(status: int) -> str:
    if status in PASSING:
        return "try again later"
    if status in (401, 402, 403, 451):
        return "save the page, if you may read it, and give the file"
    return "check the address"


def _check_time(url: str, deadline: float) -> None:
    if time.monotonic() >= deadline:
        raise FetchFailed(f"{url} came too slowly; try again later or raise DEMARCHE_FETCH_SECONDS")


def seconds_of(retry_after: str | None) -> float | None:
    """The seconds from now that a Retry-After header asks for, as a number or a date; None for no such one.

    >>> seconds_of("120"), seconds_of("Wed, 21 Oct 2015 07:28:00 GMT"), seconds_of("soon"), seconds_of(None)
    (120.0, 0.0, None, None)
    """
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _unpacked(response: httpx.Response, most_bytes: int) -> Iterator[bytes]:
    """The bytes of a response. Unpacking is bounded: a small answer can unfold into gigabytes."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding == "identity":
        yield from response.iter_raw()
        return
    if encoding not in ("gzip", "x-gzip"):
        raise FetchFailed(
            f"the answer is packed as {encoding}, which was not asked for; save the page instead"
        )
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        for packed in response.iter_raw():
            yield unpacker.decompress(packed, most_bytes + 1)
    except zlib.error as error:
        raise FetchFailed("the answer is damaged gzip data; try again later") from error
    if not unpacker.eof and not unpacker.unconsumed_tail:
        raise FetchFailed("the answer ends in the middle of its gzip data; try again later", may_pass=True)
