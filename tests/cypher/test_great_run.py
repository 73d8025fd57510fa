"""The great run, small: eight workers and a killer leave what one worker leaves."""

from __future__ import annotations

from collections.abc import Callable

from cypher.connect import Endpoint
from cypher.contents import stored_contents
from cypher.graph import Graph
from cypher.great_run import great_run
from cypher.invented.deliveries import deliveries


def test_eight_workers_who_are_killed_leave_the_graph_of_one_who_is_not(
    empty_graph: Callable[[], Graph], clean_database: Endpoint
) -> None:
    """Sound, and equal; with articles sent twice, corrected and taken back."""
    mail = deliveries(300, batch=5)

    graph = empty_graph()
    many = great_run(clean_database, mail, workers=8, kill_every=6)
    contents = stored_contents(graph)
    empty_graph()
    one = great_run(clean_database, mail, workers=1)

    assert many.kills > 0
    assert many.findings == one.findings == ()
    assert stored_contents(graph) == contents
    assert many.contents == one.contents


def test_the_mail_holds_what_it_says() -> None:
    """A fifth comes twice, a twentieth is corrected, a twentieth taken back."""
    mail = deliveries(400, batch=7)
    first = [reading.article for delivery in mail.first for reading in delivery.readings]
    second = [reading.article for delivery in mail.second for reading in delivery.readings]
    gone = [identifier for delivery in mail.second for identifier in delivery.retractions]

    assert len(first) == 400 + 20 + 40
    assert len(second) == 40
    assert len({article.sha256 for article in first}) == 420
    assert 18 <= len(set(gone)) == len(gone) <= 20
    assert set(gone) <= {article.id for article in first}
