"""A roster in a later sentence names the people of a meeting left open."""

from __future__ import annotations

from tests.ingest.reading import agrees, held_pairs

OPEN = "A one-day summit on the lakes crisis opened in Nairobi on Monday. "


def test_those_present_met_all_with_all() -> None:
    roster = "Present were Presidents Moses Otim of Uganda, Peter Kariuki of Kenya and Joao Mbala of Angola."
    assert agrees(held_pairs(OPEN + roster), "Otim-Kariuki, Otim-Mbala, Kariuki-Mbala")


def test_attending_a_funeral_is_no_roster() -> None:
    assert held_pairs(OPEN + "Moses Otim and Peter Kariuki attended a funeral.") == set()


def test_a_list_of_which_nothing_says_that_it_is_of_people_is_no_roster() -> None:
    opened = "Three new parks have been opened to celebrate the hosting of the 2005 summit. "
    assert held_pairs(opened + "They are the Lakeside Park, FJORD Naru Park and Peace Park.") == set()
