"""An article that was received is read once, whoever dies meanwhile, or set aside with a reason."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

from cypher.graph import Graph
from cypher.inbox import (
    EXHAUSTED,
    MOST_ATTEMPTS,
    ArticleStatus,
    Outcome,
    Submission,
    drop_articles,
    inbox_counts,
    lease_articles,
    receive_article,
    release_articles,
    retry_articles,
    set_aside_article,
    settle_articles,
    status_of_article,
    withdraw_article,
)
from tests.cypher.worlds import NOW

MINUTE = timedelta(minutes=1)


def submission(identifier: str, text: str = "They met.") -> Submission:
    """An article that comes in."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Submission(identifier, text, sha256, "Title", published_at=date(2022, 11, 22))


def status(graph: Graph, identifier: str) -> ArticleStatus:
    """How far an article is; it must be known."""
    found = graph.fetch_one(status_of_article, article=identifier)
    assert found is not None
    return found


def test_a_received_article_is_kept_with_its_text_until_it_is_read(graph: Graph) -> None:
    """What is leased is what was received."""
    receipt = receive_article(graph, submission("a:1"), NOW)

    assert (receipt.state, receipt.is_new) == ("received", True)
    assert status(graph, "a:1").state == "received"
    (leased,) = lease_articles(graph, 10, NOW + MINUTE, 60)
    assert (leased.id, leased.text, leased.published_at) == ("a:1", "They met.", date(2022, 11, 22))
    assert (leased.received_at, leased.attempts) == (NOW, 1)
    assert status(graph, "a:1").state == "reading"


def test_an_unknown_article_has_no_status(graph: Graph) -> None:
    """Nothing is made up."""
    assert graph.fetch_one(status_of_article, article="a:nowhere") is None


def test_the_same_text_again_is_not_read_again_and_another_text_is(graph: Graph) -> None:
    """Sending twice is harmless."""
    receive_article(graph, submission("a:1"), NOW)
    (leased,) = lease_articles(graph, 1, NOW, 60)
    settle_articles(graph, [Outcome(leased.id, leased.sha256, "done")])

    assert not receive_article(graph, submission("a:1"), NOW + MINUTE).is_new
    assert lease_articles(graph, 1, NOW + MINUTE, 60) == []
    assert receive_article(graph, submission("a:1", "They did not meet."), NOW + MINUTE).is_new
    assert [found.text for found in lease_articles(graph, 1, NOW + MINUTE, 60)] == ["They did not meet."]


def test_a_text_that_came_while_the_older_was_read_is_still_to_be_read(graph: Graph) -> None:
    """Settling the older text does not settle the newer."""
    receive_article(graph, submission("a:1"), NOW)
    (leased,) = lease_articles(graph, 1, NOW, 60)
    receive_article(graph, submission("a:1", "They did not meet."), NOW)
    settle_articles(graph, [Outcome(leased.id, leased.sha256, "done")])

    assert status(graph, "a:1").state == "received"


def test_the_oldest_article_is_read_first(graph: Graph) -> None:
    """By when it was received."""
    receive_article(graph, submission("a:2"), NOW + MINUTE)
    receive_article(graph, submission("a:1"), NOW + 2 * MINUTE)
    receive_article(graph, submission("a:3"), NOW)

    assert [found.id for found in lease_articles(graph, 2, NOW + 3 * MINUTE, 60)] == ["a:3", "a:2"]


def test_the_article_of_a_dead_worker_is_taken_by_another_when_the_lease_has_run_out(graph: Graph) -> None:
    """And not before."""
    receive_article(graph, submission("a:1"), NOW)
    lease_articles(graph, 1, NOW, 60)

    assert lease_articles(graph, 1, NOW + MINUTE / 2, 60) == []
    assert [found.attempts for found in lease_articles(graph, 1, NOW + 2 * MINUTE, 60)] == [2]


def test_an_article_that_outlives_its_readers_is_set_aside_with_the_reason(graph: Graph) -> None:
    """A poisonous article does not stop the others."""
    receive_article(graph, submission("a:1"), NOW)
    for attempt in range(MOST_ATTEMPTS):
        assert lease_articles(graph, 1, NOW + 2 * attempt * MINUTE, 60)

    assert lease_articles(graph, 1, NOW + 100 * MINUTE, 60) == []
    assert (status(graph, "a:1").state, status(graph, "a:1").reason) == ("failed", EXHAUSTED)


