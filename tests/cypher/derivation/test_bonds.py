"""From when to when somebody held an office: the rules of `cypher.derivation.bonds`, one test a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cypher.derivation.bonds import BondEdge, bond_edges, tallies
from cypher.derivation.evidence import live_claim
from cypher.rows import ClaimRow
from tests.cypher.worlds import membership, office, partners

MARCH, MAY, JULY, SEPTEMBER = (date(2022, month, 1) for month in (3, 5, 7, 9))
HEAD = "head_of_state"
TERM = (date(2021, 1, 20), date(2022, 6, 30))


def edges(*rows: ClaimRow, story: str | None = None) -> dict[str, BondEdge]:
    """The edges that these claims make, by their source."""
    claims = [
        live_claim(replace(row, id=f"c:{number}"), f"a:{number}", story or f"s:{number}")
        for number, row in enumerate(rows)
    ]
    return {edge.source: edge for edge in bond_edges(tallies(claims))}


def time_served(*rows: ClaimRow) -> dict[str, tuple[date | None, date | None]]:
    """Since and until by person."""
    return {source: (edge.since, edge.until) for source, edge in edges(*rows).items()}


def president(holder: str, said_on: date, term: tuple[date | None, date | None] = (None, None)) -> ClaimRow:
    """Someone is said to be President."""
    return office(holder, "AAA", "President", said_on, post=HEAD, term=term)


def former(holder: str, said_on: date) -> ClaimRow:
    """Someone is said to have been President."""
    return office(holder, "AAA", "President", said_on, post=HEAD, polarity="ended")


def test_a_partnership_is_as_sure_as_its_stories_less_those_that_deny_it() -> None:
    """By the formula of meetings. Copies add nothing; who seeks it, or says that it ended, denies nothing."""
    stated, denied = partners("AAA", "BBB"), partners("AAA", "BBB", polarity="denied")

    def confidence(*rows: ClaimRow, story: str | None = None) -> float:
        return edges(*rows, story=story)["AAA"].confidence

    assert confidence(stated, stated, story="one") == confidence(stated) == 0.9
    assert confidence(stated, stated) == 0.99
    assert confidence(stated, denied) == round(0.9 * 0.1 / (1 - 0.9 * 0.9), 6)
    for word in ("sought", "ended"):
        assert confidence(stated, partners("AAA", "BBB", polarity=word)) == 0.9


def test_an_office_is_open_until_somebody_says_that_it_ended() -> None:
    """That nobody mentions it any more is no end."""
    (edge,) = edges(president("A", MARCH), president("A", MAY)).values()

    assert (edge.since, edge.until, edge.first, edge.last) == (MARCH, None, MARCH, MAY)
    assert edge.terms == ("2022-03-01/..",)
    assert edge.post == HEAD


def test_former_ends_an_office_and_makes_none() -> None:
    """By the first day on which it is said after the last on which it was held."""
    assert time_served(president("A", MAY), former("A", JULY), former("A", SEPTEMBER)) == {"A": (MAY, JULY)}
    assert time_served(former("A", JULY)) == {}


def test_a_former_president_who_is_president_again_is_in_office() -> None:
    """What was over before speaks of an earlier term."""
    assert time_served(president("A", MARCH), former("A", MAY), president("A", JULY)) == {"A": (MARCH, None)}


def test_a_successor_ends_the_term_of_whoever_held_the_post_before() -> None:
    """Under whatever title; of one country, and of posts that one person at a time holds."""
    king = office("B", "AAA", "King", MAY, post=HEAD)

    assert time_served(president("A", MARCH), king) == {"A": (MARCH, MAY), "B": (MAY, None)}
    assert time_served(president("A", MARCH), office("B", "BBB", "President", MAY, post=HEAD))["A"] == (
        MARCH,
        None,
    )
    assert time_served(office("A", "AAA", "Minister"), office("B", "AAA", "Minister", MAY))["A"][1] is None


def test_one_who_is_said_to_hold_it_once_while_another_does_ends_nothing_for_the_other() -> None:
    """A slip of one paper bounds the slip itself."""
    assert time_served(president("A", MARCH), president("B", MAY), president("A", JULY)) == {
        "A": (MARCH, None),
        "B": (MAY, JULY),
    }


def test_a_term_that_entity_data_know_bounds_what_articles_say() -> None:
    """Claims within it need not be its first and last days."""
    assert time_served(president("A", MAY, TERM)) == {"A": TERM}
    assert time_served(president("A", MAY, (TERM[0], None)), president("B", JULY)) == {
        "A": (TERM[0], JULY),
        "B": (JULY, None),
    }


def test_two_terms_are_told_apart() -> None:
    """And what is said outside both is a term of its own."""
    (edge,) = edges(
        president("A", MAY, TERM), president("A", SEPTEMBER, (date(2022, 8, 1), None)), former("A", JULY)
    ).values()
    assert edge.terms == ("2021-01-20/2022-06-30", "2022-08-01/..")
    assert (edge.since, edge.until) == (TERM[0], None)

    (edge,) = edges(president("A", MAY, TERM), president("A", SEPTEMBER)).values()
    assert edge.terms == ("2021-01-20/2022-06-30", "2022-09-01/..")


def test_a_membership_has_a_time_too() -> None:
    """Former members are members no more."""
    left = replace(membership("A", "party:x", "member", JULY), polarity="ended")

    assert time_served(membership("A", "party:x", "member", MARCH), left) == {"A": (MARCH, JULY)}


def test_a_bond_counts_the_stories_that_state_it() -> None:
    """Copies once, however they word it; who denies it is no source for it."""
    rows = (
        partners("AAA", "BBB", "alliance"),
        partners("AAA", "BBB", "trade_partner"),
        partners("AAA", "BBB", "alliance", polarity="denied"),
    )

    assert [(edge.claims, edge.independent_sources) for edge in edges(*rows).values()] == [(2, 2)]
    assert [(edge.claims, edge.independent_sources) for edge in edges(*rows, story="s").values()] == [(2, 1)]
