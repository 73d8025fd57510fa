"""What recording does, told case by case: versions, retractions, history, and what a batch costs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import sleep
from typing import Any

import pytest
from neo4j import GraphDatabase

from cypher.connect import Endpoint
from cypher.contents import stored_contents
from cypher.decisions import Proposal, decide
from cypher.errors import WritersBusyError
from cypher.graph import WRITE_SECONDS, Graph, Transaction
from cypher.ledger import RecordReport, follow_rules, rebuild, record_readings, retract_article
from cypher.reads.counts import RECORDED_LATELY, RecordedLatelyRow
from cypher.reads.meetings import MEETING_ONCE_CALLED
from cypher.rows import ReadingRows
from cypher.turns import take_lock
from cypher.verify import verify
from tests.cypher.worlds import NOW, article, day, entity, met, office, partners

HOUR = timedelta(hours=1)


def edges(graph: Graph, kind: str) -> set[tuple[str, str]]:
    """Who is joined to whom by edges of a kind."""
    return {(source, target) for found, source, target, _ in stored_contents(graph).edges if found == kind}


def nodes(graph: Graph, label: str) -> set[str]:
    """The ids of derived nodes of a label."""
    return {key for labels, key, _ in stored_contents(graph).nodes if label in labels.split(":")}


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim as the ledger keeps it."""

    id: str
    recorded_at: datetime
    retracted_at: datetime | None


def stored_claims(graph: Graph) -> list[StoredClaim]:
    """All claims of the ledger, by when they were recorded."""

    def ask(transaction: Transaction) -> list[StoredClaim]:
        rows = transaction._transaction.run(
            "MATCH (c:Claim) RETURN c.id AS id, c.recorded_at AS recorded_at, c.retracted_at AS retracted_at"
        )
        return [
            StoredClaim(
                row["id"],
                row["recorded_at"].to_native(),
                row["retracted_at"].to_native() if row["retracted_at"] else None,
            )
            for row in rows
        ]

    return sorted(graph.snapshot(ask), key=lambda claim: (claim.recorded_at, claim.id))


def later(reading: ReadingRows, span: timedelta) -> ReadingRows:
    """The same reading, received later."""
    return replace(reading, article=replace(reading.article, received_at=reading.article.received_at + span))


def test_an_article_becomes_people_a_meeting_and_an_acquaintance(graph: Graph) -> None:
    """The shortest whole path."""
    report = record_readings(
        graph, [article("a:1", met("Q1", "Q2", on=day(0), place="place:aaa:port"), office("Q1", "AAA"))], NOW
    )

    assert report == RecordReport(articles_new=1, claims_new=2, meetings_new=1)
    assert nodes(graph, "Person") == {"Q1", "Q2"}
    assert nodes(graph, "Country") == {"AAA"}
    assert edges(graph, "MET_WITH") == {("Q1", "Q2")}
    assert edges(graph, "IN") == {("place:aaa:port", "AAA")}
    assert edges(graph, "REPRESENTS") == {("Q1", "AAA")}
    assert {source for source, _ in edges(graph, "ATTENDED")} == {"Q1", "Q2"}


def test_a_second_paper_confirms_the_meeting(graph: Graph) -> None:
    """One meeting, two articles."""
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)))], NOW)
    report = record_readings(graph, [article("a:2", met("Q1", "Q2", on=day(0)))], NOW)

    assert (report.meetings_new, report.meetings_confirmed) == (0, 1)
    assert len(nodes(graph, "Meeting")) == 1


def test_a_corrected_article_retires_what_it_no_longer_states_and_keeps_the_history(graph: Graph) -> None:
    """Q1 met Q3, and not Q2; what was said of the office stands, with the new text's claims."""
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)))], NOW)
    corrected = later(article("a:1", met("Q1", "Q3", on=day(0)), text="second"), HOUR)

    report = record_readings(graph, [corrected], NOW + HOUR)

    assert report == RecordReport(articles_updated=1, claims_new=1, claims_retired=1, meetings_new=1)
    assert edges(graph, "MET_WITH") == {("Q1", "Q3")}
    assert nodes(graph, "Person") == {"Q1", "Q3"}
    assert [(claim.recorded_at, claim.retracted_at) for claim in stored_claims(graph)] == [
        (NOW, NOW + HOUR),
        (NOW + HOUR, None),
    ]


def test_an_older_version_that_comes_late_changes_nothing(graph: Graph) -> None:
    """What was received last stands, whichever comes to the ledger first."""
    first = article("a:1", met("Q1", "Q2", on=day(0)))
    second = later(article("a:1", met("Q1", "Q3", on=day(0)), text="second"), HOUR)

    record_readings(graph, [second], NOW)
    report = record_readings(graph, [first], NOW)

    assert report == RecordReport(articles_superseded=1)
    assert edges(graph, "MET_WITH") == {("Q1", "Q3")}


