"""The six laws of the graph, as properties over generated worlds on a real Neo4j; compared whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cypher.contents import Contents, articles_of_ledger, expected_of_ledger, stored_contents
from cypher.decisions import Proposal, decide, undo_decision
from cypher.errors import DecisionRefusedError
from cypher.graph import Graph, Transaction
from cypher.invented.news import world_news
from cypher.invented.world import World
from cypher.ledger import rebuild, record_readings, retract_article, retract_articles
from cypher.rows import ReadingRows
from cypher.verify import verify
from tests.cypher.worlds import NOW, article, met, proposals, readings, worlds

Empty = Callable[[], Graph]

few = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


def record(graph: Graph, batches: Iterable[Sequence[ReadingRows]]) -> Contents:
    """Record batches one after the other; what is derived in the end."""
    for batch in batches:
        record_readings(graph, batch, NOW)
    return stored_contents(graph)


def one_by_one(world: Iterable[ReadingRows]) -> list[list[ReadingRows]]:
    """Each article a batch of its own."""
    return [[reading] for reading in world]


@few
@given(world=worlds())
def test_the_same_article_again_changes_no_node_edge_or_property(
    empty_graph: Empty, world: tuple[ReadingRows, ...]
) -> None:
    """Law 1; the ledger with its timestamps is compared too."""
    graph = empty_graph()
    record(graph, [world])
    before = everything(graph)
    later = [replace(r, article=replace(r.article, received_at=NOW + timedelta(days=1))) for r in world]

    report = record_readings(graph, later, NOW + timedelta(days=1))

    assert everything(graph) == before
    assert report.articles_unchanged == len(world)
    assert report.claims_new == report.claims_retired == 0


@few
@given(world=worlds(), data=st.data())
def test_the_order_of_arrival_leaves_no_trace(
    empty_graph: Empty, world: tuple[ReadingRows, ...], data: st.DataObject
) -> None:
    """Law 2, in single articles and in one batch."""
    shuffled = data.draw(st.permutations(world))

    first = record(empty_graph(), one_by_one(world))
    second = record(empty_graph(), one_by_one(shuffled))
    together = record(empty_graph(), [shuffled])

    assert first == second == together


@few
@given(world=worlds(), wanted=proposals(), data=st.data())
def test_what_grew_step_by_step_equals_what_a_rebuild_and_the_pure_rules_give(
    empty_graph: Empty, world: tuple[ReadingRows, ...], wanted: tuple[Proposal, ...], data: st.DataObject
) -> None:
    """Law 3; on the way, articles are corrected and retracted, and decisions made and undone."""
    graph = empty_graph()
    record(graph, one_by_one(world))
    made: list[str] = []
    steps = data.draw(st.permutations([*world, *wanted]))
    for step in steps:
        later = NOW + timedelta(hours=1)
        if isinstance(step, Proposal):
            with suppress(DecisionRefusedError):
                made.append(decide(graph, step, later, must_be_known=False).id)
            continue
        identifier = step.article.id
        fate = data.draw(st.sampled_from(("stays", "corrected", "retracted", "decision undone")))
        if fate == "corrected":
            new = data.draw(readings(identifier, "corrected"))
            record(graph, [[replace(new, article=replace(new.article, received_at=later))]])
        elif fate == "retracted":
            assert retract_article(graph, identifier, later)
        elif fate == "decision undone" and made:
            undo_decision(graph, data.draw(st.sampled_from(made)), later)

    grown = stored_contents(graph)
    assert grown == expected_of_ledger(graph)
    assert verify(graph) == ()

    rebuild(graph)
    assert stored_contents(graph) == grown


@few
@given(world=worlds(), data=st.data())
def test_ingest_then_retract_leaves_the_graph_as_it_was(
    empty_graph: Empty, world: tuple[ReadingRows, ...], data: st.DataObject
) -> None:
    """Law 4, for several articles that come and go over a graph of others."""
    guests = data.draw(st.sets(st.sampled_from([reading.article.id for reading in world])))
    hosts = [reading for reading in world if reading.article.id not in guests]
    graph = empty_graph()
    before = record(graph, [hosts])
    record(graph, [[reading for reading in world if reading.article.id in guests]])

    if data.draw(st.booleans()):
        assert retract_articles(graph, guests, NOW) == tuple(sorted(guests))
    else:
        for guest in data.draw(st.permutations(sorted(guests))):
            assert retract_article(graph, guest, NOW)

    assert stored_contents(graph) == before


@pytest.mark.parametrize("workers", [2, 8])
@settings(few, max_examples=4)
@given(world=worlds(most=10))
def test_workers_side_by_side_leave_the_graph_of_one_worker(
    empty_graph: Empty, workers: int, world: tuple[ReadingRows, ...]
) -> None:
    """Law 5; each article is sent twice, to make the workers collide."""
    graph = empty_graph()
    with ThreadPoolExecutor(workers) as pool:
        for done in [pool.submit(record_readings, graph, [reading], NOW) for reading in (*world, *world)]:
            done.result()

    assert stored_contents(graph) == record(empty_graph(), [world])


@few
@given(world=worlds())
def test_every_derived_edge_can_name_a_live_claim(empty_graph: Empty, world: tuple[ReadingRows, ...]) -> None:
    """Law 6, asked of the edges and claims as they are stored, apart from the code that made them."""
    graph = empty_graph()
    contents = record(graph, [world])
    claims = {claim.id: claim for article in articles_of_ledger(graph) for claim in article.claims}
    supports = {(claim, meeting) for kind, claim, meeting, _ in contents.edges if kind == "SUPPORTS"}

    for kind, source, target, _ in contents.edges:
        match kind:
            case "ATTENDED":
                assert any(
                    source in {name.entity for name in claims[claim].names}
                    for claim, meeting in supports
                    if meeting == target
                )
            case "MET_WITH":
                assert any(
                    {source, target} <= {name.entity for name in claim.names if name.role != "place"}
                    and (claim.kind, claim.status) == ("meeting", "held")
                    for claim in claims.values()
                )
            case "PARTNER_OF":
                assert any(
                    {source, target} == {name.entity for name in claim.names}
                    and (claim.kind, claim.polarity) == ("partnership", "stated")
                    for claim in claims.values()
                )
            case "REPRESENTS" | "MEMBER_OF":
                assert any(
                    {source, target} == {name.entity for name in claim.names}
                    and claim.kind == {"REPRESENTS": "office", "MEMBER_OF": "membership"}[kind]
                    for claim in claims.values()
                )


@settings(few, max_examples=6)
@given(world=worlds(most=3), newcomer=readings("a:new"), data=st.data())
def test_a_writer_killed_between_any_two_statements_leaves_no_trace(
    empty_graph: Empty, world: tuple[ReadingRows, ...], newcomer: ReadingRows, data: st.DataObject
) -> None:
    """A batch is one transaction: all of it, or nothing."""
    graph = empty_graph()
    record(graph, [world])
    before = everything(graph)
    at = data.draw(st.integers(1, 20))

    with pytest.MonkeyPatch.context() as patch:
        kill_after(patch, at)
        try:
            record_readings(graph, [newcomer], NOW)
            killed = False
        except Killed:
            killed = True

    if killed:
        assert everything(graph) == before
        record(graph, [[newcomer]])
    assert stored_contents(graph) == record(empty_graph(), [[newcomer], world])


def test_a_rebuild_that_was_interrupted_is_found_and_finished(graph: Graph) -> None:
    """What others record while the derived graph is down is derived by the rebuild."""
    record(graph, [[article("a:1", met("Q1", "Q2"))]])
    with pytest.MonkeyPatch.context() as patch:
        kill_after(patch, 5)
        with pytest.raises(Killed):
            rebuild(graph)
    record(graph, [[article("a:2", met("Q1", "Q3"))]])

    assert "rebuild" in {finding.check for finding in verify(graph)}
    rebuild(graph)
    assert verify(graph) == ()
    assert ("MET_WITH", "Q1", "Q3") in {edge[:3] for edge in stored_contents(graph).edges}


def test_rebuilds_side_by_side_help_each_other(graph: Graph) -> None:
    """Two programs that open a graph of older rules both derive it anew."""
    news = list(world_news(World(people=30), 60))
    before = record(graph, [news])

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(3) as pool:
        patch.setattr("cypher.ledger.REBUILD_BATCH", 10)
        patch.setattr("cypher.ledger.WIPE_BATCH", 100)
        for done in [pool.submit(rebuild, graph) for _ in range(3)]:
            assert done.result() >= 0

    assert stored_contents(graph) == before
    assert verify(graph) == ()


class Killed(BaseException):
    """Stands for the end of a process: nothing can catch it by accident."""


def kill_after(patch: pytest.MonkeyPatch, statements: int) -> None:
    """End the process, as it were, after so many statements."""
    left = [statements]
    for method in ("run", "fetch"):
        original = getattr(Transaction, method)

        def killing(
            self: Transaction, *args: object, original: Callable[..., object] = original, **params: object
        ) -> object:
            if not left[0]:
                raise Killed
            left[0] -= 1
            return original(self, *args, **params)

        patch.setattr(Transaction, method, killing)


def everything(graph: Graph) -> tuple[list[str], Contents]:
    """All there is: the ledger with its timestamps, and what is derived."""

    def nodes(transaction: Transaction) -> list[str]:
        result = transaction._transaction.run(
            "MATCH (n:Article|Claim|Lock|Schema) RETURN labels(n) AS l, properties(n) AS p"
        )
        return sorted(json.dumps([row["l"], row["p"]], default=str, sort_keys=True) for row in result)

    return graph.snapshot(nodes), stored_contents(graph)
