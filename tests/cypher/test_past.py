"""The graph as it was at a moment: just what it would have said then, and nothing of the look back stays."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.contents import stored_contents
from cypher.decisions import Proposal, decide, undo_decision
from cypher.errors import DecisionRefusedError, TooMuchChangedError
from cypher.export import export_lines
from cypher.graph import Graph
from cypher.ledger import rebuild, record_readings, retract_article
from cypher.past import as_of
from cypher.verify import verify
from tests.cypher.test_ledger_laws import everything, few
from tests.cypher.worlds import NOW, article, met, proposals, readings

Empty = Callable[[], Graph]


@few
@given(data=st.data())
def test_a_look_back_gives_just_what_the_graph_gave_then(empty_graph: Empty, data: st.DataObject) -> None:
    """Articles come, are corrected, retracted and come again; decisions are made and undone."""
    graph = empty_graph()
    remembered = [(NOW, list(export_lines(graph)))]
    made: list[str] = []
    for number in range(data.draw(st.integers(2, 7))):
        moment = NOW + timedelta(hours=number + 1)
        identifier = f"a:{data.draw(st.integers(0, 2))}"
        match data.draw(st.sampled_from(("record", "record", "record", "retract", "decide", "undo"))):
            case "record":
                reading = data.draw(readings(identifier, data.draw(st.sampled_from(("first", "second")))))
                received = replace(reading.article, received_at=moment)
                record_readings(graph, [replace(reading, article=received)], moment)
            case "retract":
                retract_article(graph, identifier, moment)
            case "decide":
                try:
                    (proposal,) = data.draw(proposals(most=1))
                    made.append(decide(graph, proposal, moment, must_be_known=False).id)
                except DecisionRefusedError:
                    pass
            case "undo" if made:
                undo_decision(graph, data.draw(st.sampled_from(made)), moment)
        remembered.append((moment, list(export_lines(graph))))
    before = everything(graph)

    for moment, lines in data.draw(st.permutations(remembered)):
        with as_of(graph, moment) as past:
            assert list(export_lines(past)) == lines

    assert everything(graph) == before
    assert verify(graph) == ()


def test_a_look_back_sees_what_was_corrected_since(graph: Graph) -> None:
    """Text, title and claims of the article are those of then; what came later is not there."""
    first = article("a:1", met("Q1", "Q2"), text="They met.")
    record_readings(graph, [first], NOW)
    then = list(export_lines(graph))
    later = NOW + timedelta(days=1)
    second = article("a:1", met("Q1", "Q3"), text="They did not.", received_at=later)
    record_readings(graph, [second, article("a:2", met("Q4", "Q5"))], later)
    retract_article(graph, "a:1", later + timedelta(days=1))
    rebuild(graph)

    with as_of(graph, NOW) as past:
        lines = list(export_lines(past))

    assert lines == then
    assert json.loads(lines[0])["properties"]["text"] == "They met."
    assert ("MET_WITH", "Q4", "Q5") in {edge[:3] for edge in stored_contents(graph).edges}


def test_a_look_back_over_too_much_change_is_refused_and_says_how_much(graph: Graph) -> None:
    record_readings(graph, [article("a:1", met("Q1", "Q2"))], NOW)
    long_ago = NOW - timedelta(days=1)

    look_back = as_of(graph, long_ago, most_changes=1)
    with pytest.raises(TooMuchChangedError, match="2 claims, articles and decisions"), look_back:
        pass
    with as_of(graph, long_ago, most_changes=2) as past:
        assert list(export_lines(past)) == []


def test_a_writer_waits_for_a_look_back_and_then_writes(graph: Graph) -> None:
    """The lock that the look back holds ends with it, also where it fails."""
    record_readings(graph, [article("a:1", met("Q1", "Q2"))], NOW)
    decide(graph, Proposal("merge", "Q1", "Q3"), NOW, must_be_known=False)

    with pytest.raises(ZeroDivisionError), as_of(graph, NOW - timedelta(days=1)):
        raise ZeroDivisionError

    assert record_readings(graph, [article("a:2", met("Q1", "Q2"))], NOW).articles_new == 1
    assert verify(graph) == ()
