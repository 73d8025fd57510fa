"""Collections are compared as a whole, whatever their size and however often a thing is in them."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cypher.comparing import differences

things = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "1", "11", "é"])), max_size=8)


@given(ours=things, theirs=things)
def test_differences_are_those_of_the_multisets(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]]
) -> None:
    """And nothing more is told if nothing differs."""
    found = differences(lambda: ours, lambda: theirs)

    assert found.complete
    assert Counter(found.over) == Counter(ours) - Counter(theirs)
    assert Counter(found.under) == Counter(theirs) - Counter(ours)


def test_where_much_differs_it_says_that_there_is_more() -> None:
    """Only so much is held at once."""
    found = differences(lambda: [(str(number),) for number in range(500)], lambda: [], held=10)

    assert not found.complete
    assert 10 < len(found.over) < 500
