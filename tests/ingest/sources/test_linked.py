"""Feeds, sitemaps and lists of GDELT lead to articles, politely and within bounds, whatever a site does.

The only fakes are the name service and the site itself, which misbehaves.
"""

from __future__ import annotations

import gzip
import json
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import stamina

from ingest.errors import FetchRefused
from ingest.records import Article
from ingest.settings import IngestSettings
from ingest.sources import Item, Known, SetAside, items_from
from ingest.sources.visited import Visited
from ingest.sources.visitor import Visitor
from tests.ingest.sources.test_files import PAGE

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}
XML = {"Content-Type": "application/xml"}
BARE_PAGE = PAGE.replace('<meta property="article:published_time" content="2025-03-03T09:30:00+01:00">', "")

FEED = """<?xml version="1.0"?><rss version="2.0"><channel>
<title>The Fjord Post</title><language>en-GB</language>
<item><title>Visit</title><link>SITE/bare</link><pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate></item>
<item><title>Again</title><link>SITE/bare?utm_source=rss</link></item>
<item><title>Gone</title><link>SITE/gone</link></item>
<item><title>Inward</title><link>http://intranet.example/</link></item>
</channel></rss>"""
WHOLE_FEED = FEED.partition("<item><title>Gone")[0] + "</channel></rss>"
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>SITE/broken.xml</loc></sitemap><sitemap><loc>SITE/index.xml</loc></sitemap>
<sitemap><loc>SITE/news.xml.gz</loc></sitemap></sitemapindex>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>SITE/bare</loc><news:news>
<news:publication><news:name>Fjord</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-03-05T10:00:00Z</news:publication_date><news:title>Visit</news:title>
</news:news></url></urlset>"""
BOMB = '<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMB += "]><urlset><url><loc>SITE/&i;</loc></url></urlset>"
GDELT = {"articles": [{"url": "SITE/bare", "seendate": "20250306T101500Z", "language": "English"}]}

ANSWERS: dict[str, Answer] = {
    "/bare": (200, HTML, BARE_PAGE.encode()),
    "/page": (200, HTML, PAGE.encode()),
    "/gone": (404, HTML, b"gone"),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, FEED.encode()),
    "/whole": (200, {"Content-Type": "text/xml", "ETag": '"one"'}, WHOLE_FEED.encode()),
    "/index.xml": (200, XML, INDEX.encode()),
    "/news.xml.gz": (200, {"Content-Type": "application/gzip"}, NEWS.encode()),
    "/broken.xml": (200, XML, b"<urlset><url><loc>"),
    "/bomb": (200, XML, BOMB.encode()),
    "/unfolds": (200, {"Content-Type": "application/gzip"}, gzip.compress(b"<urlset>" + b" " * 30_000_000)),
    "/gdelt": (200, {"Content-Type": "application/json"}, json.dumps(GDELT).encode()),
    "/json": (200, {"Content-Type": "application/json"}, b'{"a": 1}'),
    "/robots.txt": (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /private\n"),
    "/private": (200, HTML, PAGE.encode()),
    "/leads-to-private": (302, {"Location": "/private"}, b""),
}


class Site(BaseHTTPRequestHandler):
    asked: Counter[str]
    failures: dict[str, list[Answer]]

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        path = self.path.partition("?")[0]
        failures = self.failures.get(path)
        status, headers, body = failures.pop(0) if failures else ANSWERS[path]
        if self.headers.get("If-None-Match") == headers.get("ETag", "none"):
            status, body = 304, b""
        site = f"http://{self.headers['Host']}".encode()
        body = body.replace(b"SITE", site)
        if path.endswith(".gz"):
            body = gzip.compress(body)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the library
        """Keep the test's output clean."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A site of this machine that counts as public, while other hosts are private; pauses are left out."""
    Site.asked, Site.failures = Counter(), {}
    names = {"news.example": ["127.0.0.1"]}
    monkeypatch.setattr("ingest.sources.web.addresses_of", lambda host, port: names.get(host, ["127.0.0.2"]))
    monkeypatch.setattr("ingest.sources.web.is_public", lambda address: address == "127.0.0.1")
    stamina.set_testing(True, attempts=3, cap=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://news.example:{server.server_address[1]}"
        server.shutdown()
    stamina.set_testing(False)


def read(place: str | Path, visited: Visited | None = None) -> list[Item]:
    settings = IngestSettings(fetch_pause_seconds=0, max_page_bytes=100_000, fetch_seconds=5)
    return list(items_from([str(place)], Known(), settings, visited))


def told(item: Item) -> tuple[str | None, date | None, str | None, str | None]:
    assert isinstance(item, Article), item
    return item.title, item.published, item.language, item.publisher


def reason(item: Item) -> str:
    assert isinstance(item, SetAside), item
    return item.reason


def test_a_feed_leads_to_its_articles_each_once(site: str) -> None:
    """The page says what it says; the feed fills in the day. What cannot be fetched is set aside alone."""
    visit, gone, inward = read(f"{site}/feed")

    assert told(visit) == ("Minister visits Oslo", date(2025, 3, 4), "en", "The Fjord Post")
    assert "404" in reason(gone)
    assert "not on the public internet" in reason(inward)
    assert Site.asked["/bare"] == 1


def test_sitemaps_lead_on_to_sitemaps_and_never_in_a_circle(site: str) -> None:
    """The news among them say when; a broken one costs no other."""
    broken, visit = read(f"{site}/index.xml")

    assert told(visit)[1] == date(2025, 3, 5)
    assert "damaged sitemap" in reason(broken)
    assert Site.asked["/index.xml"] == 1


def test_lists_of_gdelt_lead_to_their_articles(site: str, tmp_path: Path) -> None:
    """From its search, and from the files that come every minute."""
    listed = tmp_path / "20250306101500.gal.json.gz"
    line = json.dumps({"date": "2025-03-07T10:15:00Z", "url": f"{site}/bare", "lang": "en"})
    listed.write_bytes(gzip.compress(f"{line}\n{line}\n".encode()))

    assert [told(item)[1] for item in read(f"{site}/gdelt")] == [date(2025, 3, 6)]
    assert [told(item)[1] for item in read(listed)] == [date(2025, 3, 7)]


def test_a_broken_line_costs_a_list_of_gdelt_no_other(site: str, tmp_path: Path) -> None:
    """The first and the last one too, which a torn download leaves."""
    listed = tmp_path / "20250306101500.gal.json"
    line = json.dumps({"date": "2025-03-07T10:15:00Z", "url": f"{site}/bare", "lang": "en"})
    listed.write_text(f"{line[9:]}\n{line}\n{line[:-9]}")

    first, visit, last = read(listed)

    assert [item.line for item in (first, last) if isinstance(item, SetAside)] == [1, 3]
    assert told(visit)[1] == date(2025, 3, 7)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/bomb", "sitemap"), ("/unfolds", "larger than 100,000 bytes"), ("/json", "no list of articles")],
)
def test_what_is_no_list_or_unfolds_without_end_is_set_aside(site: str, path: str, expected: str) -> None:
    (found,) = read(site + path)

    assert expected in reason(found)