def test_of_two_versions_in_one_batch_the_later_stands(graph: Graph) -> None:
    """In either order."""
    first = article("a:1", met("Q1", "Q2", on=day(0)))
    second = later(article("a:1", met("Q1", "Q3", on=day(0)), text="second"), HOUR)

    record_readings(graph, [second, first], NOW)

    assert edges(graph, "MET_WITH") == {("Q1", "Q3")}


def test_another_reading_of_the_same_text_replaces_a_claim_and_keeps_its_earlier_self(graph: Graph) -> None:
    """A better extractor is surer; what we believed before can still be asked."""
    reading = article("a:1", met("Q1", "Q2", on=day(0), confidence=0.6))
    better = replace(
        reading,
        article=replace(reading.article, extractor="test 2"),
        claims=tuple(replace(claim, confidence=0.9) for claim in reading.claims),
    )
    record_readings(graph, [reading], NOW)

    report = record_readings(graph, [better], NOW + HOUR)

    before, now = stored_claims(graph)
    assert (report.articles_updated, report.claims_new, report.claims_retired) == (1, 1, 0)
    assert before.id.startswith(now.id + "@")
    assert (before.retracted_at, now.recorded_at, now.retracted_at) == (NOW + HOUR, NOW + HOUR, None)
    assert verify(graph) == ()


def test_retracting_leaves_what_others_confirm(graph: Graph) -> None:
    """And takes what rested on the article alone."""
    record_readings(
        graph,
        [
            article("a:1", met("Q1", "Q2", on=day(0)), partners("AAA", "BBB")),
            article("a:2", met("Q1", "Q2", on=day(0))),
        ],
        NOW,
    )

    assert retract_article(graph, "a:1", NOW)

    assert edges(graph, "MET_WITH") == {("Q1", "Q2")}
    assert edges(graph, "PARTNER_OF") == set()
    assert nodes(graph, "Country") == set()
    assert verify(graph) == ()


def test_the_ids_that_a_meeting_had_lead_to_it_while_anything_tells_of_it(graph: Graph) -> None:
    """Also when the claim that gave the id is gone, and the one that took its place; after a rebuild too."""

    def now(identifier: str) -> str | None:
        row = graph.fetch_one(MEETING_ONCE_CALLED, meeting=identifier)
        return row.id if row else None

    first, second, third = (article(f"a:{n}", met("Q1", "Q2", on=day(0), said_on=day(n))) for n in (1, 2, 3))
    record_readings(graph, [first, second, third], NOW)
    (once,) = nodes(graph, "Meeting")

    retract_article(graph, "a:1", NOW)
    (then,) = nodes(graph, "Meeting")
    retract_article(graph, "a:2", NOW)
    corrected = article(
        "a:3", met("Q1", "Q2", on=day(1), said_on=day(3)), text="second", received_at=NOW + timedelta(hours=1)
    )
    record_readings(graph, [corrected], NOW)
    rebuild(graph)
    (at_last,) = nodes(graph, "Meeting")

    assert len({once, then, at_last}) == 3
    assert now(once) == now(then) == now(at_last) == at_last
    assert verify(graph) == ()

    retract_article(graph, "a:3", NOW + timedelta(days=1))
    assert now(once) is now(at_last) is None


def test_retracting_twice_or_the_unknown_does_nothing(graph: Graph) -> None:
    """And says so."""
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)))], NOW)

    assert retract_article(graph, "a:1", NOW + HOUR)
    assert not retract_article(graph, "a:1", NOW + 2 * HOUR)
    assert not retract_article(graph, "a:nowhere", NOW)
    assert [claim.retracted_at for claim in stored_claims(graph)] == [NOW + HOUR]


def test_a_retracted_article_that_is_delivered_again_stays_retracted(graph: Graph) -> None:
    """A message that comes twice does not undo a decision."""
    reading = article("a:1", met("Q1", "Q2", on=day(0)))
    record_readings(graph, [reading], NOW)
    retract_article(graph, "a:1", NOW + HOUR)

    assert record_readings(graph, [reading], NOW + 2 * HOUR) == RecordReport(articles_retracted=1)
    assert nodes(graph, "Person") == set()


def test_a_retracted_article_that_is_received_anew_counts_again(graph: Graph) -> None:
    """Someone wants it back; that it was away meanwhile stays on record."""
    reading = article("a:1", met("Q1", "Q2", on=day(0)))
    record_readings(graph, [reading], NOW)
    retract_article(graph, "a:1", NOW + HOUR)

    record_readings(graph, [later(reading, 2 * HOUR)], NOW + 2 * HOUR)

    assert edges(graph, "MET_WITH") == {("Q1", "Q2")}
    assert [(claim.recorded_at, claim.retracted_at) for claim in stored_claims(graph)] == [
        (NOW, NOW + HOUR),
        (NOW + 2 * HOUR, None),
    ]
    assert verify(graph) == ()


