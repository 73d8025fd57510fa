"""An invented year of news to look at: what pages and pictures of them are tried on.

Its people are invented, in states that exist; some names are in other scripts and run from right to left.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from cypher.rows import EntityRow, ReadingRows
from tests.app.builders import ClaimAt, entity, meeting, membership, office, partnership, reading

COUNTRIES = {
    "GHA": "Ghana",
    "NOR": "Norway",
    "URY": "Uruguay",
    "ROU": "Romania",
    "JOR": "Jordan",
    "VNM": "Vietnam",
    "GEO": "Georgia",
    "CAN": "Canada",
    "NZL": "New Zealand",
    "KEN": "Kenya",
}
CITIES = {
    "GHA": "Accra",
    "NOR": "Oslo",
    "URY": "Montevideo",
    "ROU": "Bucharest",
    "JOR": "Amman",
    "VNM": "Hanoi",
    "GEO": "Tbilisi",
    "CAN": "Ottawa",
    "NZL": "Wellington",
    "KEN": "Nairobi",
}
PEOPLE = (
    ("Kwabena Asante-Mensah", "GHA", "President", ["Asante"]),
    ("Efua Boateng", "GHA", "Foreign Minister", []),
    ("Torstein Bakke", "NOR", "Foreign Minister", []),
    ("Ingrid Solbakken", "NOR", "Prime Minister", []),
    ("Tomás Ibarra", "URY", "President", ["Томас Ибарра"]),
    ("Lucía Ferreyra", "URY", "Trade Minister", []),
    ("Mirela Popescu-Iordache", "ROU", "Foreign Minister", []),
    ("سلمى الحداد", "JOR", "Foreign Minister", ["Salma al-Haddad"]),
    ("يوسف النابلسي", "JOR", "Prime Minister", ["Yusuf an-Nabulsi"]),
    ("Trần Thị Hồng Nhung", "VNM", "Foreign Minister", []),
    ("ნინო ბერიძე", "GEO", "President", ["Nino Beridze"]),
    ("Marie-Ève Lachance", "CAN", "Foreign Minister", []),
    ("Aroha Ngata", "NZL", "Trade Minister", []),
    ("Wanjiru Kamau", "KEN", "President", []),
    ("Otieno Odhiambo", "KEN", "Foreign Minister", []),
    ("Kwabena Asante Mensah", "GHA", "President", []),
)
PARTIES = (
    (0, "New Harvest Party", "Leader"),
    (3, "Coastal Alliance", "Chair"),
    (4, "Frente Claro", "Chair"),
    (13, "Unity Movement", "Leader"),
)
TOPICS = ("trade", "fisheries", "energy", "climate", "migration")
PAPERS = ("The Harbour Post", "Sample Courier", "Nordlys Tidende", "El Faro del Sur", "The Meridian")


def showcase(today: date, articles: int = 140) -> list[ReadingRows]:
    """So many articles of the two years before a day, and plans for the weeks after it."""
    return [*_standing(today), *_news(today, articles)]


def _people() -> list[EntityRow]:
    return [
        entity(f"person:{country}:showcase-{number}", "person", name, country, aliases)
        for number, (name, country, _, aliases) in enumerate(PEOPLE)
    ]


def _country(code: str) -> EntityRow:
    return entity(code, "country", COUNTRIES[code])


def _city(code: str) -> EntityRow:
    return entity(f"place:{code.lower()}:{CITIES[code].lower()}", "place", CITIES[code], code)


def _standing(today: date) -> Iterator[ReadingRows]:
    """Who is what, and who is whose partner."""
    people, published = _people(), (today - timedelta(days=700)).isoformat()
    for number, person in enumerate(people[:-1]):
        name, code, title, _ = PEOPLE[number]
        claims = [office(f"{name} is {title} of {COUNTRIES[code]}.", person, title, _country(code))]
        of_party = [(party, role) for member, party, role in PARTIES if member == number]
        for party, role in of_party:
            found = entity(f"party:{code.lower()}:{party.lower().replace(' ', '-')}", "party", party, code)
            claims.append(membership(f"{name} leads the {party}.", person, found, role))
        yield reading(f"who-{number}", published, [person, _country(code)], *claims, publisher=PAPERS[0])
    pairs = [("GHA", "NOR"), ("GHA", "KEN"), ("NOR", "URY"), ("JOR", "ROU"), ("CAN", "NZL"), ("VNM", "CAN")]
    for number, (one, other) in enumerate(pairs):
        sentence = f"{COUNTRIES[one]} and {COUNTRIES[other]} are strategic partners."
        claim = partnership(sentence, _country(one), _country(other), "strategic_partnership")
        yield reading(f"partners-{number}", published, [_country(one), _country(other)], claim)


def _news(today: date, articles: int) -> Iterator[ReadingRows]:
    chance = random.Random("showcase")
    people = _people()
    for number in range(articles):
        day = today + timedelta(days=50 - round(750 * (1 - number / articles)))
        one = other = _somebody(chance)
        while other == one:
            other = _somebody(chance)
        yield _report(chance, number, people, one, other, day, today)


def _somebody(chance: random.Random) -> int:
    """The number of somebody; the first of the list are the busiest."""
    return min(chance.randrange(len(PEOPLE)), chance.randrange(len(PEOPLE)))


def _report(
    chance: random.Random,
    number: int,
    people: list[EntityRow],
    one: int,
    other: int,
    day: date,
    today: date,
) -> ReadingRows:
    host = PEOPLE[one][1]
    topic = chance.choice(TOPICS)
    told = (
        f"{PEOPLE[one][0]} {{}} {PEOPLE[other][0]} in {CITIES[host]} on {day:%-d %B %Y} for talks on {topic}."
    )
    status, by, published = "held", "in_person", min(day + timedelta(days=1), today)
    if day >= today:
        status, verb = "planned", "is to meet"
    elif chance.random() < 0.06:
        status, verb = "cancelled", "will not meet"
    elif chance.random() < 0.12:
        by, verb = "phone", "telephoned with"
    else:
        verb = "received"
    claim: ClaimAt = meeting(
        told.format(verb),
        people[one],
        people[other],
        on=day.isoformat(),
        at=None if by == "phone" else _city(host),
        status=status,
        by=by,
        confidence=chance.choice((0.72, 0.85, 0.9, 0.95)),
        about=[topic],
    )
    named = [people[one], people[other], _country(host), _country(PEOPLE[other][1]), _city(host)]
    return reading(
        f"news-{number:03}", published.isoformat(), list({each.id: each for each in named}.values()), claim,
        publisher=chance.choice(PAPERS),
    )  # fmt: skip