def test_an_unchanged_list_is_not_read_again_once_its_articles_are_recorded(
    site: str, tmp_path: Path
) -> None:
    visited = Visited(tmp_path)
    assert len(read(f"{site}/whole", visited)) == 1
    assert len(read(f"{site}/whole", Visited(tmp_path))) == 1  # the first run did not come to its end

    visited.save()

    assert read(f"{site}/whole", Visited(tmp_path)) == []
    assert Site.asked["/bare"] == 2


def test_a_changed_list_leads_only_to_pages_that_are_new_or_of_which_it_says_something_new(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(feed: str) -> None:
        monkeypatch.setitem(ANSWERS, "/feed", (200, {"Content-Type": "text/xml"}, feed.encode()))

    def addresses() -> list[str]:
        visited = Visited(tmp_path)
        items = read(f"{site}/feed", visited)
        visited.save()
        return [str(item.url).removeprefix(site) for item in items if isinstance(item, Article)]

    assert addresses() == ["/bare"]
    more = FEED.replace(
        "<item><title>Gone", "<item><title>More</title><link>SITE/page</link></item><item><title>Gone"
    )
    say(more)
    assert addresses() == ["/page"]
    assert addresses() == []
    say(more.replace("08:00:00", "09:00:00"))
    assert addresses() == ["/bare"]
    assert Site.asked["/gone"] == 4  # what failed is tried each time


def test_a_page_is_tried_again_while_its_site_is_in_trouble_and_not_for_ever(site: str) -> None:
    Site.failures["/page"] = [(503, {"Retry-After": "0"}, b""), (429, {}, b"")]
    Site.failures["/gone"] = [(500, {}, b"")] * 9

    assert told(read(f"{site}/page")[0])[0] == "Minister visits Oslo"
    assert "500" in reason(read(f"{site}/gone")[0])
    assert (Site.asked["/page"], Site.asked["/gone"]) == (3, 3)


def test_robots_txt_is_asked_for_what_a_list_names(site: str, tmp_path: Path) -> None:
    """Who names a page wants it read. A site that cannot say its rules now is left alone."""
    listed = tmp_path / "list.gal.json"
    listed.write_text(json.dumps({"url": f"{site}/private", "date": "2025-03-07"}) + "\n")

    assert "robots.txt" in reason(read(listed)[0])
    assert told(read(f"{site}/private")[0])[0] == "Minister visits Oslo"
    Site.failures["/robots.txt"] = [(500, {}, b"")] * 3
    listed.write_text(json.dumps({"url": f"{site}/bare", "date": "2025-03-07"}) + "\n")
    assert "robots.txt of its site cannot be had" in reason(read(listed)[0])


def test_robots_txt_is_asked_where_a_redirect_leads(site: str) -> None:
    visitor = Visitor(IngestSettings(fetch_pause_seconds=0))

    with pytest.raises(FetchRefused, match="does not want"):
        visitor.page(f"{site}/leads-to-private")
    assert Site.asked["/private"] == 0
    assert visitor.page(f"{site}/leads-to-private", asks_robots=False).url == f"{site}/private"


def test_of_a_huge_robots_txt_the_beginning_holds(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As RFC 9309 wants it: 500 KiB at least. A rule that is cut in two there is none."""
    beginning = b"User-agent: *\nDisallow: /private\n"
    filling = b"#" * (500 * 1024 - len(beginning) - len(b"\nDisallow: /")) + b"\nDisallow: /nothing-of-ours\n"
    rules = beginning + filling + b"#" * 1_000_000
    monkeypatch.setitem(ANSWERS, "/robots.txt", (200, {"Content-Type": "text/plain"}, rules))
    visitor = Visitor(IngestSettings(fetch_pause_seconds=0))

    assert visitor.page(f"{site}/page").url == f"{site}/page"
    with pytest.raises(FetchRefused, match="does not want"):
        visitor.page(f"{site}/private")


def test_a_host_is_left_in_peace_between_two_pages(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For as long as the settings say, or longer where robots.txt wants that, but no more than a minute."""
    waits: list[float] = []
    monkeypatch.setattr("ingest.sources.visitor.time.sleep", lambda seconds: waits.append(round(seconds)))
    rules = b"User-agent: *\nCrawl-delay: 20\n"
    monkeypatch.setitem(ANSWERS, "/robots.txt", (200, {"Content-Type": "text/plain"}, rules))
    visitor = Visitor(IngestSettings(fetch_pause_seconds=3))

    visitor.page(f"{site}/page", asks_robots=False)
    visitor.page(f"{site}/page")
    visitor.page(f"{site}/page")

    assert waits[0] == 0
    assert waits[-1] == 20
