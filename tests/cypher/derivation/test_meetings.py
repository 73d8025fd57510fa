"""What a meeting, an acquaintance, a bond and an entity are, given their claims: one test a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cypher.derivation.acquaintance import MetWith, encounters, met_with
from cypher.derivation.bonds import BondEdge, bond_edges, tallies
from cypher.derivation.confidence import MET_WITH_FLOOR
from cypher.derivation.evidence import LiveArticle, LiveClaim, live_claim
from cypher.derivation.identities import Identity, ballots_from_json, ballots_to_json, identity, tally_votes
from cypher.derivation.meetings import Meeting, meetings
from cypher.rows import ClaimRow, EntityRow, NameRow
from tests.cypher.worlds import entity, membership, met, office, partners, person

MAY_1, MAY_3, MAY_5, MAY_9 = (date(2022, 5, day) for day in (1, 3, 5, 9))
IN_MAY = (date(2022, 5, 1), date(2022, 5, 31))


def live(*rows: ClaimRow, story: str | None = None) -> list[LiveClaim]:
    """Claims c:0, c:1 …, each of an article and a story of its own unless the story is given."""
    return [
        live_claim(replace(row, id=f"c:{number}"), f"a:{number}", story or f"s:{number}")
        for number, row in enumerate(rows)
    ]


def only(*rows: ClaimRow) -> Meeting:
    """The one meeting that these claims tell of."""
    (found,) = meetings(live(*rows))
    return found


def acquaintances(*rows: ClaimRow, story: str | None = None) -> tuple[MetWith, ...]:
    """The MET_WITH edges that these claims make."""
    claims = live(*rows, story=story)
    return met_with(encounters(meetings(claims), claims))


@pytest.mark.parametrize("word", ["held", "postponed", "cancelled", "refused"])
def test_a_plan_becomes_what_a_later_article_says_of_it(word: str) -> None:
    """On the same node, with a dated history."""
    found = only(
        met("A", "B", on=MAY_5, status="planned", said_on=MAY_1),
        met("A", "B", on=MAY_5, status=word, said_on=MAY_3),
    )

    assert (found.status, found.history) == (word, ("2022-05-01 planned", f"2022-05-03 {word}"))


def test_a_held_meeting_is_not_planned_again() -> None:
    """A late paper still says "were to meet"."""
    held, late = (
        met("A", "B", on=MAY_3, said_on=MAY_3),
        met("A", "B", on=MAY_3, status="planned", said_on=MAY_5),
    )

    assert only(held, late).status == "held"


def test_a_later_denial_undoes_a_held_meeting() -> None:
    """The paper corrects itself."""
    held, denial = (
        met("A", "B", on=MAY_3, said_on=MAY_3),
        met("A", "B", on=MAY_3, status="cancelled", said_on=MAY_5),
    )

    assert only(held, denial).status == "cancelled"
    assert acquaintances(held, denial) == ()


def test_of_one_day_the_more_final_word_counts() -> None:
    """Morning paper and evening paper."""
    plan, held = (met("A", "B", on=MAY_3, status=word, said_on=MAY_3) for word in ("planned", "held"))

    assert only(plan, held).status == only(held, plan).status == "held"


def test_who_was_only_expected_has_not_attended() -> None:
    """The plan named C, the report of the talks does not."""
    found = only(
        met("A", ("B", "C"), on=MAY_3, status="planned", said_on=MAY_1),
        met("A", "B", on=MAY_3, said_on=MAY_3),
    )

    assert [seat.entity for seat in found.seats] == ["A", "B"]


def test_the_id_of_a_meeting_comes_from_the_claim_that_was_said_first() -> None:
    """So later reports do not change it."""
    plan = met("A", "B", on=MAY_3, status="planned", said_on=MAY_1)

    assert only(plan).id == only(plan, met("A", "B", on=MAY_3, said_on=MAY_3)).id
    assert only(plan).id == only(plan, met("A", "B", on=MAY_3)).id


def test_the_narrowest_date_is_the_date() -> None:
    """And vaguer ones do not blur it."""
    found = only(met("A", "B", within=IN_MAY), met("A", "B", on=MAY_3))

    assert (found.date, found.earliest, found.latest) == ("2022-05-03", MAY_3, MAY_3)


def test_a_meeting_without_a_date_has_none() -> None:
    """The days on which it is sought are not shown as its date."""
    found = only(met("A", "B", said_on=MAY_3))

    assert (found.date, found.earliest, found.latest) == (None, None, None)


def test_the_day_in_lists_is_the_last_possible_one() -> None:
    """Who knows only when it began is ordered by that, and who knows nothing comes last."""
    begun = replace(met("A", "B"), earliest=MAY_5)

    assert [only(claim).day for claim in (met("A", "B", within=IN_MAY), begun, met("A", "B"))] == [
        IN_MAY[1],
        MAY_5,
        date.min,
    ]


def test_one_sits_for_the_country_that_most_claims_name() -> None:
    """A country that sits there itself sits for itself."""
    country = NameRow("CCC", "country", "participant", "C", 2)

    def claim(of: str | None) -> ClaimRow:
        named = NameRow("B", "person", "participant", "B", 1, country=of)
        return met("A", on=MAY_3, others=(named, country))

    found = only(claim("AAA"), claim("BBB"), claim("BBB"), claim(None))

    assert {seat.entity: seat.country for seat in found.seats} == {"A": None, "B": "BBB", "CCC": "CCC"}
    assert found.countries == ("BBB", "CCC")


def test_countries_are_paired_across_sides_only() -> None:
    """Two delegations that came together did not meet each other there."""
    seated = {"A": ("AAA", 0), "B": ("BBB", 0), "C": ("CCC", 1)}
    named = [
        NameRow(key, "person", "participant", key, side, country=of) for key, (of, side) in seated.items()
    ]

    assert only(met(on=MAY_3, others=tuple(named))).country_pairs == ("AAA|CCC", "BBB|CCC")


def test_the_surest_place_is_the_place() -> None:
    """Two stories outweigh one."""
    port, hill = (met("A", "B", on=MAY_3, place=place) for place in ("place:aaa:port", "place:aaa:hill"))

    assert only(port, port, hill).place == "place:aaa:port"


def test_in_person_wins_over_unknown() -> None:
    """One paper saw them."""
    assert only(met("A", "B", on=MAY_3, medium="unknown"), met("A", "B", on=MAY_3)).format == "in_person"


def test_topics_and_groups_are_gathered() -> None:
    """Groups once, whatever their capitals."""
    found = only(
        met("A", "B", on=MAY_3, topics=("trade",), groups=("The Delegation",)),
        met("A", "B", on=MAY_3, topics=("energy",), groups=("the delegation",)),
    )

    assert (found.topics, found.groups) == (("energy", "trade"), ("The Delegation",))


def test_confidence_grows_with_stories_and_not_with_copies() -> None:
    """Noisy-or over stories: 1 - (1 - 0.6)(1 - 0.6)."""
    rows = [met("A", "B", on=MAY_3, confidence=0.6)] * 2

    (two_stories,), (one_story,) = meetings(live(*rows)), meetings(live(*rows, story="s"))

    assert (two_stories.confidence, two_stories.articles, two_stories.independent_sources) == (0.84, 2, 2)
    assert (one_story.confidence, one_story.articles, one_story.independent_sources) == (0.6, 2, 1)


def test_what_speaks_of_another_status_adds_no_confidence() -> None:
    """A plan does not make it surer that it was held."""
    plan = met("A", "B", on=MAY_3, status="planned", said_on=MAY_1, confidence=0.9)

    assert only(plan, met("A", "B", on=MAY_3, said_on=MAY_3, confidence=0.6)).confidence == 0.6


def test_a_denial_lowers_the_confidence_and_is_counted() -> None:
    """0.9 against 0.8 leaves 0.9 (1 - 0.8) / (1 - 0.9 * 0.8); two stories that agree add up first."""
    held = met("A", "B", on=MAY_3, said_on=MAY_3, confidence=0.9)
    denial = met("A", "B", on=MAY_3, status="cancelled", said_on=MAY_3, confidence=0.8)

    found = only(held, denial)

    assert (found.status, found.confidence, found.contradicting_sources) == ("held", 0.642857, 1)
    assert found.history == ("2022-05-03 cancelled", "2022-05-03 held")
    assert only(held, held, denial).confidence > found.confidence
    assert (only(held).confidence, only(held).contradicting_sources) == (0.9, 0)


def test_what_was_called_off_before_it_was_held_contradicts_nobody() -> None:
    """Nor does a plan; that it was held contradicts a later denial."""
    earlier = met("A", "B", on=MAY_3, status="cancelled", said_on=MAY_1, confidence=0.8)
    plan = met("A", "B", on=MAY_3, status="planned", said_on=MAY_1)
    held = met("A", "B", on=MAY_3, said_on=MAY_3, confidence=0.9)
    later = met("A", "B", on=MAY_3, status="cancelled", said_on=MAY_5, confidence=0.8)

    assert only(earlier, plan, held).confidence == 0.9
    assert (only(held, later).status, only(held, later).confidence) == ("cancelled", 0.285714)


def test_people_are_not_joined_by_a_meeting_that_is_denied_as_surely_as_told() -> None:
    """Doubt makes no edge."""
    held = met("A", "B", on=MAY_3, said_on=MAY_3, confidence=0.9)
    denial = met("A", "B", on=MAY_3, status="refused", said_on=MAY_3, confidence=0.95)

    assert acquaintances(held, denial) == ()
    assert len(acquaintances(held, held, denial)) == 1


def test_people_sat_there_under_the_title_of_that_day() -> None:
    """What they are called years later is true of later; of the same month, the most heard."""
    years_later = date(2025, 5, 3)

    def title(*called: tuple[str, date | None]) -> str | None:
        rows = [
            met("A", others=(person("B", 1, title=word),), on=MAY_3, said_on=said) for word, said in called
        ]
        return next(seat.title for seat in only(*rows).seats if seat.entity == "B")

    assert title(("President", years_later), ("President", years_later), ("Foreign Minister", MAY_5)) == (
        "Foreign Minister"
    )
    assert title(("President", years_later)) is None
    assert title(("Minister", MAY_3), ("Foreign Minister", MAY_5), ("Foreign Minister", MAY_9)) == (
        "Foreign Minister"
    )
    assert title(("Prime Minister", date(2022, 9, 1)), ("President", date(2022, 12, 1))) == "Prime Minister"


def test_sides_agree_however_the_claims_number_them() -> None:
    """B and C came together in both reports."""
    found = only(met("A", ("B", "C"), on=MAY_3), met(("C", "B"), "A", on=MAY_3))

    assert {seat.entity: seat.side for seat in found.seats} == {"A": 0, "B": 1, "C": 1}


def test_the_more_telling_role_and_the_most_heard_title_win() -> None:
    """Host before participant; "President" twice before "Mr" once."""
    titles = ("President", "Mr", "President")
    rows = [
        met("A", others=(person("B", 1, role, title),), on=MAY_3)
        for role, title in zip(("participant", "host", "participant"), titles, strict=True)
    ]

    assert [(seat.role, seat.title) for seat in only(*rows).seats if seat.entity == "B"] == [
        ("host", "President")
    ]


def test_a_held_meeting_in_person_joins_people_of_different_sides() -> None:
    """A with B and with C, and not B with C."""
    assert [(edge.source, edge.target) for edge in acquaintances(met("A", ("B", "C"), on=MAY_3))] == [
        ("A", "B"),
        ("A", "C"),
    ]


@pytest.mark.parametrize(
    "claim",
    [
        met("A", "B", on=MAY_3, status="planned"),
        met("A", "B", on=MAY_3, status="possible"),
        met("A", "B", on=MAY_3, status="cancelled"),
        met("A", "B", on=MAY_3, medium="phone"),
        met("A", "B", on=MAY_3, medium="video"),
        met("A", "B", on=MAY_3, confidence=MET_WITH_FLOOR - 0.01),
        met(("A", "B"), on=MAY_3),
        met("A", groups=("staff",), on=MAY_3),
        met("A", others=(NameRow("AAA", "country", "participant", "AAA", 1),), on=MAY_3),
    ],
)
def test_what_is_no_meeting_of_two_people_makes_no_acquaintance(claim: ClaimRow) -> None:
    """Plans, calls, weak signs, people of one side, groups and countries."""
    assert acquaintances(claim) == ()


def test_weak_signs_do_not_add_up_to_an_acquaintance() -> None:
    """Five papers print the handshake at the airport."""
    assert acquaintances(*[met("A", "B", on=MAY_3, confidence=0.4)] * 5) == ()


def test_an_acquaintance_counts_meetings_articles_and_stories() -> None:
    """Two meetings, three articles of one story."""
    edges = acquaintances(
        met("A", "B", on=MAY_3), met("A", "B", on=MAY_9), met("B", "A", on=MAY_9), story="s"
    )

    assert edges == (MetWith("met:A|B", "A", "B", 2, MAY_3, MAY_9, 3, 1),)


def test_only_stated_partnerships_make_an_edge() -> None:
    """One that is sought, denied or ended stays a claim."""
    rows = (
        partners("AAA", "BBB", "alliance", said_on=MAY_3),
        partners("BBB", "AAA", "trade_partner", said_on=MAY_9),
        partners("AAA", "CCC", polarity="denied"),
        partners("BBB", "CCC", polarity="sought"),
    )

    assert bond_edges(tallies(live(*rows))) == (
        BondEdge(
            "PARTNER_OF AAA BBB",
            "PARTNER_OF",
            "AAA",
            "BBB",
            ("alliance", "trade_partner"),
            2,
            2,
            0.99,
            MAY_3,
            MAY_9,
        ),
    )


def test_an_office_is_one_however_it_is_written_and_two_offices_are_two() -> None:
    """The more frequent spelling is shown."""
    rows = (
        office("A", "AAA", "Foreign Minister", MAY_3),
        office("A", "AAA", "foreign minister", MAY_5),
        office("A", "AAA", "Foreign Minister", MAY_9),
        office("A", "AAA", "President", MAY_9),
    )

    assert [
        (edge.wordings, edge.claims, edge.first, edge.last) for edge in bond_edges(tallies(live(*rows)))
    ] == [
        (("Foreign Minister",), 3, MAY_3, MAY_9),
        (("President",), 1, MAY_9, MAY_9),
    ]


def test_membership_is_one_edge_a_role() -> None:
    """Leader and member."""
    rows = (membership("A", "party:x", "leader"), membership("A", "party:x", "member"))

    assert [(edge.kind, edge.wordings) for edge in bond_edges(tallies(live(*rows)))] == [
        ("MEMBER_OF", ("leader",)),
        ("MEMBER_OF", ("member",)),
    ]


def named(*entities: EntityRow) -> dict[str, Identity | None]:
    """What articles with one entity each agree on."""
    articles = [LiveArticle(f"a:{number}", "s", (row,), ()) for number, row in enumerate(entities)]
    return {key: identity(key, ballots) for key, ballots in tally_votes(articles).items()}


def test_an_entity_is_called_what_it_is_called_most_and_keeps_all_spellings() -> None:
    """Three mentions before one; aliases are sorted and hold the name."""
    found = named(
        entity("Q1", "person", name="Dmitry Chernyshenko", mentions=3),
        entity("Q1", "person", name="Dmitri Chernishenko", mentions=1),
    )["Q1"]

    assert found is not None
    assert found.name == "Dmitry Chernyshenko"
    assert {"Dmitri Chernishenko", "Dmitry Chernyshenko"} <= set(found.aliases)
    assert list(found.aliases) == sorted(found.aliases)


def test_of_names_used_alike_the_longer_is_taken() -> None:
    """And of equal length the first by alphabet."""
    found = named(entity("Q1", "person", name="Lavrov"), entity("Q1", "person", name="Sergey Lavrov"))["Q1"]

    assert found is not None
    assert found.name == "Sergey Lavrov"


def test_a_country_that_articles_only_imply_is_there_with_its_own_name() -> None:
    """ "In Moscow" without a word of Russia."""
    found = named(EntityRow("Q649", "place", "Moscow", 1, 1.0, "", country="RUS"))["RUS"]

    assert found is not None
    assert (found.label, found.name) == ("Country", "Russian Federation")


def test_votes_added_and_taken_back_leave_what_was_there() -> None:
    """In whole numbers, through the text that the node keeps."""
    first = tally_votes([LiveArticle("a:1", "s", (entity("Q1", "person"),), ())])["Q1"]
    second = tally_votes([LiveArticle("a:2", "s", (entity("Q1", "person", name="B", mentions=2),), ())])["Q1"]
    both = ballots_from_json(ballots_to_json(first + second))
    both.subtract(second)

    assert ballots_to_json(both) == ballots_to_json(first)
    both.subtract(first)
    assert identity("Q1", both) is None
