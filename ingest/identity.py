"""Ids made from what never changes: the same article and the same claim get the same id on every machine.

Pure functions. A changed rule here would give every known article a second self, so there is a doctest
for each rule and none of them may move.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import normalize_url

# 80 bits: the chance that any two of a hundred million claims share an id is below one in a hundred million.
HASH_DIGITS = 20

# Parameters by which campaigns mark a link; the article behind it is the same.
TRACKING_PARAMETERS = frozenset({"fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"})
TRACKING_PREFIX = "utm_"

DEFAULT_PORTS = {"http": 80, "https": 443}

# How newspapers mark the forms of a page that they make for phones and printers.
_FORM_IN_HOST = re.compile(r"^(?:www|amp|m|mobile)\.(?=[^.]+\.)")
_FORM_IN_PATH = re.compile(r"(?:/amp|\.amp|/print)$|^/amp(?=/)")
_FORM_IN_QUERY = re.compile(r"(?:amp|print)(?:=(?:1|true|yes)?)?|output(?:type)?=amp", re.IGNORECASE)


def sha256_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits.

    >>> sha256_of("abc")
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

    Half of a surrogate pair, which is not valid UTF-8, has a hash of its own too:

    >>> sha256_of("\\ud83d") != sha256_of("\\ude00")
    True
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(*, given: str | None = None, url: str | None = None, text: str) -> str:
    """The id of an article: the one that its source gave, else from its address, else from its text.

    >>> article_id(given=" tass-4711 ", url="https://example.org/a", text="...")
    'tass-4711'
    >>> article_id(url="https://Example.org/a?utm_source=mail#top", text="first version")
    'a:b5b10dd0429e69ac7cfa'
    >>> article_id(url="https://example.org/a", text="a corrected version")
    'a:b5b10dd0429e69ac7cfa'
    >>> article_id(text="abc")
    'a:ba7816bf8f01cfea4141'
    """
    if given and given.strip():
        return given.strip()
    return "a:" + sha256_of(canonical_url(url) if url and url.strip() else text)[:HASH_DIGITS]


def claim_id(article: str, text_sha256: str, kind: str, start: int, end: int, names: Iterable[str]) -> str:
    """The id of a claim: what kind of claim, in which sentence of which version of which article, about whom.

    `names` are rendered names in the order of the claim. They are kept apart in the hash:

    >>> first = claim_id("a:1", "00", "meeting", 0, 9, ["A B", "C"])
    >>> first == claim_id("a:1", "00", "meeting", 0, 9, ["A", "B C"])
    False
    >>> claim_id("a:1", "00", "meeting", 0, 9, ["A", "B"])
    'c:03d78897a45a62af6fc7'
    """
    parts = [article, text_sha256, kind, start, end, *names]
    return "c:" + sha256_of(json.dumps(parts, ensure_ascii=True, separators=(",", ":")))[:HASH_DIGITS]


def canonical_url(url: str) -> str:
    """An address without what leaves the page the same: case of the host, port, fragment, campaign marks.

    >>> canonical_url(" HTTPS://Example.ORG:443/World/a?id=7&utm_medium=rss&fbclid=x#comments ")
    'https://example.org/World/a?id=7'
    >>> canonical_url("https://example.org")
    'https://example.org/'

    What is no web address stays as it is:

    >>> canonical_url("urn:news:4711")
    'urn:news:4711'
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return url
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port is not None and port != DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in TRACKING_PARAMETERS and not name.startswith(TRACKING_PREFIX)
    ]
    return urlunsplit((parts.scheme, host, parts.path or "/", urlencode(kept), ""))


def page_address(url: str) -> str | None:
    """What all links to one page have in common, however they are spelled; None for other addresses.

    >>> page_address("http://www.Example.org/World/a/?utm_source=mail#top")
    'example.org/World/a'
    >>> page_address("https://example.org/read?page=2&id=7&ref=home") == page_address(
    ...     "https://example.org/read?id=7&page=2"
    ... )
    True

    A page for phones or for printers is the same page:

    >>> page_address("https://m.example.org/World/a") == page_address("https://example.org/World/a/amp/")
    True
    >>> page_address("https://amp.example.org/World/a?outputType=amp"), page_address("https://m.org/a?print=1")
    ('example.org/World/a', 'm.org/a')

    A front page is nobody's article: some feeds give it for all of theirs.

    >>> page_address("https://example.org/") is page_address("urn:news:4711") is None
    True
    """
    parts = urlsplit(normalize_url(canonical_url(url)))
    path = _FORM_IN_PATH.sub("", parts.path.rstrip("/"))
    query = "&".join(part for part in parts.query.split("&") if not _FORM_IN_QUERY.fullmatch(part))
    place = path + (f"?{query}" if query else "")
    if parts.scheme not in DEFAULT_PORTS or not place:
        return None
    return f"{_FORM_IN_HOST.sub('', parts.netloc)}{place}"
