"""Rules of dates: whose time a time is, which day it means, and when none is better than a guess."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Span, Token

from ingest.dates import story_day, visit_of, when_of
from ingest.parse import load_model
from ingest.records import When
from ingest.status import tense_of
from ingest.time_expressions import time_expressions
from ingest.time_resolution import Tense, resolve

# A Tuesday.
PUBLISHED = date(2022, 11, 22)
TRIGGERS = frozenset({"meet", "meeting", "talk", "receive"})


@pytest.fixture(scope="module")
def model() -> Language:
    return load_model()


def first_trigger(model: Language, text: str) -> Token:
    return next(token for token in model(text) if token.lemma_.lower() in TRIGGERS)


def last_trigger(model: Language, text: str) -> Token:
    return [token for token in model(text) if token.lemma_.lower() in TRIGGERS][-1]


def sentences(model: Language, text: str) -> list[Span]:
    return list(model(text).sents)


def date_of(model: Language, text: str, published: date | None = PUBLISHED) -> When:
    trigger = first_trigger(model, text)
    return when_of(trigger, published=published, tense=tense_of(trigger))


# Solen and Lamar's meeting, the first that each sentence tells, seen from Tuesday 22 November 2022.
WHOSE_TIME = [
    ("A planned meeting of Solen and Lamar was dropped on Monday.", None),
    ("Solen cancelled a meeting with Lamar on Friday.", "2022-11-25"),
    ("Solen held talks over the past four days with Lamar.", "2022-11-18/2022-11-22"),
    ("Solen met Lamar for the third time this year.", None),
    (
        "A day after meeting Lamar in Tarsia, Solen told parliament on Monday that gas would come.",
        "2022-11-20",
    ),
    ("Solen flew home on Monday, a day after she met Lamar.", "2022-11-20"),
    ("Hours before the vote on Monday, Solen met Lamar.", "2022-11-21"),
    ("Two days before the vote on Monday, Solen met Lamar.", "2022-11-19"),
    ("On the eve of Monday's summit, Solen met Lamar over dinner.", "2022-11-20"),
    ("The statement came after Monday's meeting between Solen and Lamar.", "2022-11-21"),
    ("Nobody has spoken since Monday, when Solen met Lamar.", "2022-11-21"),
    ("Talks between Solen and Lamar ended shortly before midnight on Monday.", "2022-11-21"),
    ("Solen told Lamar on Monday in a meeting that the pact was near.", "2022-11-21"),
    ("Solen is on a visit to Tarsia that ends on Friday and met Lamar.", None),
    ("Premier Lamar, on a visit that began on Sunday, met Solen.", None),
    ("Lamar announced last week that Solen met Dorn.", None),
    ("The pact was signed in May after talks between Solen and Lamar.", "2022-05"),
    ("Solen held a meeting Tuesday afternoon with Lamar.", "2022-11-22"),
    ("Solen and Lamar will hold talks in Tarsia on Thursday and Friday.", "2022-11-24/2022-11-25"),
    ("Solen and Lamar will hold talks on December 5-7.", "2022-12-05/2022-12-07"),
    ("Solen flew to Tarsia on Sunday for talks with Lamar.", None),
    ("Solen will fly to Tarsia on Sunday for talks with Lamar.", "2022-11-27"),
    ("Solen will arrive in Tarsia on Sunday and meet Lamar.", None),
    ("Solen will visit Tarsia on Friday and meet Lamar.", "2022-11-25"),
    ("Solen and Lamar have met twice.", None),
    ("Solen and Lamar have met three times this year.", "2022"),
    ("Solen was received by Lamar on Sunday, November 20, 2022.", "2022-11-20"),
    ("Solen met Lamar on May 5, 2021, in Tarsia.", "2021-05-05"),
    ("In a May 2021 meeting with Lamar, Solen praised the pact.", "2021-05"),
    ("Solen, speaking on Monday after a meeting with Lamar, praised the pact.", "2022-11-21"),
    ("Solen held talks on the May elections with Lamar.", None),
    ("Solen met Lamar for talks on Monday's attack.", None),
    ("Lamar, who took office in 2020, received Solen on Sunday.", "2022-11-20"),
    ("Solen met Lamar a week ago.", "2022-11-14/2022-11-20"),
    ("Solen met Lamar on Saturday for the first time in 20 years.", "2022-11-19"),
    ("Earlier on Tuesday, Solen met Lamar.", "2022-11-22"),
    ("Solen met Lamar in Tarsia on Friday before flying home on Saturday.", "2022-11-18"),
    ("Solen and Lamar were to meet on Wednesday.", "2022-11-23"),
    ("The meeting between Solen and Lamar took place on Sunday.", "2022-11-20"),
    ("The meeting with Lamar came a day after Solen visited Dorn on Sunday.", None),
    ("Solen has met Lamar since Monday.", None),
    ("President Solen met Premier Lamar on Monday.", "2022-11-21"),
    ("President Solen met Premier Lamar in Tarsia on Tuesday.", "2022-11-22"),
    ("President Solen will meet Premier Lamar on Thursday.", "2022-11-24"),
    ("Solen, who visited Keldovia in May, met Lamar on Monday.", "2022-11-21"),
    ("Solen, who met Lamar in May, signed the pact on Monday.", "2022-05"),
    ("On Friday, Solen held talks with Lamar.", "2022-11-18"),
    ("Solen held talks with Lamar yesterday.", "2022-11-21"),
    ("Solen arrived on Monday and met Lamar.", None),
    ("Solen arrived on Sunday to meet Lamar.", None),
    ("Solen said on Tuesday that he had met Lamar.", None),
    ("Solen said on Monday that he had met Lamar on Sunday.", "2022-11-20"),
    ("Solen said on Monday after a meeting with Lamar.", "2022-11-21"),
    ("Solen told reporters on Monday after talks with Lamar that the pact was near.", "2022-11-21"),
    ("Solen said on Monday that he would meet Lamar.", None),
    ("Solen said on Monday he would meet Lamar on Friday.", "2022-11-25"),
    ("The meeting between Solen and Lamar is scheduled for December 5.", "2022-12-05"),
    ("Solen is due to hold talks with Lamar next week.", "2022-11-28/2022-12-04"),
    ("Solen met Lamar in November 2019.", "2019-11"),
    ("Solen first met Lamar in 2015.", "2015"),
    ("Solen met Lamar last week.", "2022-11-14/2022-11-20"),
    ("Solen met Lamar last month in Tarsia.", "2022-10"),
    ("Solen met Lamar two days ago.", "2022-11-20"),
    ("Solen met Lamar recently.", None),
    ("Solen met Lamar on a five-day visit.", None),
    ("Solen met Lamar for the first time since 1979.", None),
    ("Solen met Lamar to discuss the December elections.", None),
    ("Solen met Lamar ahead of the December 15 summit.", None),
    ("Solen met Lamar to discuss plans to sign a treaty next month.", None),
    ("Solen met Lamar on Monday and will meet Dorn on Thursday.", "2022-11-21"),
    ("Solen wrapped up a two-hour meeting with Lamar late on Monday.", "2022-11-21"),
    ("Solen met Lamar on the sidelines of a summit held at the weekend in Tarsia.", "2022-11-19/2022-11-20"),
    ("Monday's meeting between Solen and Lamar lasted two hours.", "2022-11-21"),
    ("Last week's talks between Solen and Lamar failed.", "2022-11-14/2022-11-20"),
    ("Solen met Lamar and signed an accord on Monday.", "2022-11-21"),
    ("Solen met Lamar and left for home on Tuesday.", None),
    ("Solen received Lamar today.", "2022-11-22"),
    ("Solen received Lamar on Nov. 3 in the palace.", "2022-11-03"),
    ("Solen met Lamar on 3 December.", "2021-12-03"),
    ("Solen will meet Lamar on 3 January.", "2023-01-03"),
    ("Solen met with Lamar from Monday to Wednesday last week.", "2022-11-14/2022-11-16"),
    ("Solen and Lamar met between 3 and 5 May.", "2022-05-03/2022-05-05"),
    ("Solen met Lamar on 22/11/2022.", "2022-11-22"),
    ("Solen met Lamar on 05/11/2022.", None),
    ("Solen met Lamar in mid-October.", "2022-10"),
    ("At a meeting with Lamar on Monday, Solen praised the pact.", "2022-11-21"),
    ("During talks with Lamar here Monday, Solen praised the pact.", "2022-11-21"),
    ("Solen praised the pact during talks with Lamar on Monday.", "2022-11-21"),
    ("Solen met Lamar, the ministry said on Monday.", None),
    ("Talks between Solen and Lamar began on Monday.", "2022-11-21"),
    ("Tomorrow Solen will meet Lamar.", "2022-11-23"),
    ("Lamar, with whom Solen had talks on Monday, agreed.", "2022-11-21"),
    ("Solen met Lamar on Monday, two days after the war ended.", "2022-11-21"),
    ("Solen met Lamar on Monday, a day after visiting Dorn.", "2022-11-21"),
    ("The two leaders last met in June.", "2022-06"),
    ("In June, when Solen met Lamar, the pact was near.", "2022-06"),
    ("Solen visited Tarsia in June and met Lamar.", "2022-06"),
    ("Solen, 64, met Lamar.", None),
    ("Solen may meet Lamar in March.", "2023-03"),
    ("Solen cancelled a meeting with Lamar planned for Friday.", None),
    ("Solen will meet Lamar later in the day.", "2022-11-22"),
    ("Solen met Lamar on Sunday and Dorn the next day.", "2022-11-20"),
    ("Solen arrived on Friday. He met Lamar the next day.", "2022-11-19"),
    ("Solen arrived in Tarsia on Friday. He met Lamar soon after arrival.", "2022-11-18"),
    ("Solen visited Tarsia on 3 November. He also met Lamar.", "2022-11-03"),
    (
        "Solen was in Tarsia last week on a three-day visit, which saw him meeting Lamar.",
        "2022-11-14/2022-11-20",
    ),
    ("Solen met Lamar at the Sunday Times office.", None),
    ("Solen met Lamar before leaving on Monday.", None),
    ("Solen, who arrived on Sunday, met Lamar.", None),
    ("Solen left Tarsia on Monday after meeting Lamar.", None),
    ("Solen is scheduled on Thursday to meet Lamar.", "2022-11-24"),
    ("It was announced on Monday that Solen will meet Lamar.", None),
    ("Solen and Lamar agreed at their meeting on Monday to build a bridge by 2030.", "2022-11-21"),
    ("Solen will meet Lamar when he visits Tarsia next month.", "2022-12"),
    ("Solen told Lamar at a meeting on Monday that the war that began in 2014 must end.", "2022-11-21"),
    ("Solen met Lamar after the 2008 war.", None),
    ("Solen met Lamar, who was elected in March.", None),
    ("Solen met Lamar's envoy in Tarsia on Monday morning.", "2022-11-21"),
    ("Solen met Lamar early Tuesday.", "2022-11-22"),
    ("He died after an illness that began after he met Lamar, at a hotel in Norvik on May 1.", "2022-05-01"),
    (
        "Solen met the delegation led by Lamar, vice-chair of the committee, in Norvik on Sunday.",
        "2022-11-20",
    ),
    ("Solen met Lamar after the raid on Monday.", None),
    ("Solen met Lamar on the sidelines of the summit in Norvik on 30 October.", "2022-10-30"),
    ("They had earlier met in Norvik in September on the sidelines of the summit.", "2022-09"),
    ("The meeting, held on November 20, was attended by Lamar.", "2022-11-20"),
    ("Solen met Lamar in April of last year.", "2021-04"),
    ("Solen broke the ice in January in Davos, where she had talks with Lamar.", "2022-01"),
    ("The talks with Lamar are now to take place in Norvik on 17 December.", "2022-12-17"),
]


@pytest.mark.parametrize(("text", "edtf"), WHOSE_TIME)
def test_a_meeting_has_the_time_of_its_own_clause(model: Language, text: str, edtf: str | None) -> None:
    assert date_of(model, text).edtf == edtf


@pytest.mark.parametrize(
    ("words", "past", "future"),
    [
        ("on Tuesday", "2022-11-22", "2022-11-22"),
        ("on Monday", "2022-11-21", "2022-11-28"),
        ("on Wednesday", "2022-11-16", "2022-11-23"),
        ("last Tuesday", "2022-11-15", None),
        ("next Tuesday", None, "2022-11-29"),
        ("on Monday last week", "2022-11-14", None),
        ("on Friday next week", None, "2022-12-02"),
        ("from Monday to Wednesday", "2022-11-14/2022-11-16", "2022-11-21/2022-11-23"),
        ("today", "2022-11-22", "2022-11-22"),
        ("tonight", "2022-11-22", "2022-11-22"),
        ("yesterday", "2022-11-21", None),
        ("tomorrow", None, "2022-11-23"),
        ("the day before yesterday", "2022-11-20", None),
        ("later in the day", "2022-11-22", "2022-11-22"),
        ("last week", "2022-11-14/2022-11-20", None),
        ("this week", "2022-11-21/2022-11-27", "2022-11-21/2022-11-27"),
        ("earlier this week", "2022-11-21/2022-11-27", "2022-11-21/2022-11-27"),
        ("next week", None, "2022-11-28/2022-12-04"),
        ("at the weekend", "2022-11-19/2022-11-20", "2022-11-26/2022-11-27"),
        ("last weekend", "2022-11-19/2022-11-20", None),
        ("next weekend", None, "2022-11-26/2022-11-27"),
        ("last month", "2022-10", None),
        ("next month", None, "2022-12"),
        ("last year", "2021", None),
        ("next year", None, "2023"),
        ("three days ago", "2022-11-19", None),
        ("two weeks ago", "2022-11-07/2022-11-13", None),
        ("a month ago", "2022-10", None),
        ("in May", "2022-05", "2023-05"),
        ("in November", "2022-11", "2022-11"),
        ("last May", "2022-05", None),
        ("last December", "2021-12", None),
        ("next May", None, "2023-05"),
        ("in May last year", "2021-05", None),
        ("in mid-May", "2022-05", "2023-05"),
        ("in early June", "2022-06", "2023-06"),
        ("in May 2019", "2019-05", None),
        ("in May of 2019", "2019-05", None),
        ("in 2019", "2019", None),
        ("in the summer of 2019", "2019", None),
        ("from 1990 to 1995", "1990/1995", None),
        ("in the first quarter of next year", None, "2023-01/2023-03"),
        ("on 3 May", "2022-05-03", "2023-05-03"),
        ("on the 3rd of May", "2022-05-03", "2023-05-03"),
        ("on May 3rd", "2022-05-03", "2023-05-03"),
        ("on Sept. 3", "2022-09-03", "2023-09-03"),
        ("on December 25", "2021-12-25", "2022-12-25"),
        ("on Tuesday, Nov. 22, 2022", "2022-11-22", "2022-11-22"),
        ("on 2022-11-20", "2022-11-20", "2022-11-20"),
        ("on 20/11/2022", "2022-11-20", "2022-11-20"),
        ("on 11/20/2022", "2022-11-20", "2022-11-20"),
        ("on 05/11/2022", None, None),
        ("on the 5th.", "2022-11-05", "2022-12-05"),
        ("on 15-17 March", "2022-03-15/2022-03-17", "2023-03-15/2023-03-17"),
        ("on March 15 to 17", "2022-03-15/2022-03-17", "2023-03-15/2023-03-17"),
        ("between 3 and 5 May", "2022-05-03/2022-05-05", "2023-05-03/2023-05-05"),
        ("from 30 November to 2 December", "2021-11-30/2021-12-02", "2022-11-30/2022-12-02"),
        ("on 31 June", None, None),
        ("recently", None, None),
        ("years ago", None, None),
        ("several times", None, None),
        ("since 1979", None, None),
        ("until Friday", None, None),
    ],
)
def test_a_time_is_the_nearest_in_the_direction_of_the_tense(
    model: Language, words: str, past: str | None, future: str | None
) -> None:
    expression = time_expressions(model(f"They talked {words}")[:])[0]
    assert resolve(expression, PUBLISHED, "past").edtf == past
    assert resolve(expression, PUBLISHED, "future").edtf == future


@pytest.mark.parametrize(
    "text",
    [
        "Solen met Lamar on a five-day visit.",
        "They had a two-hour meeting, the first in 20 years.",
        "Solen, 64, may march with 2000 people.",
        "The Good Friday Agreement was read in the Sunday Times.",
        "He may go; they march in file.",
        "",
    ],
)
def test_durations_ages_ranks_and_names_are_no_times(model: Language, text: str) -> None:
    assert time_expressions(model(text)[:]) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Solen met Lamar on 3 May 2021.", "2021-05-03"),
        ("Solen met Lamar in May 2021.", "2021-05"),
        ("Solen met Lamar on Monday.", None),
        ("Solen met Lamar today.", None),
        ("Solen met Lamar last week.", None),
        ("Solen met Lamar in May.", None),
    ],
)
def test_without_a_day_of_publication_only_absolute_dates_resolve(
    model: Language, text: str, edtf: str | None
) -> None:
    assert date_of(model, text, None).edtf == edtf


def test_the_dateline_stands_in_for_an_unknown_day_of_publication(model: Language) -> None:
    trigger = first_trigger(model, "Solen met Lamar on Monday.")
    when = when_of(trigger, published=None, tense="past", dateline_day=PUBLISHED)
    assert when.edtf == "2022-11-21"


def test_an_undated_meeting_gets_bounds_and_no_date(model: Language) -> None:
    held = date_of(model, "Solen met Lamar.")
    planned = date_of(model, "Solen will meet Lamar.")
    assert (held.edtf, held.earliest, held.latest) == (None, None, PUBLISHED)
    assert (planned.edtf, planned.earliest, planned.latest) == (None, PUBLISHED, None)


def test_bounds_are_cut_at_the_day_of_publication(model: Language) -> None:
    held = date_of(model, "Solen met Lamar in November.")
    assert (held.earliest, held.latest) == (date(2022, 11, 1), PUBLISHED)
    planned = date_of(model, "Solen will meet Lamar this week.")
    assert (planned.earliest, planned.latest) == (PUBLISHED, date(2022, 11, 27))


def test_since_bounds_a_held_meeting_without_dating_it(model: Language) -> None:
    expression = time_expressions(model("They have met since Sunday.")[:])[0]
    when = resolve(expression, PUBLISHED, "past")
    assert (when.edtf, when.earliest, when.latest) == (None, date(2022, 11, 20), PUBLISHED)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Solen landed on Friday. He met Lamar the next day.", "2022-11-19"),
        ("Solen landed on Friday. He met Lamar two days later.", "2022-11-20"),
        ("Solen landed on Friday. He met Lamar soon after his arrival.", "2022-11-18"),
        ("On 3 November Solen visited Tarsia. He also met Lamar there.", "2022-11-03"),
        ("Solen landed on Friday. He also met Lamar.", None),
        ("Solen will visit Tarsia on Friday. He met Lamar.", None),
    ],
)
def test_what_a_paragraph_goes_on_to_tell_is_dated_by_what_it_told(
    model: Language, text: str, edtf: str | None
) -> None:
    trigger = last_trigger(model, text)
    assert when_of(trigger, published=PUBLISHED, tense="past").edtf == edtf


@pytest.mark.parametrize(
    ("lead", "edtf"),
    [
        ("Solen met Lamar here on Monday.", "2022-11-21"),
        ("Solen said Monday that Keldovia would sign the pact.", "2022-11-21"),
        ("Solen praised the pact on Monday, the ministry reported.", "2022-11-21"),
        ("Solen praised the pact. The two sides signed it on Monday.", "2022-11-21"),
        ("Solen will meet Lamar on Friday.", None),
        ("Solen, who was elected on Sunday, praised the pact.", None),
        ("Solen praised the pact.", None),
        ("Solen met Lamar in May.", None),
        ("Solen returned on Monday from Tarsia, where she met Lamar.", None),
        ("Solen began a three-day visit to Tarsia on Monday.", None),
        ("Talks between Solen and Lamar began on Monday.", "2022-11-21"),
    ],
)
def test_the_story_is_of_the_day_in_the_main_past_clause_of_its_lead(
    model: Language, lead: str, edtf: str | None
) -> None:
    assert story_day(sentences(model, lead), PUBLISHED).edtf == edtf


def test_an_undated_held_meeting_is_of_the_story_s_day_and_a_planned_one_is_not(model: Language) -> None:
    story = When("2022-11-21", date(2022, 11, 21), date(2022, 11, 21), "Monday")
    held, planned = first_trigger(model, "Solen met Lamar."), first_trigger(model, "Solen will meet Lamar.")
    assert when_of(held, published=PUBLISHED, tense="past", story=story) == story
    assert when_of(planned, published=PUBLISHED, tense="future", story=story).edtf is None


def test_a_day_after_a_meeting_the_story_s_day_is_the_next(model: Language) -> None:
    story = When("2022-11-21", date(2022, 11, 21), date(2022, 11, 21), "Monday")
    trigger = first_trigger(model, "Solen spoke two days after she met Lamar.")
    assert when_of(trigger, published=PUBLISHED, tense="past", story=story).edtf == "2022-11-19"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She was then to meet Lamar.", "2022-11-22"),
        ("She was later to meet Lamar.", "2022-11-22"),
        ("She will later this month meet Lamar.", "2022-11"),
        ("She is to meet Lamar.", None),
    ],
)
def test_what_was_then_to_follow_is_of_the_story_s_day(model: Language, text: str, edtf: str | None) -> None:
    story = When("2022-11-22", PUBLISHED, PUBLISHED, "Tuesday")
    assert when_of(first_trigger(model, text), published=PUBLISHED, tense="future", story=story).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Solen had met Lamar in Tarsia.", None),
        ("Solen said that she had met Lamar.", "2022-11-21"),
    ],
)
def test_what_had_been_is_before_the_story_s_day_unless_it_is_reported(
    model: Language, text: str, edtf: str | None
) -> None:
    story = When("2022-11-21", date(2022, 11, 21), date(2022, 11, 21), "Monday")
    assert when_of(first_trigger(model, text), published=PUBLISHED, tense="past", story=story).edtf == edtf


@pytest.mark.parametrize("words", ["recently", "several times", "years ago", "in the past"])
def test_a_meeting_of_some_vague_past_is_not_of_the_story_s_day(model: Language, words: str) -> None:
    story = When("2022-11-21", date(2022, 11, 21), date(2022, 11, 21), "Monday")
    trigger = first_trigger(model, f"Solen met Lamar {words}.")
    assert when_of(trigger, published=PUBLISHED, tense="past", story=story).edtf is None


@pytest.mark.parametrize(
    ("text", "edtf", "earliest", "latest"),
    [
        ("Solen is on a visit to Tarsia that ends on 22 November.", "2022-11", None, date(2022, 11, 22)),
        ("His visit to Tarsia began on Sunday.", "2022-11", date(2022, 11, 20), None),
        (
            "Solen is on a visit to Tarsia from 20 to 24 November.",
            "2022-11-20/2022-11-24",
            date(2022, 11, 20),
            date(2022, 11, 24),
        ),
        (
            "Solen arrived here on Sunday for a four-day official visit.",
            "2022-11-20/2022-11-23",
            date(2022, 11, 20),
            date(2022, 11, 23),
        ),
    ],
)
def test_a_visit_is_as_precise_as_the_text(
    model: Language, text: str, edtf: str, earliest: date | None, latest: date | None
) -> None:
    visit = visit_of(sentences(model, text), PUBLISHED)
    assert visit is not None
    assert (visit.edtf, visit.earliest, visit.latest) == (edtf, earliest, latest)


def test_no_visit_is_found_where_none_is_dated(model: Language) -> None:
    assert visit_of(sentences(model, "Solen is on a visit. The war began in 2014."), PUBLISHED) is None


def test_the_end_of_a_visit_gives_its_meetings_a_month_and_no_day(model: Language) -> None:
    text = "Solen met Lamar. Solen is on an official visit to Tarsia that concludes on 22 November."
    trigger = first_trigger(model, text)
    visit = visit_of(sentences(model, text), PUBLISHED)
    when = when_of(trigger, published=PUBLISHED, tense="past", visit=visit)
    assert (when.edtf, when.latest) == ("2022-11", PUBLISHED)


def test_a_visit_still_going_on_dates_held_meetings_up_to_the_article(model: Language) -> None:
    text = "Solen met Lamar. Solen is on a visit to Tarsia from 20 to 24 November."
    visit = visit_of(sentences(model, text), PUBLISHED)
    when = when_of(first_trigger(model, text), published=PUBLISHED, tense="past", visit=visit)
    assert when.edtf == "2022-11-20/2022-11-22"


@pytest.mark.parametrize(
    "visit_text",
    [
        "Solen will be on a visit to Tarsia from 5 to 7 December.",
        "Solen was on a visit to Tarsia from 5 to 7 May 1998.",
        "Solen is on a visit to Tarsia that ended on 2 November.",
    ],
)
def test_a_visit_to_come_long_past_or_over_the_turn_of_a_month_dates_nothing(
    model: Language, visit_text: str
) -> None:
    text = f"Solen met Lamar. {visit_text}"
    visit = visit_of(sentences(model, text), PUBLISHED)
    when = when_of(first_trigger(model, text), published=PUBLISHED, tense="past", visit=visit)
    assert when.edtf is None


def test_a_meeting_planned_for_a_visit_lies_within_it(model: Language) -> None:
    text = "Solen arrived on Tuesday for a five-day visit. During his stay, Solen will meet Lamar."
    trigger = first_trigger(model, text)
    visit = visit_of(sentences(model, text), PUBLISHED)
    when = when_of(trigger, published=PUBLISHED, tense="future", visit=visit)
    assert when.edtf == "2022-11-22/2022-11-26"


def test_a_meeting_planned_in_the_announcement_of_a_visit_is_on_it(model: Language) -> None:
    text = "Solen will arrive on Sunday for a two-day visit. She will be received by Lamar."
    (trigger,) = (token for token in model(text) if token.text == "received")
    visit = visit_of(sentences(model, text), PUBLISHED)
    when = when_of(trigger, published=PUBLISHED, tense="future", visit=visit)
    assert when.edtf == "2022-11-27/2022-11-28"


def test_the_same_day_goes_back_to_the_paragraph_before(model: Language) -> None:
    before = tuple(sentences(model, "Solen arrived in Tarsia on Friday."))
    trigger = first_trigger(model, "On the same day she met Lamar.")
    when = when_of(trigger, published=PUBLISHED, tense="past", before=before)
    assert when.edtf == "2022-11-18"


def test_that_morning_is_not_that_of_a_plan_told_before(model: Language) -> None:
    told = sentences(model, "Solen called off a trip on Thursday. She was to see Dorn on Saturday.")
    trigger = first_trigger(model, "She met Lamar in the morning.")
    when = when_of(trigger, published=PUBLISHED, tense="past", before=told[::-1])
    assert when.edtf == "2022-11-17"


def test_the_night_of_something_is_not_the_day_of_the_story(model: Language) -> None:
    trigger = first_trigger(model, "Lamar met Solen on the night of the resignation.")
    story = When("2022-11-21", date(2022, 11, 21), date(2022, 11, 21))
    assert when_of(trigger, published=PUBLISHED, tense="past", story=story).edtf is None


_WORDS = st.sampled_from(
    "Monday may May 31 30 February 2022 99 - to and of the 5th last next week ago two days later 2022-13-45 "
    "00/00/2000 0001 Solen met talks on , . until year year's first quarter".split()
)


@given(
    words=st.lists(_WORDS, max_size=12),
    noise=st.text(max_size=12),
    published=st.none() | st.dates(),
    tense=st.sampled_from(["past", "future", "unknown"]),
)
@settings(max_examples=150, deadline=None)
def test_no_text_and_no_day_stops_it(
    words: list[str], noise: str, published: date | None, tense: Tense
) -> None:
    doc = load_model()(" ".join([*words, noise]))
    for span in doc.sents:
        for expression in time_expressions(span):
            when = resolve(expression, published, tense)
            assert when.earliest is None or when.latest is None or when.earliest <= when.latest
        for token in span:
            when_of(token, published=published, tense=tense)
    spans = list(doc.sents)
    story_day(spans, published)
    visit_of(spans, published)
