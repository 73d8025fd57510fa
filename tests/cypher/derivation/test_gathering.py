"""Which claims are about one meeting: the rules of `cypher.derivation.gathering`, one test a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.derivation.dyads import dyads, window
from cypher.derivation.evidence import LiveClaim, live_claim
from cypher.derivation.gathering import gather
from cypher.rows import ClaimRow, NameRow
from tests.cypher.worlds import meeting_claims, met

MAY_3, MAY_20 = date(2022, 5, 3), date(2022, 5, 20)
IN_MAY = (date(2022, 5, 1), date(2022, 5, 31))
EMBASSY = ("staff of the embassy",)


def gathered(**claims: ClaimRow) -> set[frozenset[str]]:
    """The meetings, as sets of the given names; each claim is of an article of its own, called `of_…`."""
    live = [live_claim(replace(row, id=name), f"of_{name}", f"of_{name}") for name, row in claims.items()]
    return {frozenset(claim.id for claim in meeting) for meeting in gather(live)}


def meetings(*groups: str) -> set[frozenset[str]]:
    """Sets of names, as `gathered` gives them."""
    return {frozenset(group.split()) for group in groups}


def test_reports_of_one_pair_and_day_are_one_meeting() -> None:
    """Whoever is named first."""
    assert gathered(one=met("A", "B", on=MAY_3), two=met("B", "A", on=MAY_3)) == meetings("one two")


def test_meetings_of_one_pair_on_different_days_stay_two() -> None:
    """Even on days in a row."""
    next_day = date(2022, 5, 4)
    assert gathered(one=met("A", "B", on=MAY_3), two=met("A", "B", on=next_day)) == meetings("one", "two")


def test_meetings_of_different_pairs_on_one_day_stay_two() -> None:
    """One person in common is not enough."""
    assert gathered(one=met("A", "B", on=MAY_3), two=met("A", "C", on=MAY_3)) == meetings("one", "two")


def test_a_report_that_names_fewer_people_joins_the_fuller_one() -> None:
    """The fuller one ties the pairs of that day together."""
    assert gathered(
        full=met("A", ("B", "C"), on=MAY_3), first=met("A", "B", on=MAY_3), second=met("A", "C", on=MAY_3)
    ) == meetings("full first second")


def test_people_who_came_together_are_no_pair() -> None:
    """B and C sat on one side, so a meeting of B with C is another."""
    assert gathered(full=met("A", ("B", "C"), on=MAY_3), own=met("B", "C", on=MAY_3)) == meetings(
        "full", "own"
    )


def test_a_vaguer_report_joins_the_one_meeting_that_fits() -> None:
    """ "In May" is 3 May, as long as we know of no other day."""
    assert gathered(day=met("A", "B", on=MAY_3), vague=met("A", "B", within=IN_MAY)) == meetings("day vague")


def test_in_may_does_not_glue_3_may_to_20_may() -> None:
    """Where several fit, a vague report stands on its own."""
    assert gathered(
        third=met("A", "B", on=MAY_3), twentieth=met("A", "B", on=MAY_20), vague=met("A", "B", within=IN_MAY)
    ) == meetings("third", "twentieth", "vague")


def test_vague_reports_that_cannot_decide_stay_together() -> None:
    """Two papers that say "in May" do not make two more meetings."""
    assert gathered(
        third=met("A", "B", on=MAY_3),
        twentieth=met("A", "B", on=MAY_20),
        vague=met("A", "B", within=IN_MAY),
        vaguer=met("A", "B", within=IN_MAY),
    ) == meetings("third", "twentieth", "vague vaguer")


def test_a_vague_report_of_many_does_not_glue_the_days_of_its_pairs() -> None:
    """A met B on the 3rd and C on the 20th; "A met B and C in May" is neither alone."""
    assert gathered(
        third=met("A", "B", on=MAY_3),
        twentieth=met("A", "C", on=MAY_20),
        both=met("A", ("B", "C"), within=IN_MAY),
    ) == meetings("third", "twentieth", "both")


def test_a_vague_report_joins_the_meeting_that_shares_most_pairs() -> None:
    """The talks of three, not the talks of two."""
    assert gathered(
        two=met("A", "B", on=MAY_3),
        three=met("A", ("B", "C"), on=MAY_20),
        vague=met("A", ("B", "C"), within=IN_MAY),
    ) == meetings("two", "three vague")


def test_days_of_a_visit_gather_where_they_touch() -> None:
    """One paper says 3 to 5 May, another 5 to 6 May, and nobody knows the day."""
    assert gathered(
        one=met("A", "B", within=(MAY_3, date(2022, 5, 5))),
        two=met("A", "B", within=(date(2022, 5, 5), date(2022, 5, 6))),
    ) == meetings("one two")


def test_spans_do_not_chain() -> None:
    """The first days of a meeting never widen: 5-6 joins neither through 3-8 what lies on 8-12."""
    assert gathered(
        narrow=met("A", "B", within=(date(2022, 5, 5), date(2022, 5, 6))),
        middle=met("A", "B", within=(date(2022, 5, 4), date(2022, 5, 8))),
        late=met("A", "B", within=(date(2022, 5, 8), date(2022, 5, 14))),
    ) == meetings("narrow middle", "late")


def test_a_call_is_not_the_visit_of_the_same_day() -> None:
    """Nor the other way round."""
    assert gathered(visit=met("A", "B", on=MAY_3), call=met("A", "B", on=MAY_3, medium="phone")) == meetings(
        "visit", "call"
    )


def test_a_report_of_unknown_format_joins_the_visit() -> None:
    """ "Held talks" on the day of a visit."""
    assert gathered(
        visit=met("A", "B", on=MAY_3), talks=met("A", "B", on=MAY_3, medium="unknown")
    ) == meetings("visit talks")


def test_a_talk_of_two_beside_a_round_of_many_is_its_own() -> None:
    """A summit has its bilateral meetings, on the same day too."""
    assert gathered(summit=met("A", "B", "C", "D", "E", on=MAY_3), aside=met("A", "B", on=MAY_3)) == meetings(
        "summit", "aside"
    )


def test_reports_of_a_round_that_list_different_people_are_one_round() -> None:
    """They share some pairs."""
    assert gathered(one=met("A", "B", "C", "D", on=MAY_3), two=met("A", "B", "E", "F", on=MAY_3)) == meetings(
        "one two"
    )


def test_a_plan_becomes_the_meeting_that_is_held() -> None:
    """Planned for next week without a day, held on one."""
    assert gathered(
        plan=met(
            "A", "B", within=(date(2022, 5, 2), date(2022, 5, 8)), status="planned", said_on=date(2022, 4, 28)
        ),
        held=met("A", "B", on=MAY_3, said_on=MAY_3),
    ) == meetings("plan held")


def test_an_undated_report_is_about_the_days_before_it() -> None:
    """Printed on 5 May, it is the meeting of 3 May and not the one of the year before."""
    assert gathered(
        day=met("A", "B", on=MAY_3),
        long_ago=met("A", "B", on=date(2021, 5, 3)),
        undated=met("A", "B", said_on=date(2022, 5, 5)),
    ) == meetings("day undated", "long_ago")


def test_an_undated_plan_is_about_the_days_after_it() -> None:
    """ "They are to meet", printed on 5 May, is not the meeting of 3 May."""
    assert gathered(
        before=met("A", "B", on=MAY_3),
        after=met("A", "B", on=MAY_20),
        plan=met("A", "B", status="planned", said_on=date(2022, 5, 5)),
    ) == meetings("before", "after plan")


def test_what_is_told_as_held_lies_before_the_article() -> None:
    """ "They met in May", printed on 10 May, cannot be the meeting of 20 May."""
    assert gathered(
        twentieth=met("A", "B", on=MAY_20),
        vague=met("A", "B", within=IN_MAY, said_on=date(2022, 5, 10)),
    ) == meetings("twentieth", "vague")


def test_a_background_meeting_with_another_date_stays_its_own() -> None:
    """ "They last met in May 2019"."""
    assert gathered(
        news=met("A", "B", on=MAY_3), background=met("A", "B", within=(date(2019, 5, 1), date(2019, 5, 31)))
    ) == meetings("news", "background")


def test_a_vague_report_from_another_country_is_another_meeting() -> None:
    """Their places cannot both be right."""
    assert gathered(
        here=met("A", "B", on=MAY_3, place="place:aaa:port"),
        there=met("A", "B", within=IN_MAY, place="place:bbb:hill"),
    ) == meetings("here", "there")


def test_reports_without_any_date_and_day_of_print_stay_apart() -> None:
    """Nothing says that they are one."""
    assert gathered(one=met("A", "B"), two=met("A", "B")) == meetings("one", "two")


def test_one_person_and_a_group_gather_by_day() -> None:
    """The same president, the same staff, the same day."""
    assert gathered(
        one=met("A", groups=EMBASSY, on=MAY_3), two=met("A", groups=("Staff of the Embassy",), on=MAY_3)
    ) == meetings("one two")


def test_one_person_and_a_group_on_vague_days_gather_within_an_article_only() -> None:
    """Too little to recognise a meeting by, across papers."""
    rows = [met("A", groups=EMBASSY, within=IN_MAY, claim_id=name) for name in ("one", "again", "other")]
    live = [
        live_claim(row, paper, paper) for row, paper in zip(rows, ("paper", "paper", "gazette"), strict=True)
    ]

    assert {frozenset(claim.id for claim in meeting) for meeting in gather(live)} == meetings(
        "one again", "other"
    )


def test_a_person_and_a_country_make_a_meeting_apart_from_that_of_two_people() -> None:
    """ "Smith met with Ruritania" says not whom."""
    country = (NameRow("AAA", "country", "participant", "Ruritania", 1),)
    assert gathered(
        one=met("A", on=MAY_3, others=country),
        two=met("A", on=MAY_3, others=country),
        pair=met("A", "B", on=MAY_3),
    ) == meetings("one two", "pair")


def test_a_claim_that_names_nobody_is_a_meeting_of_its_own() -> None:
    """It harms no other."""
    assert gathered(one=met(on=MAY_3), two=met(on=MAY_3)) == meetings("one", "two")


@st.composite
def claim_sets(draw: st.DrawFn) -> list[LiveClaim]:
    """Claims of a few articles of a small world."""
    rows = draw(st.lists(meeting_claims(), max_size=9))
    papers = [draw(st.sampled_from(("a", "b", "c", "d"))) for _ in rows]
    return [
        live_claim(replace(row, id=f"c:{number}"), paper, paper)
        for number, (row, paper) in enumerate(zip(rows, papers, strict=True))
    ]


@settings(max_examples=150, deadline=None)
@given(claims=claim_sets(), data=st.data())
def test_the_order_of_claims_does_not_matter(claims: list[LiveClaim], data: st.DataObject) -> None:
    """A function of the set."""
    assert gather(claims) == gather(data.draw(st.permutations(claims)))


@settings(max_examples=150, deadline=None)
@given(claims=claim_sets())
def test_every_claim_is_in_one_meeting(claims: list[LiveClaim]) -> None:
    """None is lost, none counts twice."""
    found = [claim.id for meeting in gather(claims) for claim in meeting]

    assert sorted(found) == sorted(claim.id for claim in claims)


@settings(max_examples=150, deadline=None)
@given(claims=claim_sets())
def test_claims_that_do_not_touch_do_not_influence_each_other(claims: list[LiveClaim]) -> None:
    """What makes it right to work out the neighbourhood of a change alone."""
    apart: list[tuple[LiveClaim, ...]] = []
    left = list(claims)
    while left:
        ring = [left.pop()]
        neighbourhood = list(ring)
        while ring:
            ring = [claim for claim in left if any(touch(claim, known) for known in ring)]
            left = [claim for claim in left if claim not in ring]
            neighbourhood += ring
        apart += gather(neighbourhood)

    assert sorted(apart, key=lambda meeting: meeting[0].id) == list(gather(claims))


def touch(one: LiveClaim, other: LiveClaim) -> bool:
    """Whether two claims share a dyad and a day."""
    return bool(dyads(one) & dyads(other)) and window(one).touches(window(other))
