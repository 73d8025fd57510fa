"""What the scorecard counts as right, false and missed."""

from __future__ import annotations

from ingest.records import Entity
from ingest.score import score_articles
from ingest.score.measures import Found, Share
from tests.ingest.score.readings import SURE, gold, meeting, met, partners, person, reading

SOLEN, LAMAR, DORN = "Anna Solen", "Teo Lamar", "Ilse Dorn"
HELD = gold(meetings=[meeting(SOLEN, LAMAR)], pairs=[[SOLEN, LAMAR]])
PLANNED = gold(meetings=[meeting(SOLEN, LAMAR, "planned")], pairs=[])


def test_a_required_pair_is_right_by_surname_alone() -> None:
    card = score_articles([HELD], [reading(["Solen", LAMAR], met("Solen", LAMAR))])
    assert card.total.pairs == Found(right=1)
    assert card.total.clean == Share(1, 1)


def test_a_pair_that_nobody_marked_is_false_and_its_absence_from_the_reading_is_missed() -> None:
    card = score_articles([HELD], [reading([SOLEN, LAMAR, DORN], met(SOLEN, DORN))])
    assert card.total.pairs == Found(false=1, missed=1)
    assert [mistake.kind for mistake in card.mistakes] == ["missed pair", "false pair"]


def test_an_optional_pair_counts_neither_as_right_nor_as_wrong() -> None:
    line = gold(meetings=[meeting(SOLEN, LAMAR)], pairs=[[SOLEN, LAMAR]], pairs_optional=[[SOLEN, DORN]])
    card = score_articles([line], [reading([SOLEN, LAMAR, DORN], met(SOLEN, LAMAR), met(SOLEN, DORN))])
    assert card.total.pairs == Found(right=1)
    assert card.total.meetings == Found(right=1)


def test_what_makes_no_edge_makes_no_pair() -> None:
    for claim in (
        met(SOLEN, LAMAR, status="planned"),
        met(SOLEN, LAMAR, form="phone"),
        met(SOLEN, LAMAR, confidence=0.2),
        met(SOLEN, LAMAR, one_side=True),
    ):
        card = score_articles([HELD], [reading([SOLEN, LAMAR], claim)])
        assert card.total.pairs == Found(missed=1), claim


def test_status_is_judged_on_marked_pairs_only_and_postponed_is_cancelled() -> None:
    line = gold(meetings=[meeting(SOLEN, LAMAR, "cancelled")])
    said = reading(
        [SOLEN, LAMAR, DORN], met(SOLEN, LAMAR, status="postponed"), met(SOLEN, DORN, status="planned")
    )
    card = score_articles([line], [said])
    assert card.total.status == Share(1, 1)
    assert card.total.not_held == Share(1, 1)


def test_a_planned_meeting_read_as_held_is_a_false_pair_and_a_wrong_status() -> None:
    card = score_articles([PLANNED], [reading([SOLEN, LAMAR], met(SOLEN, LAMAR))])
    assert card.total.pairs == Found(false=1)
    assert card.total.status == Share(0, 1)
    assert card.total.not_held == Share(0, 1)
    assert card.total.alarms == Share(1, 1)


def test_a_day_must_be_exact_and_a_month_compatible() -> None:
    for marked, given, exact, loose in (
        ("2024-05-03", "2024-05-03", Share(1, 1), Share(1, 1)),
        ("2024-05-03", "2024-05", Share(0, 1), Share(1, 1)),
        ("2024-05-03", None, Share(0, 1), Share(0, 1)),
        ("2024-05", "2024-04-28/2024-05-04", Share(), Share(1, 1)),
        ("2024-05", "2024-03-01", Share(), Share(0, 1)),
        (None, "2024-03-01", Share(), Share()),
    ):
        line = gold(meetings=[meeting(SOLEN, LAMAR, day=marked)], pairs=[[SOLEN, LAMAR]])
        total = score_articles([line], [reading([SOLEN, LAMAR], met(SOLEN, LAMAR, edtf=given))]).total
        assert (total.exact_date, total.loose_date) == (exact, loose), (marked, given)


def test_a_place_is_its_city_or_its_country_where_one_says_no_more() -> None:
    cairo = Entity("place:EGY:cairo", "place", "Cairo", (), SURE, country="EGY")
    luxor = Entity("place:EGY:luxor", "place", "Luxor", (), SURE, country="EGY")
    egypt = Entity("EGY", "country", "Egypt", (), SURE, country="EGY")
    for marked, given, expected in (
        ("presidential palace, Cairo", cairo, Found(right=1)),
        ("Egypt", cairo, Found(right=1)),
        ("Cairo", egypt, Found(right=1)),
        ("Cairo", luxor, Found(false=1)),
        ("Jordan", cairo, Found(false=1)),
    ):
        line = gold(meetings=[meeting(SOLEN, LAMAR, place=marked)], pairs=[[SOLEN, LAMAR]])
        said = reading([SOLEN, LAMAR], met(SOLEN, LAMAR, place=given.id), others=[given])
        assert score_articles([line], [said]).total.places == expected, (marked, given.name)


def test_a_place_that_is_not_given_is_missed() -> None:
    line = gold(meetings=[meeting(SOLEN, LAMAR, place="Cairo")], pairs=[[SOLEN, LAMAR]])
    card = score_articles([line], [reading([SOLEN, LAMAR], met(SOLEN, LAMAR))])
    assert card.total.places == Found(missed=1)
    assert [mistake.kind for mistake in card.mistakes] == ["wrong place"]


def test_persons_are_found_once_and_two_entities_for_one_are_seen() -> None:
    line = gold(persons=[{"name": SOLEN, "country": "Egypt"}, {"name": LAMAR, "country": None}])
    said = reading([], others=[person(SOLEN, "EGY"), person("A. Solen"), person("Pavo Kesk")])
    total = score_articles([line], [said]).total
    assert total.persons == Found(right=1, false=1, missed=1)
    assert total.whole == Share(0, 1)
    assert total.person_countries == Share(1, 2)
    kinds = [mistake.kind for mistake in score_articles([line], [said]).mistakes]
    assert kinds == ["false person", "country of person"]


def test_partners_are_compared_by_country_and_only_what_is_stated_counts() -> None:
    line = gold(partners=[["Egypt", "Jordan"]], partners_optional=[["Egypt", "Kenya"]])
    said = reading([], partners("EGY", "JOR"), partners("EGY", "KEN"), partners("EGY", "FRA"))
    assert score_articles([line], [said]).total.partners == Found(right=1, false=1)
    sought = reading([], partners("EGY", "JOR", "sought"))
    assert score_articles([line], [sought]).total.partners == Found(missed=1)


def test_a_file_that_marks_only_partners_says_nothing_of_pairs() -> None:
    line = gold(partners=[["Egypt", "Jordan"]])
    figures = score_articles([line], [reading([SOLEN, LAMAR], met(SOLEN, LAMAR))]).figures()
    assert figures["pairs.precision"] is None
    assert figures["partners.recall"] == 0


def test_false_alarms_are_counted_where_no_pair_is_acceptable() -> None:
    quiet = gold()
    said = [reading([SOLEN, LAMAR], met(SOLEN, LAMAR)), reading([SOLEN, LAMAR])]
    assert score_articles([quiet, quiet], said).total.alarms == Share(1, 2)
