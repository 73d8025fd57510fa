"""Which articles are copies of one report: the rule of `cypher.derivation.stories`, one test a clause."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cypher.derivation.evidence import Imprint
from cypher.derivation.stories import WINDOW, are_copies, days_of_copies, stories
from ingest.sketches import sketch_of
from tests.cypher.worlds import days, sketches

MONDAY = date(2024, 5, 6)

AGENCY = """Ghanaian President Kwabena Asante-Mensah met the Prime Minister of Norway, Ingrid Solbakken, in
Oslo on Monday for talks on fisheries and on the protection of the coast of West Africa.

The two leaders agreed that a joint committee would draw up a treaty by the end of the year, an official of
the Norwegian government said after the talks, which lasted for two hours and were followed by a dinner.

"Ghana is a close and reliable partner," Solbakken told reporters. Her guest spoke of a friendship that had
outlived four governments in either capital, and invited her to come to Accra in spring.

Norwegian trawlers were banned from the waters off Ghana two years ago after fishermen had complained of empty
nets. Both sides have said since that they want to settle the dispute before the next season begins."""

OWN_REPORT = """Two years after the ban on its trawlers, Norway is close to a deal with Ghana.

In Oslo, Prime Minister Ingrid Solbakken received President Kwabena Asante-Mensah for two hours on Monday.
What they put on the table, according to people who were in the room, is a treaty on fisheries that experts of
both states shall write in the coming months.

"Ghana is a close and reliable partner," the Prime Minister said. Asante-Mensah, who is the first president of
Ghana to visit Norway since 1998, asked her to pay a visit of her own."""


def imprint(name: str, text: str, published: date | None = MONDAY) -> Imprint:
    """An article as copies know it."""
    sketch = sketch_of(text)
    assert sketch is not None
    return Imprint(name, published, sketch.passages, sketch.digits)


def test_dateline_byline_trailer_and_a_cut_end_leave_a_copy_a_copy() -> None:
    """Each paper puts its own around the report of the agency; the story is named after the fullest."""
    paragraphs = AGENCY.split("\n\n")
    papers = {
        "agency": AGENCY,
        "with head and tail": f"By Ama Owusu\n\nACCRA, May 7 (GNA) - {AGENCY}\n\nRead more: Oslo in spring",
        "cut to a half": "\n\n".join(paragraphs[:2]),
        "cut in the middle of a sentence": AGENCY[: len(AGENCY) * 2 // 3] + " ...",
        "edited": AGENCY.replace("on Monday", "on May 6").replace("told reporters", "said"),
        "with a paragraph of its own": f"{AGENCY}\n\nOur readers know Solbakken from a visit to Tema in May.",
    }

    found = stories(imprint(name, text) for name, text in papers.items())

    assert set(found.values()) == {"with a paragraph of its own"}


def test_two_reports_of_one_event_are_two_stories() -> None:
    """Though they quote the same sentence."""
    assert stories([imprint("a", AGENCY), imprint("b", OWN_REPORT)]) == {"a": "a", "b": "b"}


def test_the_same_text_after_longer_than_the_window_is_a_story_of_its_own() -> None:
    """Within it, it is a copy; where a day is not known, the text decides."""
    late, last = MONDAY + WINDOW + timedelta(days=1), MONDAY + WINDOW

    assert stories([imprint("a", AGENCY), imprint("b", AGENCY, late)]) == {"a": "a", "b": "b"}
    assert stories([imprint("a", AGENCY), imprint("b", AGENCY, last)]) == {"a": "a", "b": "a"}
    assert stories([imprint("a", AGENCY), imprint("b", AGENCY, None)]) == {"a": "a", "b": "a"}


def test_two_parts_of_one_report_are_copies_of_it_and_not_of_each_other() -> None:
    """Without the full report nothing joins them."""
    paragraphs = AGENCY.split("\n\n")
    first, second = imprint("a", "\n\n".join(paragraphs[:2])), imprint("b", "\n\n".join(paragraphs[2:]))

    assert stories([first, second]) == {"a": "a", "b": "b"}
    assert stories([first, second, imprint("full", AGENCY)]) == dict.fromkeys(("a", "b", "full"), "full")


imprints = st.lists(st.tuples(st.none() | days, sketches.filter(lambda sketch: sketch[0])), max_size=8).map(
    lambda rows: [
        Imprint(f"a:{n}", day, passages, sketch) for n, (day, (sketch, passages)) in enumerate(rows)
    ]
)


@given(world=imprints, data=st.data())
def test_the_story_of_an_article_depends_on_its_direct_copies_alone(
    world: list[Imprint], data: st.DataObject
) -> None:
    """Not on the order, nor on anybody further away: so it is right to look next to a change only."""
    found = stories(data.draw(st.permutations(world)))

    for one in world:
        near = [other for other in world if len(set(stories([one, other]).values())) == 1]
        assert stories(near)[one.article] == found[one.article]


@given(one=st.dates(), other=st.dates() | st.integers(-8, 8))
def test_copies_are_looked_for_on_all_days_on_which_they_can_be(one: date, other: date | int) -> None:
    """And on no others, down to the first day that there is, and up to the last."""
    if isinstance(other, int):
        other = date.fromordinal(min(max(one.toordinal() + other, 1), date.max.toordinal()))
    earliest, latest = days_of_copies(imprint("one", AGENCY, one))

    assert earliest and latest
    assert (earliest <= other <= latest) == are_copies(
        imprint("one", AGENCY, one), imprint("other", AGENCY, other)
    )
    assert days_of_copies(imprint("undated", AGENCY, None)) == (None, None)
