"""A roster in a later sentence names the people of a meeting left open."""

from __future__ import annotations

import pytest

from ingest.records import MeetingClaim
from tests.ingest.reading import agrees, held_pairs, read

OPEN = "A one-day summit on the lakes crisis opened in Nairobi on Monday. "
LEADERS = "African leaders held a one-day summit in Nairobi on Monday. "
ALL = "Otim-Kariuki, Otim-Mbala, Kariuki-Mbala"
THREE = "Presidents Moses Otim of Uganda, Peter Kariuki of Kenya and Joao Mbala of Angola"


@pytest.mark.parametrize(
    "roster",
    [
        f"Present were {THREE}.",
        f"Attending the meeting are {THREE}.",
        f"Taking part in the talks were {THREE}.",
        f"Among those at the meeting were {THREE}.",
        f"On hand were {THREE}.",
        f"The leaders attending are {THREE}.",
        f"It was attended by {THREE}.",
        f"{THREE} were present.",
        f"{THREE} took part in the summit.",
        "Besides Ugandan President Moses Otim, the summit was attended by Presidents Peter Kariuki of Kenya "
        "and Joao Mbala of Angola.",
        "President Moses Otim of Uganda was joined by Presidents Peter Kariuki of Kenya and Joao Mbala of "
        "Angola.",
        "Uganda was represented by President Moses Otim, Kenya by Peter Kariuki and Angola by Joao Mbala.",
    ],
)
def test_those_who_were_there_met_all_with_all(roster: str) -> None:
    assert agrees(held_pairs(OPEN + roster), ALL)


def test_three_who_act_together_right_after_leaders_met_are_those_leaders() -> None:
    assert agrees(held_pairs(LEADERS + THREE + " agreed to lift the sanctions."), ALL)
    assert held_pairs(LEADERS + THREE + " had stayed at home.") == set()


def test_who_chaired_the_round_is_one_of_it() -> None:
    chaired = "Ugandan President Moses Otim chaired the summit. "
    roster = "Presidents Peter Kariuki of Kenya and Joao Mbala of Angola were among those taking part."
    assert agrees(held_pairs(LEADERS + chaired + roster), ALL)


def test_a_sentence_that_names_its_round_needs_none_before() -> None:
    assert agrees(held_pairs(f"The summit in Nairobi was attended by {THREE}."), ALL)
    listed = "Presidents Moses Otim (Uganda), Peter Kariuki (Kenya) and Joao Mbala (Angola)"
    assert agrees(held_pairs(f"Leaders from seven states attended the meeting: {listed}."), ALL)


def test_as_many_as_a_round_has_sides_are_those_who_sat_in_it() -> None:
    summit = "A three-way summit was held in Nairobi on Monday. "
    assert agrees(held_pairs(summit + THREE + " spoke of the rains."), ALL)


def test_who_stays_away_is_not_in_the_roster() -> None:
    assert held_pairs(OPEN + THREE + " did not attend.") == set()
    assert held_pairs(OPEN + THREE + " will attend the next summit.") == set()


def test_whoever_is_expected_has_met_nobody_yet() -> None:
    ahead = "A summit on the lakes crisis, due to open in Nairobi on Monday, will last a day. "
    planned = read(ahead + f"Expected to attend are {THREE}.").claims
    assert {claim.status for claim in planned if isinstance(claim, MeetingClaim)} == {"planned"}
    assert held_pairs(OPEN + f"Expected to attend were {THREE}.") == set()


def test_who_chaired_a_summit_met_those_who_attended_it() -> None:
    hosted = "Kenya hosted a summit on Monday. "
    chaired = "The summit, which was chaired by President Peter Kariuki, was attended by "
    assert agrees(
        held_pairs(hosted + chaired + "Presidents Moses Otim of Uganda and Joao Mbala of Angola."), ALL
    )


