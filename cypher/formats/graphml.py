"""GraphML, for programs that draw and measure graphs. Lists are JSON, as the format has none."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from cypher.formats.shape import Node, as_json, pieces
from cypher.formats.spool import Spool

_TYPES = {"str": "string", "int": "long", "float": "double", "bool": "boolean"}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

# What XML 1.0 cannot hold, even in disguise, becomes the sign for a character that is not known.
_NOT_IN_XML = {code: "\ufffd" for code in (*range(0x20), 0xFFFE, 0xFFFF) if code not in (0x9, 0xA, 0xD)}


def write(nodes: Iterable[Node]) -> Generator[bytes]:
    """The document. Its columns stand at its head, so that all rows are read before the second line comes."""
    return pieces(_document(nodes))


def _document(nodes: Iterable[Node]) -> Iterator[str]:
    yield _HEAD
    with Spool() as node_rows, Spool() as edge_rows:
        for node in nodes:
            properties = {name: value for name, value in node.properties.items() if name != "id"}
            node_rows.add((_id(node.kind, node.id), node.kind, node.id), properties)
            for edge in node.edges:
                target = _id(edge.target_kind, edge.target)
                edge_rows.add((_id(node.kind, node.id), target, edge.kind), edge.properties)
        yield f'<graphml xmlns="{_NAMESPACE}">\n'
        yield '<key id="labels" for="node" attr.name="labels" attr.type="string"/>\n'
        yield '<key id="id" for="node" attr.name="id" attr.type="string"/>\n'
        yield '<key id="kind" for="edge" attr.name="kind" attr.type="string"/>\n'
        yield from _keys("node", node_rows.columns)
        yield from _keys("edge", edge_rows.columns)
        yield '<graph id="demarche" edgedefault="directed">\n'
        for (key, kind, own), properties in node_rows.rows():
            data = _data("labels", kind) + _data("id", own) + _all_data("n", properties)
            yield f"<node id={_attribute(key)}>{data}</node>\n"
        for (source, target, kind), properties in edge_rows.rows():
            data = _data("kind", kind) + _all_data("e", properties)
            yield f"<edge source={_attribute(source)} target={_attribute(target)}>{data}</edge>\n"
        yield "</graph>\n</graphml>\n"


def _id(kind: str, key: str) -> str:
    """Articles have ids of other makers, which may be those of anything."""
    return f"Article {key}" if kind == "Article" else key


def _keys(of: str, columns: Mapping[str, str]) -> Iterator[str]:
    for name, kind in columns.items():
        yield (
            f'<key id="{of[0]}.{name}" for="{of}" attr.name={_attribute(name)} '
            f'attr.type="{_TYPES.get(kind, "string")}"/>\n'
        )


def _all_data(prefix: str, properties: Mapping[str, Any]) -> str:
    return "".join(
        _data(f"{prefix}.{name}", _text(value)) for name, value in properties.items() if value is not None
    )


def _data(key: str, text: str) -> str:
    return f"<data key={_attribute(key)}>{escape(text.translate(_NOT_IN_XML))}</data>"


def _attribute(text: str) -> str:
    return quoteattr(text.translate(_NOT_IN_XML))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return as_json(value).strip('"') if hasattr(value, "isoformat") else as_json(value)
