"""What of a text is reporting: datelines, teasers, bylines, notices and headings are told by their shape.

All articles are invented; the conventions are those of agencies and web pages.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import dateline_of, parser_text, segments
from ingest.paragraphs import paragraphs

REPORT = "President Anna Solen met Prime Minister Teo Lamar on Tuesday."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Each segment's kind with its words."""
    return [(segment.kind, text[segment.start : segment.end]) for segment in segments(text, title)]


def kind_of(line: str) -> str:
    """The kind of a line that stands between two paragraphs of reporting."""
    found = kinds(f"{REPORT}\n\n{line}\n\n{REPORT}")
    assert len(found) == 3, found
    return found[1][0]


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("Moscow, 22 November 2022 (TDI):", "Moscow", "22 November 2022", "TDI"),
        ("BEIJING, Nov. 5 (Xinhua) --", "Beijing", "Nov. 5", "Xinhua"),
        ("LONDON (Reuters) -", "London", None, "Reuters"),
        ("NEW DELHI:", "New Delhi", None, None),
        ("Kyiv – March 3:", "Kyiv", "March 3", None),
        ("MOSCOW, November 22. /TASS/.", "Moscow", "November 22", "TASS"),
        ("KUWAIT, Nov 22 (KUNA) --", "Kuwait", "Nov 22", "KUNA"),
        ("New Delhi [India], November 22 (ANI):", "New Delhi", "November 22", "ANI"),
        ("ABU DHABI, 22nd November, 2022 (WAM) --", "Abu Dhabi", "22nd November, 2022", "WAM"),
        ("ADDIS ABABA, November 22/2022 (ENA):", "Addis Ababa", "November 22/2022", "ENA"),
        ("LUSAKA, Zambia, Nov. 22 (Xinhua) --", "Lusaka", "Nov. 22", "Xinhua"),
        ("RAMALLAH, Monday, November 22, 2022 (WAFA) -", "Ramallah", "Monday, November 22, 2022", "WAFA"),
        ("KYIV, Ukraine (AP) —", "Kyiv", None, "AP"),
        ("Nairobi, Kenya –", "Nairobi", None, None),
        ("Geneva, Switzerland:", "Geneva", None, None),
        ("São Paulo –", "São Paulo", None, None),
        ("Port-au-Prince, Haiti —", "Port-au-Prince", None, None),
        ("Hanoi (VNA) –", "Hanoi", None, "VNA"),
        ("TEHRAN -", "Tehran", None, None),
        ("WASHINGTON _", "Washington", None, None),
        ("Washington D.C. –", "Washington D.C.", None, None),
        ("Accra, Nov. 22, GNA –", "Accra", "Nov. 22", "GNA"),
        ("TOKYO, Nov 22 Kyodo -", "Tokyo", "Nov 22", "Kyodo"),
        ("Yerevan, November 22, ARMENPRESS.", "Yerevan", "November 22", "ARMENPRESS"),
        ("Astana. 22 November. KazTAG –", "Astana", "22 November", "KazTAG"),
        ("N'DJAMENA, Chad (AP) —", "N'Djamena", None, "AP"),
        ("(CNN) --", None, None, "CNN"),
    ],
)
def test_a_dateline_gives_place_day_and_agency(
    head: str, place: str | None, day: str | None, agency: str | None
) -> None:
    text = f"{head} {REPORT}"
    dateline = dateline_of(text)
    assert dateline is not None
    assert (dateline.place, dateline.day, dateline.agency) == (place, day, agency)
    assert text[dateline.end :] == REPORT


@pytest.mark.parametrize(
    "head",
    [
        "Quote:",
        "Background:",
        "Lamar –",
        "Mr Lamar:",
        "President Solen:",
        "Solen said:",
        "BREAKING:",
        "EXCLUSIVE –",
        "WATCH:",
        "NATO -",
        "TRADE TALKS:",
        "Solen, Nov. 22, said:",
        "Washington-led",
        "Paris.",
    ],
)
def test_a_word_before_a_colon_or_a_dash_is_no_dateline(head: str) -> None:
    assert dateline_of(f"{head} {REPORT}") is None