def test_an_article_without_claims_is_kept_and_says_that_nothing_was_found(graph: Graph) -> None:
    """The entities it mentions are there."""
    record_readings(graph, [article("a:1", entities=(entity("Q1", "person"),))], NOW)

    assert edges(graph, "MENTIONS") == {("a:1", "Q1")}
    assert verify(graph) == ()


def test_moments_rise_in_the_order_of_the_changes_whatever_the_clocks_say(graph: Graph) -> None:
    """So that nobody who reads on from a moment misses a change; what changes nothing has no moment."""
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)))], NOW)
    record_readings(graph, [article("a:2", met("Q1", "Q3", on=day(0)))], NOW - HOUR)
    record_readings(graph, [article("a:2", met("Q1", "Q3", on=day(0)))], NOW + HOUR)
    retract_article(graph, "a:1", NOW)

    first, second = stored_claims(graph)
    step = timedelta(microseconds=1)
    assert (first.recorded_at, second.recorded_at) == (NOW, NOW + step)
    assert first.retracted_at == NOW + 2 * step


def test_what_was_recorded_lately_is_counted_by_what_became_of_it(graph: Graph) -> None:
    """From a moment on, whoever recorded it; also when the ledger last learnt anything."""
    assert graph.fetch(RECORDED_LATELY, since=NOW) == [RecordedLatelyRow(0, 0, 0, 0, None)]
    record_readings(graph, [article("a:0", met("Q1", "Q2"))], NOW - HOUR)
    record_readings(graph, [article(f"a:{number}", met("Q1", "Q2")) for number in (1, 2)], NOW)
    record_readings(graph, [article("a:3")], NOW + HOUR)
    retract_article(graph, "a:2", NOW + 2 * HOUR)

    since = NOW - HOUR / 2
    assert graph.fetch(RECORDED_LATELY, since=since) == [RecordedLatelyRow(1, 1, 0, 1, NOW + 2 * HOUR)]


class Hasty(Graph):
    """A graph whose first two writes may take a second, counted."""

    writes = 0

    def transaction(self, work: Callable[[Transaction], Any], *, timeout: float = WRITE_SECONDS) -> Any:
        self.writes += 1
        return super().transaction(work, timeout=timeout if self.writes > 2 else 1.0)


@pytest.mark.parametrize(
    "write",
    [
        lambda graph: record_readings(graph, [article("b", met("x", "y"))], NOW),
        lambda graph: decide(graph, Proposal("keep_apart", "x", "y"), NOW),
        rebuild,
    ],
    ids=["recording", "decision", "rebuild"],
)
def test_who_waits_for_other_writers_longer_than_a_transaction_may_take_waits_again(
    graph: Graph, clean_database: Endpoint, write: Callable[[Graph], object]
) -> None:
    record_readings(graph, [article("a", met("x", "y"))], NOW)
    with GraphDatabase.driver(clean_database.uri, auth=clean_database.auth) as driver:
        hasty = Hasty(driver, clean_database.database)
        with ThreadPoolExecutor() as threads:
            with graph.rolled_back() as other:
                take_lock(other)
                with pytest.raises(WritersBusyError):
                    hasty.transaction(take_lock)
                written = threads.submit(write, hasty)
                while hasty.writes < 3:  # its turn did not come, and it waits anew
                    assert not written.done()
                    sleep(0.01)
            assert written.result()
    assert verify(graph) == ()


def test_an_empty_batch_is_no_work(graph: Graph) -> None:
    """Nor an error."""
    assert record_readings(graph, [], NOW) == RecordReport()


def test_a_batch_is_a_constant_number_of_statements(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty articles cost as many as three."""
    asked: list[str] = []
    for method in ("run", "fetch"):
        original = getattr(Transaction, method)

        def counting(self: Transaction, statement: Any, original: Any = original, **params: Any) -> Any:
            asked.append(statement.name)
            return original(self, statement, **params)

        monkeypatch.setattr(Transaction, method, counting)

    def cost(first: int, count: int) -> int:
        asked.clear()
        batch = [
            article(
                f"a:{number}",
                met(f"Q{number}", f"Q{number + 1}", on=day(number % 3), place="place:aaa:port"),
                partners("AAA", "BBB"),
            )
            for number in range(first, first + count)
        ]
        record_readings(graph, batch, NOW)
        return len(asked)

    assert cost(100, 3) == cost(200, 60)


def test_what_turns_out_to_be_no_party_belongs_to_no_country(graph: Graph) -> None:
    """Two papers know better than one what the Greens are: a movement, which is nobody's party."""
    greens = replace(entity("party:AAA:greens", "party"), country="AAA")
    movement = replace(greens, kind="organization")
    record_readings(graph, [article("a:1", partners("AAA", "BBB"), entities=(greens,))], NOW)
    assert edges(graph, "OF") == {(greens.id, "AAA")}

    papers = [article(f"a:{number}", entities=(movement,)) for number in (2, 3)]
    record_readings(graph, papers, NOW)

    assert nodes(graph, "Organization") == {greens.id}
    assert edges(graph, "OF") == set()
    assert verify(graph) == ()


def test_people_named_in_a_claim_alone_are_there_too(graph: Graph) -> None:
    """An edge has two ends, also where the article's list of entities lacks one."""
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)), entities=())], NOW)

    assert nodes(graph, "Person") == {"Q1", "Q2"}
    assert verify(graph) == ()


