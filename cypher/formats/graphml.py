"""GraphML, for programs that draw and measure graphs. Lists are JSON, as the format has none.

What a node or edge may have is told at the head of the document, before the first of them. So the properties
of the graph stand here: an export begins at once, and need not read everything to know its columns.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from cypher.formats.shape import Edge, Node, as_json, pieces
from cypher.formats.spool import IN_MEMORY, type_of

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"str": "string", "int": "long", "float": "double", "bool": "boolean"}
_MORE = "more"
"""What has no key of its own, as JSON."""

_STRINGS = (
    "address", "aliases", "ballots", "changed_at", "countries", "country", "country_pairs", "date", "day",
    "decided_at", "decided_by", "earliest", "entity", "entity_kind", "extractor", "format", "groups",
    "history", "kind", "language", "latest", "name", "other", "polarity", "post", "published_at",
    "publisher", "reason", "received_at", "recorded_at", "relation", "retracted_at", "revoked_at",
    "revoked_by", "role", "rule", "said_on", "sentence", "sha256", "state", "status", "story",
    "superseded_at", "target", "text", "title", "topics", "url", "wikidata",
)  # fmt: skip
_NUMBERS = ("articles", "contradicting_sources", "end", "independent_sources", "start")

NODE_PROPERTIES: Mapping[str, str] = {
    **dict.fromkeys(_STRINGS, "string"),
    **dict.fromkeys(_NUMBERS, "long"),
    "confidence": "double",
    _MORE: "string",
}
EDGE_PROPERTIES: Mapping[str, str] = {
    **dict.fromkeys(
        ("country", "day", "entity", "first", "id", "kinds", "last", "mention", "place"), "string"
    ),
    **dict.fromkeys(("post", "role", "since", "source", "target", "terms", "title", "until"), "string"),
    **dict.fromkeys(("articles", "claims", "count", "independent_sources", "meetings", "side"), "long"),
    "confidence": "double",
    _MORE: "string",
}
"""The properties of the graph's nodes and edges, with their types in GraphML."""

# What XML 1.0 cannot hold, even in disguise, becomes the sign for a character that is not known.
_NOT_IN_XML = {code: "\ufffd" for code in (*range(0x20), 0xFFFE, 0xFFFF) if code not in (0x9, 0xA, 0xD)}


def write(nodes: Iterable[Node]) -> Generator[bytes]:
    """The document of a whole graph: nodes as they come; edges, which follow all of them, wait in a file."""
    return pieces(_document(nodes, NODE_PROPERTIES, EDGE_PROPERTIES))


def write_few(nodes: Iterable[Node]) -> Generator[bytes]:
    """The document of nodes that can be gone through again: its head tells only of what they have."""
    of_nodes = _found(node.properties for node in nodes)
    of_edges = _found(edge.properties for node in nodes for edge in node.edges)
    of_nodes.pop("id", None)
    return pieces(_document(nodes, of_nodes, of_edges))


def _found(several: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The properties that are there, with their types; text for those that have several."""
    found: dict[str, str] = {}
    for properties in several:
        for name, value in properties.items():
            if value is not None:
                kind = _graphml_type(value)
                found[name] = kind if found.setdefault(name, kind) == kind else "string"
    return dict(sorted(found.items()))


def _document(
    nodes: Iterable[Node], of_nodes: Mapping[str, str], of_edges: Mapping[str, str]
) -> Iterator[str]:
    yield f'{_HEAD}<graphml xmlns="{_NAMESPACE}">\n'
    yield '<key id="labels" for="node" attr.name="labels" attr.type="string"/>\n'
    yield '<key id="id" for="node" attr.name="id" attr.type="string"/>\n'
    yield '<key id="kind" for="edge" attr.name="kind" attr.type="string"/>\n'
    yield from _keys("node", of_nodes)
    yield from _keys("edge", of_edges)
    yield '<graph id="demarche" edgedefault="directed">\n'
    with tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", newline="\n") as waiting:
        for node in nodes:
            key = _id(node.kind, node.id)
            data = _data("labels", node.kind) + _data("id", node.id)
            properties = {name: value for name, value in node.properties.items() if name != "id"}
            yield f"<node id={_attribute(key)}>{data}{_all_data('n', properties, of_nodes)}</node>\n"
            waiting.writelines(_edge(key, edge, of_edges) for edge in node.edges)
        waiting.seek(0)
        yield from waiting
    yield "</graph>\n</graphml>\n"


def _edge(source: str, edge: Edge, known: Mapping[str, str]) -> str:
    target = _id(edge.target_kind, edge.target)
    data = _data("kind", edge.kind) + _all_data("e", edge.properties, known)
    return f"<edge source={_attribute(source)} target={_attribute(target)}>{data}</edge>\n"


def _id(kind: str, key: str) -> str:
    """Articles have ids of other makers, which may be those of anything."""
    return f"Article {key}" if kind == "Article" else key


def _keys(of: str, columns: Mapping[str, str]) -> Iterator[str]:
    for name, kind in columns.items():
        yield (f'<key id="{of[0]}.{name}" for="{of}" attr.name={_attribute(name)} attr.type="{kind}"/>\n')


def _all_data(prefix: str, properties: Mapping[str, Any], known: Mapping[str, str]) -> str:
    own: dict[str, str] = {}
    more: dict[str, Any] = {}
    for name, value in properties.items():
        if value is None:
            continue
        # A decision has `articles` that are ids, a meeting one that is a count: only one of them is a number.
        if known.get(name) in ("string", _graphml_type(value)):
            own[name] = _text(value)
        else:
            more[name] = value
    if more:
        own[_MORE] = as_json(more)
    return "".join(_data(f"{prefix}.{name}", text) for name, text in own.items())


def _graphml_type(value: Any) -> str:
    return _TYPES.get(type_of(value), "string")


def _data(key: str, text: str) -> str:
    return f"<data key={_attribute(key)}>{escape(text.translate(_NOT_IN_XML))}</data>"


def _attribute(text: str) -> str:
    return quoteattr(text.translate(_NOT_IN_XML))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return as_json(value).strip('"') if hasattr(value, "isoformat") else as_json(value)
