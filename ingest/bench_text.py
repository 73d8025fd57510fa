"""Articles made up for measuring: ordinary news length, invented people, one in three with a meeting in it.

A real feed is mostly articles in which nobody meets; the mix says how much work the reader can save.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.records import Article

_GIVEN = (
    "Anna Teo Ilse Pavo Jorun Mira Karel Sofia Dmitri Amara Kofi Lin Hiro Omar Leila Nils Rosa Vikram".split()
)
_FAMILY = "Solen Lamar Dorn Kesk Bask Orme Vray Halden Orlenko Adeyo Mensa Zhao Ishiro Karimi Lund".split()
_STATES = (
    ("Kenya", "Kenyan", "Nairobi"),
    ("Poland", "Polish", "Warsaw"),
    ("Japan", "Japanese", "Tokyo"),
    ("Egypt", "Egyptian", "Cairo"),
    ("Brazil", "Brazilian", "Brasilia"),
    ("Turkey", "Turkish", "Ankara"),
    ("Vietnam", "Vietnamese", "Hanoi"),
    ("Norway", "Norwegian", "Oslo"),
)
_OFFICES = ("President", "Prime Minister", "Foreign Minister", "Defence Minister", "Deputy Prime Minister")
_MEETINGS = (
    "{A} met with {B} in {city} on {day} to discuss trade and security.",
    "{A} held talks with {B} on {day}, the ministry said in a statement.",
    "During the visit {A} also met {B}, and the two leaders agreed to widen cooperation in energy.",
    "{A} received {B} at the presidential palace in {city} on {day}.",
    "{A} is set to meet {B} in {city} next week.",
)
_PLAIN = (
    "The {adjective} government said on {day} that prices had risen by {number} percent since the spring.",
    "Residents of {city} told reporters that the flood had destroyed {number} houses along the river.",
    "{a}, who has led the party for {number} years, denied that the budget would be cut.",
    "Analysts in {city} expect the central bank to keep interest rates where they are until the summer.",
    "The company will build a plant near {city} and hire {number} people over the next two years.",
    "A spokesman for the {adjective} foreign ministry declined to comment on the report.",
    "The accident happened at about six in the morning, when a lorry left the road and struck a bus.",
    "\"We have waited for {number} months and nothing has happened,\" {a} said in a speech to parliament.",
    "Police arrested {number} people after the protest, most of them students from two universities.",
    "Oil fell by {number} cents a barrel in early trading, while shares in {city} were little changed.",
    "The {adjective} team won the final after extra time before {number} thousand spectators.",
    "{a} visited a hospital in the north of the country and spoke with nurses about their working hours.",
    "Under the new law, farmers who lost their harvest may apply for help until the end of the month.",
    "Scientists found that the ice had thinned faster than any model had predicted, according to the study.",
)  # fmt: skip
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def made_up_articles(count: int, words: int = 500, seed: int = 0) -> Iterator[Article]:
    """That many articles of about that many words; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - made-up text, no secret
    for number in range(count):
        yield Article(
            id=f"made-up-{number}",
            text=_text(chance, words, with_meeting=number % 3 == 0),
            published=date(2024, 1, 1) + timedelta(days=number % 700),
            language="en",
        )


def _text(chance: random.Random, words: int, with_meeting: bool) -> str:
    (state, adjective, city), (_, other, _) = chance.sample(_STATES, 2)
    people = [f"{chance.choice(_GIVEN)} {name}" for name in chance.sample(_FAMILY, 3)]
    offices = chance.sample(_OFFICES, 2)
    first, second = f"{adjective} {offices[0]} {people[0]}", f"{other} {offices[1]} {people[1]}"
    paragraphs: list[str] = []
    length = 0
    while length < words:
        sentences = [chance.choice(_PLAIN) for _ in range(chance.randint(1, 3))]
        if with_meeting and len(paragraphs) % 5 == 0:
            sentences.insert(0, chance.choice(_MEETINGS))
        paragraph = " ".join(sentences).format_map(
            {
                "A": first,
                "B": second,
                "a": chance.choice(people),
                "adjective": adjective,
                "city": city,
                "state": state,
                "day": chance.choice(_DAYS),
                "number": chance.randint(2, 900),
            }
        )
        paragraphs.append(paragraph)
        length += len(paragraph.split())
        # From the second paragraph on, news calls people by surname.
        first, second = people[0].split()[-1], people[1].split()[-1]
    return "\n\n".join(paragraphs)
