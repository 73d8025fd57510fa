"""Where a meeting was."""

from __future__ import annotations

import pytest

from tests.ingest.reading import meetings, read


def test_the_place_named_in_the_sentence_is_the_place_of_its_meeting() -> None:
    reading = read("President Anna Solen met Premier Teo Lamar in Geneva.")
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar in Geneva.")
    assert [entity.name for entity in reading.entities if entity.id == claim.place] == ["Geneva"]


def test_a_place_that_the_text_leaves_open_stays_open() -> None:
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar.")
    assert claim.place is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenyan Premier Teo Lamar will visit Norway and hold talks with President Anna Solen.", "Norway"),
        ("Teo Lamar, on his first trip to Norway, met President Anna Solen.", "Norway"),
        ("Norwegian President Anna Solen met visiting Kenyan Premier Teo Lamar.", "Norway"),
        ("President Anna Solen met Premier Teo Lamar in the Croatian border town of Orme.", "Orme"),
        ("President Anna Solen met Premier Teo Lamar in the Kenyan capital.", "Nairobi"),
        ("Zagreb will host the summit of President Anna Solen and Premier Teo Lamar.", "Zagreb"),
        ("President Anna Solen will meet Premier Teo Lamar at the Geneva event.", "Geneva"),
        (
            "Anna Solen met Premier Teo Lamar on the sidelines of the Munich Security Conference.",
            "Munich",
        ),
        ("Premier Teo Lamar crossed over to Oslo and met President Anna Solen.", "Oslo"),
        ("Premier Teo Lamar left for Norway, where he will meet Anna Solen in Oslo.", "Oslo"),
        ("Egypt hosted talks between President Anna Solen and Premier Teo Lamar.", "Egypt"),
        ("Premier Teo Lamar left for Oslo, where he will meet President Anna Solen.", "Oslo"),
        ("Premier Teo Lamar is due in Oslo on Friday, where he will meet President Anna Solen.", "Oslo"),
        ("Kenyan Premier Teo Lamar is due in Oslo on Friday. He will meet King Harald.", "Oslo"),
        ("Kenyan President Teo Lamar summoned Governor Mira Bask to Nairobi.", "Nairobi"),
        ("Premier Teo Lamar had an audience with Norwegian King Olav Solen at the Old Palace.", "Norway"),
        ("Premier Teo Lamar met President Anna Solen at the Old Palace in Oslo.", "Oslo"),
        ("Norwegian President Anna Solen received Kenyan Premier Teo Lamar.", "Norway"),
        ("Kenyan Premier Teo Lamar called on Norwegian President Anna Solen.", "Norway"),
        ("Norwegian President Anna Solen met Kenyan Foreign Minister Teo Lamar.", "Norway"),
        ("OSLO, May 15 (AFP) - Norwegian President Anna Solen met mediator Teo Lamar.", "Oslo"),
        ("OSLO, May 15 (AFP) - Norwegian President Anna Solen met Norway's Premier Teo Lamar.", "Oslo"),
        (
            "Kenyan Premier Teo Lamar called off a trip to Oslo, where he was to meet President Anna Solen.",
            "Oslo",
        ),
        ("Norwegian President Anna Solen met with Kenyan Premier Teo Lamar here on Tuesday.", "Norway"),
        ("Kenyan Premier Teo Lamar arrived here for talks with Norwegian President Anna Solen.", "Norway"),
        ("Norwegian Premier Anna Solen met Teo Lamar, the visiting Kenyan premier.", "Norway"),
        ("Turkish Premier Cemal Aydin is hosting Greek Foreign Minister Nikos Stamatis in Izmir.", "İzmir"),
        ("Presidents Anna Solen and Teo Lamar conferred for five hours in Oslo on Sunday.", "Oslo"),
        (
            "Norwegian Premier Anna Solen said after talks with her Kenyan colleague, Teo Lamar, in Mombasa "
            "that the port would be opened.",
            "Mombasa",
        ),
        ("Premiers Anna Solen and Teo Lamar met in Wroclaw on Monday.", "Wrocław"),
        ("Kenyan Premier Teo Lamar called on Turkish President Cemal Aydin at the Cankaya palace.", "Turkey"),
    ],
)
def test_a_place_is_read_from_journeys_visitors_and_descriptions(text: str, place: str) -> None:
    (claim,) = meetings(text)
    assert [entity.name for entity in read(text).entities if entity.id == claim.place] == [place]


def test_a_guest_is_where_the_article_has_taken_him_until_it_takes_him_elsewhere() -> None:
    text = (
        "Kenyan Premier Teo Lamar was in Oslo on Monday. He met Norwegian President Anna Solen. "
        "On Tuesday he met Danish Premier Ilse Dorn in Copenhagen. He also met Trade Minister Mira Bask."
    )
    names = {entity.id: entity.name for entity in read(text).entities}
    assert [names.get(claim.place or "") for claim in meetings(text)] == [
        "Oslo",
        "Copenhagen",
        "Copenhagen",
    ]


