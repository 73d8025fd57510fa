"""Linked data: people, meetings, articles and claims in the words of schema.org, one node a line.

A person with a Wikidata id bears it as its name in the web of data. What schema.org has no word for stands
under `demarche:`. Linked data has no properties of edges, so that how often two people met is not in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from cypher.formats.shape import Edge, Node, as_json, pieces

CONTEXT: Mapping[str, Any] = {
    "@vocab": "https://schema.org/",
    "demarche": "urn:demarche:word:",
    "wd": "http://www.wikidata.org/entity/",
    "startDate": {"@type": "Date"},
    "endDate": {"@type": "Date"},
    "datePublished": {"@type": "Date"},
}

_TYPES = {
    "Article": "NewsArticle",
    "Claim": "Claim",
    "Person": "Person",
    "Country": "Country",
    "Party": "PoliticalParty",
    "Organization": "Organization",
    "Place": "Place",
    "Meeting": "Event",
}

# Our properties in the words of schema.org, by kind. Those without one are `demarche:` and their own name.
_WORDS: Mapping[str, Mapping[str, str]] = {
    "Article": {
        "title": "headline",
        "url": "url",
        "published_at": "datePublished",
        "publisher": "publisher",
        "language": "inLanguage",
        "text": "articleBody",
    },
    "Claim": {"sentence": "text"},
    "Meeting": {"earliest": "startDate", "latest": "endDate", "topics": "about", "status": "eventStatus"},
}
_ENTITY_WORDS = {"name": "name", "aliases": "alternateName"}

_STATUSES = {
    "planned": "https://schema.org/EventScheduled",
    "held": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}

# Our edges in the words of schema.org; a word in the second place is one of the target's.
_FORWARD = {
    "MET_WITH": "knows",
    "MEMBER_OF": "memberOf",
    "HELD_IN": "location",
    "IN": "containedInPlace",
    "SUPPORTS": "about",
    "MENTIONS": "mentions",
}
_BACKWARD = {"ATTENDED": "attendee", "STATES": "appearance"}


def write(nodes: Iterable[Node]) -> Generator[bytes]:
    """The document."""
    return pieces(_document(nodes))


def _document(nodes: Iterable[Node]) -> Iterator[str]:
    yield f'{{"@context": {as_json(CONTEXT)},\n"@graph": [\n'
    separator = ""
    for node in nodes:
        yield separator + as_json(_described(node))
        separator = ",\n"
    yield "\n]}\n"


def _described(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": _iri(node.kind, node.id), "@type": _TYPES.get(node.kind, "Thing")}
    if node.kind == "Country":
        found["identifier"] = node.id
    words = _WORDS.get(node.kind, _ENTITY_WORDS)
    for name, value in node.properties.items():
        if name == "id" or value is None or value == ():
            continue
        if words.get(name) == "eventStatus":
            found["demarche:status"] = value
            if value not in _STATUSES:
                continue
            value = {"@id": _STATUSES[value]}
        found[words.get(name, f"demarche:{name}")] = value
    found |= _linked(node.edges, lambda kind: _FORWARD.get(kind) or f"demarche:{kind.lower()}", forward=True)
    backward = _linked(node.edges, lambda kind: _BACKWARD[kind], forward=False)
    return found | ({"@reverse": backward} if backward else {})


def _linked(edges: Iterable[Edge], word: Callable[[str], str], *, forward: bool) -> dict[str, Any]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for edge in edges:
        if (edge.kind in _BACKWARD) is not forward:
            found[word(edge.kind)][_iri(edge.target_kind, edge.target)] = None
    return {name: [{"@id": iri} for iri in iris] for name, iris in found.items()}


def _iri(kind: str, key: str) -> str:
    """The name of a node in the web of data.

    >>> _iri("Person", "Q23530"), _iri("Place", "place:RUS:moscow"), _iri("Article", "Q1")
    ('wd:Q23530', 'urn:demarche:place:RUS:moscow', 'urn:demarche:article:Q1')
    """
    if kind == "Article":
        return f"urn:demarche:article:{quote(key, safe=':')}"
    if key[:1] == "Q" and key[1:].isdigit():
        return f"wd:{key}"
    return f"urn:demarche:{quote(key, safe=':')}"
