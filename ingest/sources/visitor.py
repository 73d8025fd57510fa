"""A polite visitor of web sites: asks robots.txt, waits between two pages of a host, and tries again later.

One for each run. Which pages it may fetch from at all is for `ingest.sources.web` to say.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

import stamina
import structlog
from protego import Protego

from ingest.errors import FetchFailed, FetchRefused, NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources.web import AGENT, ENDINGS, Allowed, Page, Resolver, fetch

TRIES = 3
LONGEST_WAIT = 60.0
"""The most seconds that a site can make us wait, by Crawl-delay or Retry-After."""
ROBOTS_BYTES = 500 * 1024
"""What RFC 9309 wants to be read at least of a robots.txt. What stands behind that is passed over."""
HOSTS_REMEMBERED = 10_000
ALL, NOTHING = Protego.parse(""), Protego.parse("User-agent: *\nDisallow: /")

# It would tell every retry in its own words, which are of functions and arguments.
stamina.instrumentation.set_on_retry_hooks(())

_log = structlog.get_logger("ingest")

Fetch = Callable[..., Page]
Value = TypeVar("Value")


class Visitor:
    """Fetches pages for one run, one after the other."""

    def __init__(
        self,
        settings: IngestSettings,
        *,
        resolve: Resolver | None = None,
        allowed: Allowed | None = None,
    ) -> None:
        self._settings = settings
        self._fetch: Fetch = partial(fetch, seconds=settings.fetch_seconds, resolve=resolve, allowed=allowed)
        self._robots: OrderedDict[str, Protego] = OrderedDict()
        self._next_visit: OrderedDict[str, float] = OrderedDict()

    def page(
        self,
        url: str,
        *,
        endings: Mapping[str, str] = ENDINGS,
        conditions: Mapping[str, str] | None = None,
        asks_robots: bool = True,
    ) -> Page:
        """The page at an address, after a pause if its host was visited just now.

        Raises what `fetch` raises, and `FetchRefused` where the robots.txt of its site, or of one that a
        redirect leads to, says no.
        """
        robots = self._robots_allowing(url) if asks_robots else ALL
        fetch_page = partial(
            self._fetch,
            most_bytes=self._settings.max_page_bytes,
            endings=endings,
            conditions=conditions,
            followed=self._robots_allowing if asks_robots else None,
        )
        pause = max(self._settings.fetch_pause_seconds, min(robots.crawl_delay(AGENT) or 0.0, LONGEST_WAIT))
        return self._tried(url, pause, fetch_page)

    def _tried(self, url: str, pause: float, fetch_page: Callable[[str], Page]) -> Page:
        host = _site(url)
        for attempt in stamina.retry_context(
            on=_try_again,
            attempts=TRIES,
            timeout=None,
            wait_initial=self._settings.fetch_pause_seconds,
            wait_max=LONGEST_WAIT,
        ):
            with attempt:
                self._wait_for(host)
                try:
                    return fetch_page(url)
                except FetchFailed as error:
                    if error.may_pass and attempt.num < TRIES:
                        _log.info("trying_again", reason=str(error), tried=attempt.num)
                    raise
                finally:
                    _remember(self._next_visit, host, time.monotonic() + pause)
        raise AssertionError("the last attempt returns or raises")

    def _wait_for(self, host: str) -> None:
        time.sleep(max(0.0, self._next_visit.get(host, 0.0) - time.monotonic()))

    def _robots_allowing(self, url: str) -> Protego:
        """The rules of the site of a page, which allow it. Raises `FetchRefused` where they do not."""
        robots = self._robots_of(url)
        if robots is NOTHING:
            raise FetchRefused(
                f"the robots.txt of its site cannot be had, so that {url} is left; try again later"
            )
        if not robots.can_fetch(url, AGENT):
            raise FetchRefused(f"the robots.txt of its site does not want {url} to be fetched by programs")
        return robots

    def _robots_of(self, url: str) -> Protego:
        site = _site(url)
        if site not in self._robots:
            _remember(self._robots, site, self._fetched_robots(site))
        return self._robots[site]

    def _fetched_robots(self, site: str) -> Protego:
        fetch_beginning = partial(
            self._fetch,
            most_bytes=ROBOTS_BYTES,
            endings={**ENDINGS, "application/octet-stream": ".txt"},
            only_beginning=True,
        )
        try:
            page = self._tried(f"{site}/robots.txt", 0.0, fetch_beginning)
        except FetchRefused:
            raise
        except FetchFailed as error:
            # A site without rules allows everything; one that cannot say them now, nothing (RFC 9309).
            return NOTHING if error.may_pass or error.status is None else ALL
        content = page.content
        if len(content) == ROBOTS_BYTES:
            content = content[: content.rfind(b"\n") + 1]  # half a rule may forbid the whole site
        try:
            return Protego.parse(content.decode("utf-8", "replace"))
        except ValueError as error:
            raise NotAnArticle(f"the robots.txt of {site} cannot be read") from error


def _try_again(error: Exception) -> bool | float:
    """Whether to fetch again; as a number, after how many seconds."""
    if not isinstance(error, FetchFailed) or not error.may_pass:
        return False
    return True if error.retry_after is None else min(error.retry_after, LONGEST_WAIT)


def _site(url: str) -> str:
    """The scheme and host of an address, which share a robots.txt.

    >>> _site("https://News.example.org:8080/a/b?c")
    'https://news.example.org:8080'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _remember(found: OrderedDict[str, Value], key: str, value: Value) -> None:
    found[key] = value
    found.move_to_end(key)
    if len(found) > HOSTS_REMEMBERED:
        found.popitem(last=False)
