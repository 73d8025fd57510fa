"""Who may be one and who may be two: pairs of people, and what is said of them."""

from __future__ import annotations

import pytest

from cypher.derivation.candidates import Contact, Profile, Tenure, candidates, pair, two_in_one


def profile(
    name: str,
    country: str | None = None,
    *offices: Tenure,
    aliases: tuple[str, ...] = (),
    key: str = "",
    met: tuple[Contact, ...] = (),
) -> Profile:
    return Profile(key or f"person:{country or 'xx'}:{name}", name, aliases, country, offices, met)


MINISTER = Tenure("NOR", "Foreign Minister", "2022-01-01", "2023-01-01")
LATER = Tenure("NOR", "foreign minister", "2024-01-01", None)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (profile("Espen Barth Eide", "NOR"), profile("E. Barth Eide"), "unknown"),
        (profile("Dmitry Medvedev", "RUS"), profile("Дмитрий Медведев", "RUS"), "both of RUS"),
        (profile("Medvedev", "RUS", aliases=("Дмитрий Медведев",)), profile("Dmitri Medvedev"), "unknown"),
        (profile("Abe Shinzo", "JPN"), profile("Shinzo Abe", "JPN"), "both of JPN"),
        (profile("Mr Same Name", "NOR", MINISTER), profile("Mr Same Name", "SWE", MINISTER), "at one time"),
    ],
)
def test_they_may_be_one(one: Profile, other: Profile, reason: str) -> None:
    found = pair(one, other)

    assert found is not None
    assert found.kind == "merge"
    assert reason in found.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (profile("Anna Berg", "NOR"), profile("Anna Berg", "SWE")),
        (profile("Anna Berg", "NOR"), profile("Bernt Berg", "NOR")),
        (profile("Berg", "NOR"), profile("Berg", "NOR")),
        (profile("Anna Berg", "NOR"), profile("Jonas Falk", "NOR", aliases=("the Norwegian minister",))),
        (profile("Mr Same Name", "NOR", MINISTER), profile("Mr Same Name", "SWE", LATER)),
    ],
)
def test_they_stay_apart(one: Profile, other: Profile) -> None:
    """Namesakes of two countries, one surname alone, an office held at another time."""
    assert pair(one, other) is None


FALK = Contact("person:SWE:jonas-falk", "Jonas Falk")
BERG = profile("Berg")
ANNA = profile("Anna Berg", "NOR", met=(FALK,))
BERNT = profile("Bernt Berg", "NOR", met=(FALK,))


def test_a_surname_alone_may_be_the_only_one_who_is_called_so() -> None:
    (found,) = candidates(BERG, [ANNA, profile("Jonas Falk", "SWE")])
    from_the_other_side = candidates(ANNA, [BERG])

    assert (found.entity, found.other) == (ANNA, BERG)
    assert found.reason == "'Berg' is a surname of Anna Berg; nobody else is known by it"
    assert from_the_other_side == [found]


def test_a_surname_of_two_needs_another_sign() -> None:
    stranger = profile("Anna Berg", "NOR")
    in_company = profile("Berg", met=(FALK,))

    assert candidates(BERG, [ANNA, BERNT]) == []
    (found,) = candidates(in_company, [BERNT, stranger])
    assert found.entity == BERNT
    assert "both met Jonas Falk" in found.reason


def test_a_surname_of_another_country_or_a_given_name_is_nobody() -> None:
    assert candidates(profile("Berg", "FRA"), [ANNA]) == []
    assert candidates(profile("Lia"), [profile("Anna Lia Berg", "NOR", met=(FALK,))]) == []


def test_of_two_that_may_be_one_the_public_id_would_stay() -> None:
    found = pair(
        profile("Anna Berg", "NOR", key="person:NOR:anna-berg"), profile("Anna Berg", "NOR", key="Q7")
    )

    assert found is not None
    assert found.entity.id == "Q7"


def test_one_who_speaks_for_two_states_may_be_two() -> None:
    ghana = Tenure("GHA", "Minister", "2022-06-01", "2022-07-01")
    found = two_in_one(profile("Anna Berg", "NOR", MINISTER, ghana))

    assert found is not None
    assert found.reason == "holds offices of GHA and NOR at one time"
    assert two_in_one(profile("Anna Berg", "NOR", MINISTER, LATER)) is None
