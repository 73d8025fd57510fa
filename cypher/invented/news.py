"""What the newspapers of an invented world write, as the ledger takes it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from cypher.invented.world import InventedPerson, InventedPlace, World
from cypher.rows import ArticleRow, ClaimRow, EntityRow, NameRow, ReadingRows

FIRST_DAY = date(2005, 1, 1)
DAYS = 7300
"""Twenty years of news, however many meetings there are."""
EXTRACTOR = "invented 1"
PUBLISHERS = 200
TOPICS = ("trade", "security", "energy", "fisheries", "migration", "health", "borders", "climate")
SKETCH_VALUES = 128
DIGITS = 8


@dataclass(frozen=True, slots=True)
class _Event:
    """A meeting as it happens, before anybody writes about it."""

    number: int
    day: date
    sides: tuple[tuple[InventedPerson, ...], ...]
    place: InventedPlace
    status: str
    format: str
    topic: str


def world_news(world: World, meetings: int, first: int = 0) -> Iterator[ReadingRows]:
    """Articles about so many meetings, in the order of their days, some 1.5 a meeting.

    `first` leaves out the meetings before that number; what comes then is the same as without it.
    """
    for number in range(first, meetings):
        chance = random.Random(f"{world.seed} {number}")  # noqa: S311 - invented news needs no secrecy
        yield from _reports(world, chance, _event(world, chance, number, meetings))


def _event(world: World, chance: random.Random, number: int, meetings: int) -> _Event:
    host, others = world.somebody(chance), chance.choices((1, 2, 3, 4), (85, 9, 4, 2))[0]
    people = [host]
    while len(people) <= others:
        guest = world.somebody(chance)
        if guest not in people:
            people.append(guest)
    # Three of four who come with somebody sit on their side; the others are a party of their own.
    sides: list[tuple[InventedPerson, ...]] = [(host,), (people[1],)]
    for guest in people[2:]:
        if chance.random() < 0.75:
            sides[-1] = (*sides[-1], guest)
        else:
            sides.append((guest,))
    return _Event(
        number,
        FIRST_DAY + timedelta(days=number * DAYS // max(meetings, 1)),
        tuple(sides),
        chance.choice(world.places[host.country]),
        chance.choices(("held", "cancelled", "postponed"), (94, 3, 3))[0],
        chance.choices(("in_person", "unknown", "phone", "video"), (75, 10, 10, 5))[0],
        chance.choice(TOPICS),
    )


def _reports(world: World, chance: random.Random, event: _Event) -> Iterator[ReadingRows]:
    if chance.random() < 0.06:
        yield _report(world, chance, event, "plan", event.day - timedelta(days=7), status="planned")
    count = 1 if chance.random() < 0.8 else min(12, 2 + int(chance.expovariate(0.8)))
    for paper in range(count):
        published = event.day + timedelta(days=chance.choice((0, 0, 1, 1, 2)))
        report = _report(world, chance, event, str(paper), published, status=event.status)
        yield report
        if chance.random() < 0.05:
            yield _copy(chance, report)


def _report(
    world: World, chance: random.Random, event: _Event, paper: str, published: date, *, status: str
) -> ReadingRows:
    identifier = f"a:{world.seed}-{event.number}-{paper}"
    sides = event.sides
    if len(sides[-1]) > 1 and chance.random() < 0.2:
        sides = (*sides[:-1], sides[-1][:-1])  # this paper leaves somebody out
    people = [person for side in sides for person in side]
    told = " and ".join(f"{person.title} {person.name} of {person.country}" for person in people[1:])
    verb = {
        "held": "met",
        "planned": "will meet",
        "cancelled": "will not meet",
        "postponed": "will meet later",
    }
    sentences = [
        f"{people[0].title} {people[0].name} of {people[0].country} {verb[status]} {told} in "
        f"{event.place.name} on {event.day:%d %B %Y} to talk about {event.topic}."
    ]
    claims = [_meeting_claim(chance, event, sides, sentences[0], published, status)]
    for claim in _further_claims(world, chance, people[0]):
        start = len(" ".join(sentences)) + 1
        sentences.append(claim.sentence)
        claims.append(replace(claim, start=start, end=start + len(claim.sentence), said_on=published))
    publisher = chance.randrange(PUBLISHERS)
    text = " ".join(sentences) + f" So writes paper {paper} on {published.isoformat()}."
    article = ArticleRow(
        id=identifier,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        received_at=datetime.combine(published, time(12), UTC),
        extractor=EXTRACTOR,
        title=f"Talks about {event.topic} in {event.place.name}",
        url=f"https://paper-{publisher}.example/{event.number}/{paper}",
        publisher=f"Paper {publisher}",
        published_at=published,
        language="en",
        passages=chance.randrange(40, 400),
        sketch=f"{chance.getrandbits(4 * DIGITS * SKETCH_VALUES):0{DIGITS * SKETCH_VALUES}x}",
    )
    article = replace(article, address=(article.url or "").removeprefix("https://"))
    rows = tuple(
        replace(claim, id=f"c:{identifier.removeprefix('a:')}-{number}")
        for number, claim in enumerate(claims)
    )
    return ReadingRows(article, _entities(world, event, people, rows), rows)


def _copy(chance: random.Random, report: ReadingRows) -> ReadingRows:
    """The same report under another paper's name, a tenth of it cut."""
    article, identifier = report.article, f"{report.article.id}-copy"
    sketch = article.sketch or ""
    kept = DIGITS * SKETCH_VALUES * 9 // 10 // DIGITS * DIGITS
    text = f"{article.text} Agency."
    copied = replace(
        article,
        id=identifier,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        url=f"https://copies.example/{identifier.removeprefix('a:')}",
        address=f"copies.example/{identifier.removeprefix('a:')}",
        publisher=f"Paper {chance.randrange(PUBLISHERS)}",
        passages=article.passages * 9 // 10,
        sketch=sketch[:kept] + "0" * (len(sketch) - kept),
    )
    claims = tuple(replace(claim, id=f"{claim.id}-copy") for claim in report.claims)
    return ReadingRows(copied, report.entities, claims)


