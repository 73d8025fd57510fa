"""Fetching is bounded, and never reaches into a private network. The only fake is the name service."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ingest.errors import FetchFailed, FetchRefused
from ingest.sources.web import Page, fetch, is_public

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, b"<p>Hello</p>"),
    "/text": (200, {"Content-Type": "text/plain"}, b"Hello"),
    "/packed": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"<p>Hello</p>"),
    ),
    "/bomb": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b" " * 30_000_000),
    ),
    "/torn": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(b"<p>The minister has not met anybody.</p>")[:-20],
    ),
    "/brotli": (200, {"Content-Type": "text/html", "Content-Encoding": "br"}, b"x"),
    "/large": (200, {"Content-Type": "text/html"}, b" " * 300_000),
    "/picture": (200, {"Content-Type": "image/png"}, b"x"),
    "/gone": (404, {"Content-Type": "text/html"}, b"gone"),
    "/moved": (301, {"Location": "/page"}, b""),
    "/circle": (302, {"Location": "/circle"}, b""),
    "/inward": (302, {"Location": "http://intranet.example:PORT/page"}, b""),
    "/elsewhere": (302, {"Location": "file:///etc/passwd"}, b""),
}
# What comes bit by bit: the page, or its headers, which no timeout of a single read meets.
TRICKLES = {"/slow": b" ", "/headers": b"X-More: yes\r\n"}


class Site(BaseHTTPRequestHandler):
    hosts: list[str]

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        if self.path in TRICKLES:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            if self.path == "/slow":
                self.end_headers()
            for _ in range(40):
                try:
                    self.wfile.write(TRICKLES[self.path])
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(0.1)
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.replace("PORT", str(self.server.server_address[1])))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the library
        """Keep the test's output clean."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.hosts = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://news.example:{server.server_address[1]}"
        server.shutdown()


def resolve(host: str, port: int) -> list[str]:
    """Both names lead to this machine; the second stands for a private one."""
    return {"news.example": ["127.0.0.1"], "intranet.example": ["127.0.0.2"]}.get(host, ["127.0.0.3"])


def get(url: str, seconds: float = 10) -> Page:
    return fetch(
        url,
        most_bytes=100_000,
        seconds=seconds,
        resolve=resolve,
        allowed=lambda address: address == "127.0.0.1",
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/page", ".html"), ("/text", ".txt"), ("/packed", ".html"), ("/moved", ".html")],
)
def test_pages_and_texts_come_with_their_last_address(site: str, path: str, expected: str) -> None:
    page = get(site + path)

    assert b"Hello" in page.content
    assert page.ending == expected
    assert page.url == site + ("/page" if path == "/moved" else path)


def test_the_site_sees_its_own_name_although_the_address_was_pinned(site: str) -> None:
    get(site + "/page")

    assert Site.hosts == [site.removeprefix("http://")]


@pytest.mark.parametrize("path", ["/bomb", "/torn", "/brotli", "/large", "/picture", "/gone", "/circle"])
def test_what_is_too_large_or_no_page_fails_with_a_reason(site: str, path: str) -> None:
    with pytest.raises(FetchFailed):
        get(site + path)


@pytest.mark.parametrize("path", TRICKLES)
def test_a_page_that_trickles_is_given_up(site: str, path: str) -> None:
    started = time.monotonic()

    with pytest.raises(FetchFailed):
        get(site + path, seconds=0.5)

    assert time.monotonic() - started < 3


@pytest.mark.parametrize("path", ["/inward", "/elsewhere"])
def test_a_redirect_to_a_private_place_is_refused(site: str, path: str) -> None:
    with pytest.raises(FetchRefused):
        get(site + path)

    assert len(Site.hosts) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:7474/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0x7f000001/",
        "http://2130706433/",
        "ftp://example.org/",
        "http://user:secret@example.org/",
        "http://",
    ],
)
def test_private_addresses_in_any_spelling_are_refused(url: str) -> None:
    with pytest.raises(FetchRefused) as refusal:
        fetch(url, most_bytes=1000, seconds=2)

    assert "secret" not in str(refusal.value)


def test_a_name_with_one_private_address_among_public_ones_is_refused() -> None:
    def rebinding(host: str, port: int) -> list[str]:
        return ["93.184.215.14", "10.0.0.1"]

    with pytest.raises(FetchRefused):
        fetch("http://news.example/", most_bytes=1000, seconds=2, resolve=rebinding, allowed=is_public)


def test_a_host_that_does_not_exist_is_said() -> None:
    with pytest.raises(FetchFailed, match="no such host"):
        fetch("http://does-not-exist.invalid/", most_bytes=1000, seconds=5)
