"""Sends one message to an address that others have given: only to the public internet, and never for long."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from app.errors import BadParameter

SECONDS = 15.0
"""How long one try may take in all."""
GONE = 410
"""What a receiver answers who wants no more messages at all."""


@dataclass(frozen=True, slots=True)
class Sent:
    """How a try ended: whether it got through, whether it is of use to try again, and what happened."""

    is_delivered: bool
    is_final: bool
    result: str


class NotPublic(Exception):
    """Raised when a host is not on the public internet, or not at all."""


async def send(url: str, headers: dict[str, str], body: bytes, *, allow_private: bool) -> Sent:
    """Post a message. Any answer of the 200s means that it got through; redirects are not followed."""
    try:
        async with asyncio.timeout(SECONDS):
            status = await _post(url, headers, body, allow_private)
    except NotPublic as error:
        return Sent(False, False, str(error))
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError, ValueError) as error:
        return Sent(False, False, f"no answer ({type(error).__name__})")
    return Sent(200 <= status < 300, status == GONE, f"answered {status}")


async def _post(url: str, headers: dict[str, str], body: bytes, allow_private: bool) -> int:
    target = httpx.URL(url)
    port = target.port or (443 if target.scheme == "https" else 80)
    addresses = await _addresses(target.host, port)
    # One private address among public ones is refused too: it is how a rebinding name looks.
    if not addresses or not (allow_private or all(is_public(address) for address in addresses)):
        raise NotPublic("the host is not on the public internet")
    # The very address that was checked; the name stays in the Host header and in what the certificate bears.
    pinned = target.copy_with(host=addresses[0])
    async with httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=SECONDS) as client:
        request = client.build_request(
            "POST",
            pinned,
            content=body,
            headers={**headers, "Host": target.netloc.decode(), "User-Agent": "demarche"},
            extensions={"sni_hostname": target.host},
        )
        # What the answer holds beside its status is of no interest, and may be without end.
        response = await client.send(request, stream=True)
        await response.aclose()
        return response.status_code


async def _addresses(host: str, port: int) -> list[str]:
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is on the public internet.

    >>> [is_public(one) for one in ("93.184.215.14", "127.0.0.1", "10.0.0.1", "169.254.169.254", "::1")]
    [True, False, False, False, False]
    >>> is_public("::ffff:127.0.0.1"), is_public("224.0.0.1"), is_public("fe80::1%eth0")
    (False, False, False)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    return found.is_global and not found.is_multicast


def checked_url(url: str, *, allow_private: bool) -> str:
    """An address that messages may be sent to, by its look; raises `BadParameter` if none may."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        usable = False
    if not usable or parts.username or parts.password:
        raise BadParameter(
            "url",
            "This is no web address without a password in it.",
            "Give one like https://example.org/hook.",
        )
    host = parts.hostname or ""
    is_number = host.replace(".", "").isdigit() or ":" in host
    if not allow_private and (host == "localhost" or (is_number and not is_public(host))):
        raise BadParameter(
            "url",
            "This address is not on the public internet.",
            "Give a public one, or have DEMARCHE_WEBHOOKS_PRIVATE set.",
        )
    return url
