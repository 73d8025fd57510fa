"""The graph in the formats of other programs: nothing is lost, and those programs can read it."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from cypher.formats import FORMATS
from cypher.formats.shape import Edge, Node
from cypher.formats.tables import LIST_SEPARATOR

AWKWARD = 'A "quoted", comma; line\nbreak <tag> & \x07 bell'


def some_nodes() -> list[Node]:
    """One node of most kinds, with values that are hard to write."""
    return [
        Node(
            "Article",
            "Q1",  # another maker's id, which is a person's as well
            {"id": "Q1", "title": AWKWARD, "published_at": date(2024, 5, 3), "topics": ()},
            (Edge("STATES", "c:1", "Claim", {}), Edge("MENTIONS", "Q1", "Person", {"count": 2})),
        ),
        Node(
            "Claim",
            "c:1",
            {"id": "c:1", "sentence": "Ana Sá met Li Wei.", "confidence": 0.9},
            (Edge("SUPPORTS", "m:1", "Meeting", {}),),
        ),
        Node(
            "Person",
            "Q1",
            {"id": "Q1", "name": "Ana Sá", "aliases": ("A. Sá", "Ана Са")},
            (
                Edge("ATTENDED", "m:1", "Meeting", {"side": 0, "title": None}),
                Edge("MET_WITH", "Q2", "Person", {"meetings": 3, "first": date(2024, 5, 2)}),
            ),
        ),
        Node(
            "Person", "Q2", {"id": "Q2", "name": "Li Wei"}, (Edge("ATTENDED", "m:1", "Meeting", {"side": 1}),)
        ),
        Node("Place", "place:RUS:moscow", {"id": "place:RUS:moscow", "name": "Moscow", "country": "RUS"}, ()),
        Node("Place", "place:XXX:nowhere", {"id": "place:XXX:nowhere", "name": "Nowhere"}, ()),
        Node(
            "Meeting",
            "m:1",
            {"id": "m:1", "status": "cancelled", "earliest": date(2024, 5, 2), "topics": ("trade", "fish")},
            (Edge("HELD_IN", "place:RUS:moscow", "Place", {}),),
        ),
    ]


def written(form: str, nodes: list[Node] | None = None) -> bytes:
    return b"".join(FORMATS[form].write(iter(some_nodes() if nodes is None else nodes)))


def tables(form: str) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(written(form))) as archive:
        assert archive.testzip() is None
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_graph_is_written_byte_for_byte_alike(form: str) -> None:
    assert written(form) == written(form)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_graph_is_a_whole_document(form: str) -> None:
    data = written(form, [])

    if FORMATS[form].ending == "zip":
        zipfile.ZipFile(io.BytesIO(data))
    elif form == "graphml":
        ElementTree.fromstring(data)
    elif form != "jsonl":
        json.loads(data)


def test_tables_hold_every_node_and_edge() -> None:
    found = tables("csv")

    assert {name: len(rows) for name, rows in found.items()} == {
        "nodes_article.csv": 1,
        "nodes_claim.csv": 1,
        "nodes_meeting.csv": 1,
        "nodes_person.csv": 2,
        "nodes_place.csv": 2,
        "edges_article_mentions_entity.csv": 1,
        "edges_article_states_claim.csv": 1,
        "edges_claim_supports_meeting.csv": 1,
        "edges_meeting_held_in_entity.csv": 1,
        "edges_person_attended_meeting.csv": 2,
        "edges_person_met_with_entity.csv": 1,
    }
    assert found["nodes_article.csv"][0]["title"] == AWKWARD
    assert json.loads(found["nodes_person.csv"][0]["aliases"]) == ["A. Sá", "Ана Са"]
    assert found["nodes_person.csv"][1] == {"id": "Q2", "aliases": "", "name": "Li Wei"}
    assert found["edges_person_met_with_entity.csv"] == [
        {"source": "Q1", "target": "Q2", "kind": "MET_WITH", "first": "2024-05-02", "meetings": "3"}
    ]


def test_tables_for_neo4j_tell_types_and_keep_the_ids_of_articles_apart() -> None:
    found = tables("neo4j")

    assert found["nodes_person.csv"][0] == {
        "id:ID(Entity)": "Q1",
        ":LABEL": f"Person{LIST_SEPARATOR}Entity",
        "aliases:string[]": f"A. Sá{LIST_SEPARATOR}Ана Са",
        "name:string": "Ana Sá",
    }
    assert found["edges_article_mentions_entity.csv"] == [
        {":START_ID(Article)": "Q1", ":END_ID(Entity)": "Q1", ":TYPE": "MENTIONS", "count:long": "2"}
    ]
    assert "published_at:date" in found["nodes_article.csv"][0]


def test_no_spreadsheet_takes_a_text_of_the_news_for_a_formula() -> None:
    node = Node("Article", "a:1", {"id": "a:1", "title": "=HYPERLINK(1)", "score": -1.5}, ())
    with zipfile.ZipFile(io.BytesIO(written("csv", [node]))) as archive:
        assert archive.read("nodes_article.csv").decode() == "id,score,title\na:1,-1.5,'=HYPERLINK(1)\n"


def test_graphml_is_read_by_a_reader_of_xml() -> None:
    root = ElementTree.fromstring(written("graphml"))
    name = "{http://graphml.graphdrawing.org/xmlns}"
    keys = {key.get("id"): key for key in root.findall(f"{name}key")}
    nodes = root.findall(f"{name}graph/{name}node")
    edges = root.findall(f"{name}graph/{name}edge")

    assert len({node.get("id") for node in nodes}) == len(nodes) == 7
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= {
        *(node.get("id") for node in nodes)
    }
    used = {data.get("key") for part in (*nodes, *edges) for data in part}
    assert used <= set(keys)
    assert keys["e.meetings"].get("attr.type") == "long"
    titles = [data.text for data in nodes[0] if data.get("key") == "n.title"]
    assert titles == [AWKWARD.replace("\x07", "\ufffd")]


def test_graphml_begins_before_all_nodes_are_read() -> None:
    """Also where one has what no key is declared for: that is not lost."""

    def endless() -> Iterator[Node]:
        for number in range(10_000):
            yield Node("Person", f"Q{number}", {"id": f"Q{number}", "name": "A" * 100, "hat": [number]}, ())
        raise AssertionError("all nodes were read before the first were written")

    first = next(iter(FORMATS["graphml"].write(endless()))).decode()

    assert '<data key="n.more">{"hat": [7]}</data>' in first


def test_linked_data_speaks_of_people_events_and_claims() -> None:
    document = json.loads(written("jsonld"))
    by_id = {node["@id"]: node for node in document["@graph"]}

    assert document["@context"]["@vocab"] == "https://schema.org/"
    assert by_id["wd:Q1"]["@type"] == "Person"
    assert by_id["wd:Q1"]["knows"] == [{"@id": "wd:Q2"}]
    assert by_id["wd:Q1"]["@reverse"] == {"attendee": [{"@id": "urn:demarche:m:1"}]}
    assert by_id["urn:demarche:article:Q1"]["headline"] == AWKWARD
    meeting = by_id["urn:demarche:m:1"]
    assert (meeting["@type"], meeting["startDate"]) == ("Event", "2024-05-02")
    assert meeting["eventStatus"] == {"@id": "https://schema.org/EventCancelled"}
    assert meeting["location"] == [{"@id": "urn:demarche:place:RUS:moscow"}]


def test_places_are_points_where_they_are_known() -> None:
    moscow, nowhere = json.loads(written("geojson"))["features"]

    longitude, latitude = moscow["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (38, 56)
    assert moscow["properties"] == {"name": "Moscow", "country": "RUS"}
    assert nowhere["geometry"] is None


@pytest.mark.parametrize("form", FORMATS)
def test_memory_does_not_grow_with_the_graph(form: str) -> None:
    """Ten times as many nodes take no more than what a spool or a piece may hold."""

    def many(count: int) -> Iterator[Node]:
        for number in range(count):
            properties: dict[str, Any] = {"id": f"Q{number}", "name": f"Person {number}" * 20}
            yield Node(
                "Person", f"Q{number}", properties, (Edge("MET_WITH", "Q0", "Person", {"meetings": 1}),)
            )

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in FORMATS[form].write(many(count)):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    next(iter(FORMATS[form].write(iter(()))), None)  # what is loaded once does not count
    assert peak(20_000) < peak(4_000) + 2_000_000