def _meeting_claim(
    chance: random.Random,
    event: _Event,
    sides: tuple[tuple[InventedPerson, ...], ...],
    sentence: str,
    published: date,
    status: str,
) -> ClaimRow:
    names = [
        NameRow(person.id, "person", "participant", person.name, number, person.title, person.country)
        for number, side in enumerate(sides)
        for person in side
    ]
    place = NameRow(event.place.id, "place", "place", event.place.name, country=event.place.country)
    dated = chance.random() < 0.9
    return ClaimRow(
        id="",
        kind="meeting",
        sentence=sentence,
        start=0,
        end=len(sentence),
        rule="invented",
        confidence=chance.choice((0.6, 0.75, 0.85, 0.9, 0.95)),
        names=(*names, place),
        status=status,
        format=event.format,
        date=event.day.isoformat() if dated else None,
        earliest=event.day if dated else None,
        latest=event.day if dated else None,
        topics=(event.topic,),
        said_on=published,
    )


def _further_claims(world: World, chance: random.Random, person: InventedPerson) -> Iterator[ClaimRow]:
    """Now and then an article also says what somebody is, or whose partner a country is."""
    holder = NameRow(person.id, "person", "holder", person.name)
    if chance.random() < 0.1:
        country = NameRow(person.country, "country", "country", person.country)
        sentence = f"{person.name} is {person.title} of {person.country}."
        yield _lasting("office", sentence, (holder, country), title=person.title)
    if chance.random() < 0.04:
        party = NameRow(person.party, "party", "party", person.party)
        sentence = f"{person.name} is a member of {person.party}."
        yield _lasting("membership", sentence, (replace(holder, role="member"), party), role="member")
    if chance.random() < 0.04:
        partner = chance.choice(world.countries)
        if partner != person.country:
            names = tuple(
                NameRow(code, "country", "partner", code) for code in sorted((person.country, partner))
            )
            sentence = f"{person.country} and {partner} are partners."
            yield replace(
                _lasting("partnership", sentence, names), relation="strategic_partnership", polarity="stated"
            )


def _lasting(
    kind: str, sentence: str, names: tuple[NameRow, ...], *, title: str | None = None, role: str | None = None
) -> ClaimRow:
    return ClaimRow("", kind, sentence, 0, 0, "invented", 0.9, names, title=title, role=role)


def _entities(
    world: World, event: _Event, people: list[InventedPerson], claims: tuple[ClaimRow, ...]
) -> tuple[EntityRow, ...]:
    found = {
        person.id: EntityRow(person.id, "person", person.name, 2, 0.95, "invented", (), person.country)
        for person in people
    }
    place = event.place
    found[place.id] = EntityRow(place.id, "place", place.name, 1, 0.95, "invented", (), place.country)
    codes = {name.entity for claim in claims for name in claim.names if name.kind == "country"}
    for code in sorted(codes | {person.country for person in people}):
        found[code] = EntityRow(code, "country", world.country_names[code], 1, 1.0, "invented")
    return tuple(found[key] for key in sorted(found))