def test_a_rebuild_mends_whatever_was_done_to_the_derived_graph(graph: Graph) -> None:
    """Edges removed, nodes added, properties changed by hand; verify tells of each kind."""
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)), partners("AAA", "BBB"))], NOW)
    before = stored_contents(graph)
    for damage in (
        "MATCH ()-[e:MET_WITH]->() DELETE e",
        "MATCH (m:Meeting) SET m.status = 'planned'",
        "CREATE (:Entity:Person {id: 'Q99', name: 'Nobody'})",
        "MATCH (a:Country {id: 'AAA'}), (b:Country {id: 'BBB'}) CREATE (b)-[:PARTNER_OF {id: 'x'}]->(a)",
        "MATCH (m:Meeting) DETACH DELETE m",
    ):
        graph.transaction(lambda transaction, damage=damage: transaction._transaction.run(damage).consume())  # type: ignore[misc]
        found = verify(graph)
        assert found, damage
        assert all(finding.what_to_do and finding.message and finding.count for finding in found)

        assert rebuild(graph) == 1
        assert stored_contents(graph) == before
        assert verify(graph) == ()


def test_a_graph_made_by_older_rules_is_derived_anew_when_it_is_opened(graph: Graph) -> None:
    """Once: a graph that these rules made stays as it is. An empty one is noted as made by them."""
    assert not follow_rules(graph)
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)), office("Q1", "AAA"))], NOW)
    before = stored_contents(graph)

    def as_of_old(transaction: Transaction) -> None:
        transaction._transaction.run("MATCH (lock:Lock {id: 'write'}) REMOVE lock.rules").consume()
        transaction._transaction.run("MATCH (claim:Claim) REMOVE claim.bond, claim.post").consume()
        transaction._transaction.run("MATCH ()-[edge:REPRESENTS]->() REMOVE edge.terms").consume()

    graph.transaction(as_of_old)
    assert stored_contents(graph) != before

    assert follow_rules(graph)
    assert stored_contents(graph) == before
    assert not follow_rules(graph)


def test_verify_finds_a_constraint_that_is_gone(graph: Graph) -> None:
    """And says how it comes back."""

    def run(text: str) -> None:
        graph.transaction(lambda transaction: transaction._transaction.run(text).consume())  # type: ignore[arg-type,return-value]

    run("DROP CONSTRAINT unique_dyad_id")
    try:
        assert [(finding.check, finding.examples) for finding in verify(graph)] == [
            ("constraints", ("unique_dyad_id",))
        ]
    finally:
        run("CREATE CONSTRAINT unique_dyad_id FOR (node:Dyad) REQUIRE node.id IS UNIQUE")


@pytest.mark.parametrize("odd", ["a|b", "a b", "50%", "Q1|", "ø\x00ł", "x" * 3000])
def test_ids_and_names_of_any_characters_do_no_harm(graph: Graph, odd: str) -> None:
    """They are told apart, and taken back without a trace."""
    odd_title, odd_name = f"{odd} minister" * 5, odd * 5
    reading = article(
        "a:1",
        met(odd, "Q1", on=day(0), groups=(odd_name,), topics=(odd,)),
        office(odd, "AAA", odd_title),
        entities=(entity(odd, "person", name=odd_name),),
    )
    record_readings(graph, [reading], NOW)

    assert edges(graph, "MET_WITH") == {(min(odd, "Q1"), max(odd, "Q1"))}
    assert verify(graph) == ()
    retract_article(graph, "a:1", NOW)
    assert nodes(graph, "Entity") == set()


def test_half_a_surrogate_pair_in_a_text_does_not_stop_the_run(graph: Graph) -> None:
    """JSON may carry it, UTF-8 may not; the offsets stay right."""
    record_readings(graph, [article("a:1", met("Q1", "Q2", on=day(0)), text="They met.\ud800")], NOW)

    assert edges(graph, "MET_WITH") == {("Q1", "Q2")}