def test_a_failed_article_keeps_its_reason_and_can_be_received_again(graph: Graph) -> None:
    """Nothing is lost."""
    receive_article(graph, submission("a:1"), NOW)
    (leased,) = lease_articles(graph, 1, NOW, 60)
    set_aside_article(graph, leased, "No language that we read.")

    assert status(graph, "a:1").reason == "No language that we read."
    assert receive_article(graph, submission("a:1"), NOW + MINUTE).is_new
    assert status(graph, "a:1") == ArticleStatus("a:1", "received", None, NOW + MINUTE, 0)


def test_an_article_given_back_does_not_count_as_tried(graph: Graph) -> None:
    """An orderly stop is nobody's fault."""
    receive_article(graph, submission("a:1"), NOW)
    release_articles(graph, lease_articles(graph, 1, NOW, 60))

    assert [found.attempts for found in lease_articles(graph, 1, NOW, 60)] == [1]


def test_a_lease_that_is_anothers_by_now_cannot_be_given_back(graph: Graph) -> None:
    """Who comes back late, because the database was away, takes nothing from the one who reads it now."""
    receive_article(graph, submission("a:1"), NOW)
    late = lease_articles(graph, 1, NOW, 60)
    lease_articles(graph, 1, NOW + 2 * MINUTE, 60)
    release_articles(graph, late)

    assert (status(graph, "a:1").state, status(graph, "a:1").attempts) == ("reading", 2)


def test_an_article_that_outlived_a_reader_is_read_alone(graph: Graph) -> None:
    """One of a batch killed its reader. The others do not die with it again."""
    for key in ("a:1", "a:2", "a:3"):
        receive_article(graph, submission(key), NOW)
    lease_articles(graph, 2, NOW, 60)  # a:1 and a:2, whose reader dies

    later = [[found.id for found in lease_articles(graph, 10, NOW + 2 * MINUTE, 60)] for _ in range(3)]

    assert later == [["a:1"], ["a:2"], ["a:3"]]


def test_what_was_set_aside_is_tried_again_or_dropped(graph: Graph) -> None:
    """Only that: an article that was read stays as it is."""
    for key in ("a:1", "a:2", "a:3"):
        receive_article(graph, submission(key), NOW)
        (leased,) = lease_articles(graph, 1, NOW, 60)
        settle_articles(graph, [Outcome(key, leased.sha256, "done" if key == "a:3" else "failed", "Odd.")])

    assert retry_articles(graph, ["a:1", "a:3", "a:nowhere"]) == ["a:1"]
    assert drop_articles(graph, ["a:2", "a:3"]) == ["a:2"]

    assert status(graph, "a:1") == ArticleStatus("a:1", "received", None, NOW, 0)
    assert [status(graph, key).state for key in ("a:2", "a:3")] == ["retracted", "done"]
    assert [found.id for found in lease_articles(graph, 10, NOW, 60)] == ["a:1"]


def test_a_withdrawn_article_is_not_read(graph: Graph) -> None:
    """Its text goes, its state says so."""
    receive_article(graph, submission("a:1"), NOW)

    assert withdraw_article(graph, "a:1")
    assert lease_articles(graph, 1, NOW, 60) == []
    assert status(graph, "a:1").state == "retracted"
    assert not withdraw_article(graph, "a:nowhere")


def test_eight_workers_side_by_side_lease_each_article_once(graph: Graph) -> None:
    """No article is read twice at the same time."""
    for number in range(40):
        receive_article(graph, submission(f"a:{number:02}"), NOW)
    with ThreadPoolExecutor(8) as pool:
        batches = list(pool.map(lambda _: lease_articles(graph, 5, NOW, 60), range(8)))

    assert sorted(found.id for batch in batches for found in batch) == [f"a:{n:02}" for n in range(40)]
    assert [(row.state, row.articles) for row in graph.fetch(inbox_counts)] == [("reading", 40)]