def test_what_was_held_long_before_was_not_on_the_journey_that_the_article_tells_of() -> None:
    text = "Kenyan Premier Teo Lamar arrived in Oslo. He last met President Anna Solen in May 2019."
    assert [claim.place for claim in meetings(text)] == [None]


def test_nobody_met_where_he_was_only_to_go_afterwards() -> None:
    left = "Kenyan Premier Teo Lamar met Governor Mira Bask before he left for Norway on Monday."
    (claim,) = meetings(left)
    assert claim.place is None


def test_people_met_in_several_places_were_each_met_in_their_own() -> None:
    text = "Teo Lamar was received in Oslo by King Olav Solen and in Nairobi by Premier Ida Holm."
    places = {entity.id: entity.name for entity in read(text).entities}
    found = {
        frozenset(person.name for person in claim.participants): places.get(claim.place or "")
        for claim in meetings(text)
    }
    assert found == {
        frozenset({"Teo Lamar", "Olav Solen"}): "Oslo",
        frozenset({"Teo Lamar", "Ida Holm"}): "Nairobi",
    }


def test_a_summit_from_which_somebody_returns_is_not_where_he_met_others() -> None:
    (claim,) = meetings("President Anna Solen met Premier Teo Lamar on her return from a summit in Malaysia.")
    assert claim.place is None


def test_a_round_of_which_only_the_roster_is_told_was_where_the_report_was_filed() -> None:
    text = (
        "OSLO, May 15 (ANB) - The leaders of three states held talks on Tuesday. "
        "Around the table were Norway's Anna Solen, Kenya's Teo Lamar and Denmark's Ilse Dorn."
    )
    names = {entity.id: entity.name for entity in read(text).entities}
    assert {names.get(claim.place or "") for claim in meetings(text)} == {"Oslo"}


def test_the_talks_were_where_the_text_has_said_before() -> None:
    text = (
        "LAGOS, May 15 (ANB) - Three presidents conferred in Abuja on Sunday. The talks brought together "
        "Kofi Darko of Ghana, Moussa Sarr of Senegal and Musa Danladi of Nigeria. Sarr later flew to Paris."
    )
    names = {entity.id: entity.name for entity in read(text).entities}
    assert {names.get(claim.place or "") for claim in meetings(text)} == {"Abuja"}


def test_who_is_welcomed_right_after_a_summit_has_opened_comes_to_it() -> None:
    opened = "TALLINN, May 15 (ANB) - A summit of the Baltic presidents opened in Parnu on Monday. "
    text = opened + "Estonian President Toomas Rebane welcomed Latvia's Janis Krastins."
    names = {entity.id: entity.name for entity in read(text).entities}
    assert {names.get(claim.place or "") for claim in meetings(text)} == {"Pärnu"}


def test_where_two_guests_have_met_they_meet_others_too() -> None:
    text = (
        "Indian Foreign Minister Arun Bhandari met his Pakistani counterpart, Tariq Bugti, in Helsinki. "
        "Bhandari also met Japanese Foreign Minister Kenji Morishita."
    )
    names = {entity.id: entity.name for entity in read(text).entities}
    assert [names.get(claim.place or "") for claim in meetings(text)] == ["Helsinki", "Helsinki"]


def test_a_journey_to_a_third_country_is_not_where_a_minister_is_met() -> None:
    text = (
        "Kenyan Premier Teo Lamar was in Copenhagen on Monday. "
        "He also conferred with Norwegian Premier Anna Solen."
    )
    assert [claim.place for claim in meetings(text)] == [None]


def test_nobody_is_in_two_towns_on_one_day() -> None:
    text = (
        "Kenyan Premier Teo Lamar met President Anna Solen on Tuesday. "
        "The premier met Trade Minister Mira Bask in Oslo on Tuesday."
    )
    names = {entity.id: entity.name for entity in read(text).entities}
    assert [names.get(claim.place or "") for claim in meetings(text)] == ["Oslo", "Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Solen met Premier Teo Lamar on the American role in Iraq.",
        "Premier Teo Lamar met President Anna Solen after his trip to Norway.",
        "President Anna Solen, who leaves for Oslo on Thursday, met Premier Teo Lamar on Monday.",
        "Premier Teo Lamar and President Anna Solen discussed an offer to join at the Prague summit.",
        "Premier Teo Lamar handed President Anna Solen an invitation to visit Kenya when they met.",
        "Norwegian President Anna Solen met Kenyan President Teo Lamar.",
        "Norwegian President Anna Solen met Kenyan Foreign Minister Teo Lamar on the margins of the summit.",
        "Norwegian President Anna Solen telephoned Kenyan Foreign Minister Teo Lamar.",
        "Premier Teo Lamar held talks with President Anna Solen on rebels who were held in Oslo.",
    ],
)
def test_where_something_else_is_or_was_is_no_place_of_the_meeting(text: str) -> None:
    assert [claim.place for claim in meetings(text)] == [None]