def test_attending_something_else_is_no_roster() -> None:
    assert held_pairs(OPEN + "Moses Otim and Peter Kariuki attended a funeral.") == set()
    assert held_pairs(OPEN + f"Joining the condemnation were {THREE}.") == set()


def test_two_who_attend_what_many_attend_have_not_met() -> None:
    two = "Ugandan President Moses Otim and Kenyan President Peter Kariuki "
    assert held_pairs(two + "attended the APEC summit in Hanoi on Monday.") == set()
    assert held_pairs(two + "attended a conference on fish in Hanoi on Monday.") == set()
    assert agrees(held_pairs(two + "attended the summit in Hanoi on Monday."), "Otim-Kariuki")


def test_ministers_of_one_state_who_came_along_did_not_meet_each_other() -> None:
    beside = "Kenyan Foreign Minister Peter Kariuki and his deputy Moses Otim were also present."
    assert held_pairs(OPEN + beside) == set()


def test_a_list_of_which_nothing_says_that_it_is_of_people_is_no_roster() -> None:
    opened = "Three new parks have been opened to celebrate the hosting of the 2005 summit. "
    assert held_pairs(opened + "They are the Lakeside Park, FJORD Naru Park and Peace Park.") == set()


def test_who_of_the_leaders_met_speaks_to_the_guest_is_one_of_them() -> None:
    met = "Kenyan President Peter Kariuki met Angolan leaders in Luanda on Monday. "
    assert agrees(held_pairs(met + "President Joao Mbala told him that the port was open."), "Kariuki-Mbala")


@pytest.mark.parametrize(
    "told",
    [
        "President Rosa Lamar on Monday received the credentials of two envoys. They are Erik Lind of Sweden "
        "and Ada Solen of Kenya.",
        "President Rosa Lamar received here Monday a number of ambassadors. Among them were Ambassador Erik "
        "Lind of Sweden and Ambassador Ada Solen of Kenya.",
    ],
)
def test_guests_received_as_a_group_met_their_host_once_they_are_named(told: str) -> None:
    assert agrees(held_pairs(told), "Lamar-Lind, Lamar-Solen")


def test_a_group_that_was_received_is_not_whoever_is_named_next() -> None:
    received = "President Rosa Lamar received two envoys on Monday. "
    assert held_pairs(received + "The ministers of the cabinet are Erik Lind and Ada Solen.") == set()


def test_those_who_took_part_in_what_had_only_been_planned_have_met() -> None:
    planned = "Baltic leaders were to meet in Riga on Monday, officials said. "
    assert agrees(
        held_pairs(planned + "Taking part were Presidents Ada Solen of Kenya and Juris Ozols of Latvia."),
        "Solen-Ozols",
    )
    assert (
        held_pairs(planned + "Expected to attend are Ada Solen of Kenya and Juris Ozols of Latvia.") == set()
    )


def test_who_faces_the_head_of_one_team_is_the_other_side() -> None:
    opened = (
        "Kenyan and Latvian officials opened talks on Monday. The Kenyan team is led by Minister Ada Solen. "
    )
    assert agrees(held_pairs(opened + "Across the table sits Latvian envoy Juris Ozols."), "Solen-Ozols")


def test_those_who_came_along_sit_on_the_side_of_their_state() -> None:
    met = "Kenyan President Ada Solen and Latvian President Juris Ozols held talks in Riga. "
    along = "The talks were attended by Kenyan Minister Moses Orme and Latvian Minister Ilse Dorn."
    expected = "Solen-Ozols, Solen-Dorn, Orme-Ozols, Orme-Dorn"
    assert agrees(held_pairs(met + along), expected)


def test_as_many_as_the_states_of_a_round_who_sign_together_are_its_ministers() -> None:
    ended = "Foreign ministers of Kenya, Latvia and Norway ended talks in Riga on Friday. "
    signed = "Kenya's Ada Solen, Juris Ozols and Ida Holm signed a memorandum at the close."
    assert agrees(held_pairs(ended + signed), "Solen-Ozols, Solen-Holm, Ozols-Holm")