def test_a_dateline_is_split_from_its_paragraph_below_headline_and_byline() -> None:
    text = f"Solen, Lamar agree on water\nBy Ilse Dorn\nLONDON (Reuters) - {REPORT}\n{REPORT}"
    assert kinds(text) == [
        ("headline", "Solen, Lamar agree on water"),
        ("byline", "By Ilse Dorn"),
        ("dateline", "LONDON (Reuters) - "),
        ("body", REPORT),
        ("body", REPORT),
    ]


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    text = f"Geneva, 5 May 2020\n\n{REPORT}"
    assert kinds(text) == [("dateline", "Geneva, 5 May 2020"), ("body", REPORT)]


@pytest.mark.parametrize(
    "line",
    [
        "Also read: Keldovia, Tarsia to strengthen ties",
        "ALSO READ | Solen meets Dorn in Norvik",
        "Read more: Solen meets Dorn in Norvik",
        "READ ALSO: Solen meets Dorn",
        "Read more about Keldovia's elections",
        "Related: Solen meets Dorn",
        "Related stories",
        "See also: Dorn meets Kesk",
        "Watch: Solen receives Dorn in Norvik",
        "WATCH LIVE | Solen speaks",
        "Explained | Why Solen met Dorn",
        "Click here to join our channel",
        "In pictures: Solen meets Dorn",
        "You may also like: Kesk meets Dorn",
        "More from Keldovia: Solen meets Dorn",
        "Must read",
    ],
)
def test_teasers_for_other_articles_are_no_reporting(line: str) -> None:
    assert kind_of(line) == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 The Norvik Post. All rights reserved.",
        "Copyright 2021 Tarsia News Agency",
        "We use cookies to improve your experience.",
        "We and our 512 partners store data about Anna Solen meeting nobody.",
        "This article was amended on 15 May because it said that Solen met Dorn.",
        "Support independent journalism: read how Solen met Dorn.",
        "Our WhatsApp channel has more stories like Solen meeting Vray.",
        "Subscribe to our newsletter for daily updates.",
        "Sign up for the Norvik Briefing",
        "Follow us on Twitter and Facebook.",
        "(AFP)",
        "--Bernama",
        "/ends",
        "Enditem",
        "(With inputs from agencies)",
        "(Reporting by Ilse Dorn; Editing by Pavo Kesk)",
        "- The author is a professor at Norvik University.",
        "For media enquiries: press@example.org",
        "Tel: +44 20 0000 0000",
        "This story was originally published in May.",
        "Published on 22 November 2022",
        "Tuesday, 22 November 2022",
        "Last updated: 10:30",
        "5 min read",
        "Tags: Keldovia, Marenia, water",
        "* * *",
    ],
)
def test_notices_and_marks_are_no_reporting(line: str) -> None:
    assert kind_of(line) == "boilerplate"


@pytest.mark.parametrize(
    "line", ["By Ilse Dorn", "By Ilse Dorn and Pavo Kesk, Norvik", "By our staff reporter", "News Desk"]
)
def test_bylines_name_who_wrote(line: str) -> None:
    assert kind_of(line) == "byline"


@pytest.mark.parametrize(
    "line", ["Photo: Getty Images", "Image credit: Office of the President", "(Photo by Pavo Kesk)"]
)
def test_credits_name_who_took_the_picture(line: str) -> None:
    assert kind_of(line) == "credit"


@pytest.mark.parametrize("line", ["Keldovia-Marenia relations", "What comes next", "TEST FOR THE GOVERNMENT"])
def test_a_short_line_without_an_end_is_a_heading(line: str) -> None:
    assert kind_of(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Terms of the accord were settled when Solen met Lamar.",
        "Related talks between Solen and Lamar took place in May.",
        "Watching the vote, Solen met Lamar in Norvik.",
        "By Monday the two leaders had met three times.",
        "Recommended by the council, Dorn met Lamar on Friday.",
        "Photo-shy Lamar met Solen behind closed doors.",
        "Video-link talks between Solen and Lamar are planned.",
        "Opinion polls favoured Solen when she met Lamar.",
        "The writer is to meet President Solen on Monday.",
        "“We will open the border”",
        "- Anna Solen of Keldovia",
        "Present were:",
        "He said yes.",
    ],
)
def test_reporting_that_looks_like_furniture_stays_body(line: str) -> None:
    assert kind_of(line) == "body"


