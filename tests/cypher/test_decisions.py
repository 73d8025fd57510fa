"""Decisions about identities: who is whom, who is two, who is kept apart; undone without a trace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.contents import Contents, expected_of_ledger, stored_contents
from cypher.decisions import Proposal, decide, undo_decision
from cypher.derivation.decisions import Decision
from cypher.errors import DecisionRefusedError
from cypher.graph import Graph
from cypher.ledger import rebuild, record_readings, retract_article
from cypher.rows import ReadingRows
from cypher.verify import verify
from tests.cypher.test_ledger_laws import few
from tests.cypher.worlds import NOW, article, day, met, office, proposals, readings, worlds

Empty = Callable[[], Graph]

ADA, BEN = "person:aaa:ada", "person:aaa:ben"
CLEO, DAN = "person:bbb:cleo", "person:bbb:dan"


def decided(graph: Graph, proposal: Proposal) -> Decision | None:
    """The decision, or None if it was refused."""
    try:
        return decide(graph, proposal, NOW, must_be_known=False)
    except DecisionRefusedError:
        return None


def edges(graph: Graph, kind: str) -> set[tuple[str, str]]:
    return {(source, target) for found, source, target, _ in stored_contents(graph).edges if found == kind}


def in_this_order(graph: Graph, steps: Sequence[ReadingRows | Proposal]) -> Contents:
    """Record and decide; what is derived in the end."""
    for step in steps:
        if isinstance(step, Proposal):
            decided(graph, step)
        else:
            record_readings(graph, [step], NOW)
    return stored_contents(graph)


@few
@given(world=worlds(), wanted=proposals(), data=st.data())
def test_a_decision_before_or_after_the_articles_gives_the_same_graph(
    empty_graph: Empty, world: tuple[ReadingRows, ...], wanted: tuple[Proposal, ...], data: st.DataObject
) -> None:
    """Law 2: the decisions keep their order, and the articles come in any, before, between or after them."""
    steps: list[ReadingRows | Proposal] = list(data.draw(st.permutations(world)))
    place = 0
    for proposal in wanted:
        place = data.draw(st.integers(place, len(steps)))
        steps.insert(place, proposal)
        place += 1

    mixed = in_this_order(empty_graph(), steps)
    assert mixed == in_this_order(empty_graph(), [*wanted, *world])
    graph = empty_graph()
    assert mixed == in_this_order(graph, [*world, *wanted])

    assert mixed == expected_of_ledger(graph)
    assert verify(graph) == ()
    rebuild(graph)
    assert stored_contents(graph) == mixed


@few
@given(world=worlds(), wanted=proposals(most=4), data=st.data())
def test_an_undone_decision_leaves_the_graph_as_if_it_had_never_been_made(
    empty_graph: Empty, world: tuple[ReadingRows, ...], wanted: tuple[Proposal, ...], data: st.DataObject
) -> None:
    """Law 4 for decisions: in any order, and while articles come and go."""
    newcomer = data.draw(readings("a:0", "corrected"))

    def news(graph: Graph) -> None:
        record_readings(graph, [newcomer], NOW)
        retract_article(graph, "a:0", NOW)

    graph = empty_graph()
    in_this_order(graph, world)
    news(graph)
    without = stored_contents(graph)
    graph = empty_graph()
    in_this_order(graph, world)
    made = [decision for proposal in wanted if (decision := decided(graph, proposal))]
    news(graph)

    for decision in data.draw(st.permutations(made)):
        undone = undo_decision(graph, decision.id, NOW)
        assert undone is not None
        assert undone.revoked_at is not None
        assert stored_contents(graph) == expected_of_ledger(graph)

    assert stored_contents(graph) == without


def test_two_who_are_one_meet_others_as_one_and_are_two_again(graph: Graph) -> None:
    """The claims keep what they said; the old id leads to the new one."""
    record_readings(graph, [article("a:1", met(ADA, CLEO, on=day(0)))], NOW)
    record_readings(graph, [article("a:2", met(BEN, CLEO, on=day(0)), office(BEN, "AAA"))], NOW)
    before = stored_contents(graph)
    assert len(edges(graph, "SUPPORTS")) == 2

    decision = decide(graph, Proposal("merge", ADA, BEN, reason="one woman, two spellings"), NOW)

    assert edges(graph, "MET_WITH") == {(ADA, CLEO)}
    assert len({meeting for _, meeting in edges(graph, "SUPPORTS")}) == 1
    assert edges(graph, "REPRESENTS") == {(ADA, "AAA")}
    assert verify(graph) == ()
    assert decide(graph, Proposal("merge", ADA, BEN), NOW + timedelta(days=1)) == decision

    undo_decision(graph, decision.id, NOW, "the same editor")
    assert stored_contents(graph) == before


def test_a_split_takes_the_claims_of_some_articles_to_somebody_new(graph: Graph) -> None:
    """The same split again, after it was undone, gives the same id."""
    record_readings(graph, [article("a:1", met(ADA, CLEO)), article("a:2", met(ADA, DAN))], NOW)

    first = decide(graph, Proposal("split", ADA, articles=("a:2",)), NOW)
    assert edges(graph, "MET_WITH") == {(ADA, CLEO), tuple(sorted((first.other, DAN)))}
    undo_decision(graph, first.id, NOW)
    assert edges(graph, "MET_WITH") == {(ADA, CLEO), (ADA, DAN)}
    second = decide(graph, Proposal("split", ADA, articles=("a:2",)), NOW)

    assert (second.other, second.id != first.id) == (first.other, True)
    assert verify(graph) == ()


def test_an_id_means_whom_it_stood_for_when_the_decision_was_made(graph: Graph) -> None:
    """After "Ben is Ada", "Cleo is Ben" says that Cleo is Ada; without the first she is Ben."""
    record_readings(graph, [article("a:1", met(ADA, DAN), met(BEN, DAN), met(CLEO, DAN))], NOW)
    first = decide(graph, Proposal("merge", ADA, BEN), NOW)
    decide(graph, Proposal("merge", BEN, CLEO), NOW)
    assert edges(graph, "MET_WITH") == {(ADA, DAN)}

    undo_decision(graph, first.id, NOW)
    assert edges(graph, "MET_WITH") == {(ADA, DAN), (BEN, DAN)}


@pytest.mark.parametrize(
    ("made", "wanted", "reason"),
    [
        ([], Proposal("merge", ADA, "place:aaa:port"), "is a place"),
        ([], Proposal("merge", "AAA", "BBB"), "needs no decision"),
        ([], Proposal("merge", ADA, ADA), "Both are"),
        ([], Proposal("merge", ADA, "person:aaa:nobody"), "knows no 'person:aaa:nobody'"),
        ([], Proposal("split", ADA), "needs the articles"),
        ([], Proposal("split", ADA, articles=("a:9",)), "says nothing of"),
        ([Proposal("keep_apart", ADA, BEN)], Proposal("merge", BEN, ADA), "kept apart by the decision d:"),
        (
            [Proposal("keep_apart", ADA, CLEO), Proposal("merge", ADA, BEN)],
            Proposal("merge", CLEO, BEN),
            "kept apart",
        ),
        ([Proposal("merge", ADA, BEN)], Proposal("merge", BEN, ADA), "one already"),
        ([Proposal("merge", ADA, BEN)], Proposal("keep_apart", BEN, ADA), "one by other decisions"),
    ],
)
def test_what_cannot_be_or_contradicts_is_refused_and_changes_nothing(
    graph: Graph, made: list[Proposal], wanted: Proposal, reason: str
) -> None:
    record_readings(
        graph,
        [
            article(
                "a:1", met(ADA, BEN, CLEO, place="place:aaa:port"), office(ADA, "AAA"), office(CLEO, "BBB")
            )
        ],
        NOW,
    )
    for proposal in made:
        decide(graph, proposal, NOW)
    before = stored_contents(graph)

    with pytest.raises(DecisionRefusedError, match=reason):
        decide(graph, wanted, NOW)

    assert stored_contents(graph) == before


def test_verify_finds_a_redirect_that_is_gone_and_a_rebuild_mends_it(graph: Graph) -> None:
    record_readings(graph, [article("a:1", met(ADA, CLEO), met(BEN, CLEO))], NOW)
    decide(graph, Proposal("merge", ADA, BEN), NOW)
    graph.transaction(
        lambda transaction: transaction._transaction.run("MATCH (r:Redirect) DELETE r").consume()
    )

    assert [finding.check for finding in verify(graph)] == ["nodes"]
    rebuild(graph)
    assert verify(graph) == ()