def test_captions_count_as_captions_with_their_credit() -> None:
    assert kind_of("In this photo, Solen greets Lamar in Norvik.") == "caption"
    assert kind_of("Solen greets Lamar in Norvik on Monday. Photo: Pavo Kesk") == "caption"


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("(ANI)", "boilerplate"),
        ("(Xinhua)", "boilerplate"),
        ("-- BERNAMA", "boilerplate"),
        ("Enditem", "boilerplate"),
        ("(With inputs from agencies)", "boilerplate"),
        ("Also read: Dorn meets Kesk in Tarsia", "teaser"),
    ],
)
def test_what_follows_the_last_sentence_is_set_apart(tail: str, kind: str) -> None:
    assert kinds(f"{REPORT} {tail}") == [("body", REPORT), (kind, tail)]


def test_the_title_is_known_again_whatever_its_quotes() -> None:
    text = f"Solen: ‘No war’ with Marenia!\n\n{REPORT}"
    assert kinds(text, title="Solen: 'No war' with Marenia!")[0][0] == "headline"


def test_one_paragraph_alone_is_read_whatever_its_shape() -> None:
    assert kinds("Solen meets Lamar") == [("body", "Solen meets Lamar")]


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    text = (
        "President Anna Solen of Keldovia met Prime Minister Teo Lamar of\n"
        "Marenia on Tuesday and discussed the dispute over the waters of\n"
        "the Sarn.\n"
        "\n"
        "Lamar, who leads the Liberal Party, said that he and President\n"
        "Solen had agreed to meet again in the spring.\n"
    )
    assert [text[start:end].count("\n") for start, end in paragraphs(text)] == [2, 1]


def test_lines_of_their_own_are_paragraphs_of_their_own() -> None:
    text = "Solen met Lamar in Norvik.\nShe praised him.\nThey will meet again in the spring of next year.\n"
    assert len(list(paragraphs(text))) == 3


def test_a_list_is_not_run_together() -> None:
    text = "Present were the following leaders, all of them in Norvik today:\n- Solen\n- Lamar\n- Dorn"
    assert len(list(paragraphs(text))) == 4


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("Solen\u00a0met\u2009Lamar", "Solen met Lamar"),
        ("Solen\u200bmet\ufeffLamar", "Solen met Lamar"),
        ("Solen\x00met\x1bLamar", "Solen met Lamar"),
        ("Díaz\u2011Canel", "Díaz-Canel"),
        ("a lone \ud800 half", "a lone \ufffd half"),
        ("„no“", "“no“"),
    ],
)
def test_the_parser_sees_plain_characters_at_the_same_places(odd: str, plain: str) -> None:
    assert parser_text(odd) == plain


ANY_TEXT = st.text(max_size=400) | st.lists(
    st.sampled_from(
        [
            REPORT,
            "MOSCOW, Nov. 5 (TASS) -- ",
            "Also read: x",
            "\n",
            "\r\n",
            "\u2028",
            " ",
            "(AFP)",
            "©",
            "By Al",
            "\ud800",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, st.none() | st.text(max_size=30))
def test_segments_of_any_text_are_in_order_within_bounds_and_lose_no_word(
    text: str, title: str | None
) -> None:
    found = segments(text, title)
    end = 0
    for segment in found:
        assert not text[end : segment.start].strip()
        assert end <= segment.start < segment.end <= len(text)
        end = segment.end
    assert not text[end:].strip()


@given(ANY_TEXT)
def test_parser_text_keeps_every_offset_and_is_plain_at_once(text: str) -> None:
    plain = parser_text(text)
    assert len(plain) == len(text)
    assert parser_text(plain) == plain
    plain.encode()


@pytest.mark.parametrize(
    "unit", ["a", "A", " ", ".", "\n", "-", "(", "By ", "A, ", "1 ", "\u200b", "a\n", "Xa. "]
)
def test_a_megabyte_of_anything_takes_a_few_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    begun = time.process_time()
    segments(text)
    dateline_of(text)
    parser_text(text)
    assert time.process_time() - begun < 20
