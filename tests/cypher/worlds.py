"""Small invented worlds: builders for rows, and Hypothesis strategies for what newspapers say in them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from cypher.decisions import Proposal
from cypher.derivation.decisions import DecisionKind
from cypher.rows import ArticleRow, ClaimRow, EntityRow, NameRow, ReadingRows

DAY = date(2022, 11, 20)
NOW = datetime(2022, 12, 1, 12, 0, tzinfo=UTC)
PEOPLE = tuple(
    f"person:{country}:{name}"
    for country, name in (
        ("aaa", "ada"),
        ("aaa", "ben"),
        ("bbb", "cleo"),
        ("bbb", "dan"),
        ("ccc", "eva"),
        ("ccc", "finn"),
    )
)
COUNTRIES = ("AAA", "BBB", "CCC")
PLACES = ("place:aaa:port", "place:bbb:hill")
PARTY = "party:AAA:greens"


def day(offset: int) -> date:
    """A day of the small world, by its number."""
    return DAY + timedelta(days=offset)


def person(entity: str, side: int | None, role: str = "participant", title: str | None = None) -> NameRow:
    """A person who sits in a meeting."""
    return NameRow(entity, "person", role, entity.split(":")[-1].title(), side, title)


def met(
    *sides: str | tuple[str, ...],
    on: date | None = None,
    within: tuple[date, date] | None = None,
    status: str = "held",
    medium: str = "in_person",
    said_on: date | None = None,
    place: str | None = None,
    confidence: float = 0.9,
    groups: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    others: tuple[NameRow, ...] = (),
    claim_id: str | None = None,
) -> ClaimRow:
    """A meeting claim: each argument is a side, one person or several."""
    names = [
        person(entity, number)
        for number, side in enumerate(sides)
        for entity in ((side,) if isinstance(side, str) else side)
    ]
    names += others
    if place:
        names.append(
            NameRow(place, "place", "place", place.split(":")[-1].title(), country=place[6:9].upper())
        )
    earliest, latest = (on, on) if on else within or (None, None)
    edtf = on.isoformat() if on else f"{within[0]}/{within[1]}" if within else None
    row = ClaimRow(
        id="",
        kind="meeting",
        sentence="They met.",
        start=0,
        end=9,
        rule="test",
        confidence=confidence,
        names=tuple(names),
        status=status,
        format=medium,
        date=edtf,
        earliest=earliest,
        latest=latest,
        groups=groups,
        topics=topics,
        said_on=said_on,
    )
    return _with_id(row, claim_id)


def partners(
    one: str, other: str, relation: str = "alliance", polarity: str = "stated", said_on: date = DAY
) -> ClaimRow:
    """A partnership claim."""
    names = tuple(NameRow(country, "country", "partner", country) for country in sorted((one, other)))
    return _with_id(
        ClaimRow(
            id="",
            kind="partnership",
            sentence="They are allies.",
            start=0,
            end=16,
            rule="test",
            confidence=0.9,
            names=names,
            relation=relation,
            polarity=polarity,
            said_on=said_on,
        )
    )


def office(
    holder: str,
    country: str,
    title: str = "Foreign Minister",
    said_on: date = DAY,
    *,
    polarity: str = "stated",
    post: str | None = None,
    term: tuple[date | None, date | None] = (None, None),
) -> ClaimRow:
    """An office claim; `term` is what entity data know."""
    names = (NameRow(holder, "person", "holder", holder), NameRow(country, "country", "country", country))
    return _with_id(
        ClaimRow(
            id="",
            kind="office",
            sentence="She is minister.",
            start=0,
            end=16,
            rule="test",
            confidence=0.9,
            names=names,
            title=title,
            role=post,
            polarity=polarity,
            earliest=term[0],
            latest=term[1],
            said_on=said_on,
        )
    )


def membership(member: str, party: str, role: str = "member", said_on: date = DAY) -> ClaimRow:
    """A membership claim."""
    names = (NameRow(member, "person", "member", member), NameRow(party, "party", "party", party))
    return _with_id(
        ClaimRow(
            id="",
            kind="membership",
            sentence="He is a member.",
            start=0,
            end=15,
            rule="test",
            confidence=0.9,
            names=names,
            role=role,
            said_on=said_on,
        )
    )


def article(
    name: str,
    *claims: ClaimRow,
    entities: tuple[EntityRow, ...] | None = None,
    text: str = "first",
    received_at: datetime = NOW,
    published: date | None = DAY,
    address: str | None = None,
    sketch: str | None = None,
    passages: int = 100,
) -> ReadingRows:
    """A reading of an article: claims get ids of their own, entities come from the claims unless given."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    owned = {}
    for claim in claims:
        key = f"{name}/{sha256}/{claim.id}"
        owned[key] = _replace(claim, "c:" + hashlib.sha256(key.encode()).hexdigest()[:16])
    if entities is None:
        named = {name.entity: name for claim in claims for name in claim.names}
        entities = tuple(entity(key, named[key].kind) for key in sorted(named))
    return ReadingRows(
        ArticleRow(
            name,
            text,
            sha256,
            received_at,
            "test 1",
            title=name,
            published_at=published,
            address=address,
            passages=passages if sketch else 0,
            sketch=sketch,
        ),
        entities,
        tuple(owned[key] for key in sorted(owned)),
    )


def entity(identifier: str, kind: str, *, name: str | None = None, mentions: int = 1) -> EntityRow:
    """An entity that an article names."""
    plain = name or identifier.split(":")[-1].title()
    country = identifier.split(":")[1].upper() if ":" in identifier and kind != "organization" else None
    return EntityRow(identifier, kind, plain, mentions, 0.9, "test", (f"{plain}!",), country)


def sketch_of(report: str, *, changed: range = range(0)) -> str:
    """A sketch of 32 values: those of a report, but for some that belong to nobody else."""
    values = [
        f"{report} {changed} {place}" if place in changed else f"{report} {place}" for place in range(32)
    ]
    return "".join(hashlib.sha256(value.encode()).hexdigest()[:8] for value in values)


def _with_id(row: ClaimRow, identifier: str | None = None) -> ClaimRow:
    return _replace(row, identifier or hashlib.sha256(repr(row).encode()).hexdigest()[:12])


def _replace(row: ClaimRow, identifier: str) -> ClaimRow:

    return replace(row, id=identifier)


days = st.integers(0, 8).map(day)
spans = st.tuples(days, st.integers(1, 6)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1])))


@st.composite
def meeting_claims(draw: st.DrawFn) -> ClaimRow:
    """Any meeting claim of the small world: two or three sides, any status, dated well, vaguely or not."""
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True))
    cut = draw(st.integers(1, len(people)))
    sides: list[str | tuple[str, ...]] = [people[0], *([tuple(people[1:])] if cut == 1 else people[1:])]
    others: tuple[NameRow, ...] = ()
    if len(people) == 1:
        sides = [people[0]]
        if draw(st.booleans()):
            country = draw(st.sampled_from(COUNTRIES))
            others = (NameRow(country, "country", "participant", country, 1),)
    precision = draw(st.sampled_from(("day", "day", "span", "none")))
    return met(
        *(side for side in sides if side),
        on=draw(days) if precision == "day" else None,
        within=draw(spans) if precision == "span" else None,
        status=draw(st.sampled_from(("held", "held", "held", "planned", "cancelled", "possible"))),
        medium=draw(st.sampled_from(("in_person", "unknown", "phone"))),
        said_on=draw(st.none() | days),
        place=draw(st.none() | st.sampled_from(PLACES)),
        confidence=draw(st.sampled_from((0.3, 0.6, 0.9))),
        groups=draw(st.sampled_from(((), (), ("embassy staff",)))),
        topics=draw(st.sampled_from(((), ("trade",)))),
        others=others,
    )


@st.composite
def other_claims(draw: st.DrawFn) -> ClaimRow:
    """Any claim that is no meeting."""
    said = draw(days)
    match draw(st.sampled_from(("partnership", "office", "membership"))):
        case "partnership":
            one, other = draw(st.lists(st.sampled_from(COUNTRIES), min_size=2, max_size=2, unique=True))
            relation = draw(st.sampled_from(("alliance", "trade_partner")))
            return partners(one, other, relation, draw(st.sampled_from(("stated", "stated", "denied"))), said)
        case "office":
            title = draw(st.sampled_from(("Foreign Minister", "foreign minister", "President")))
            return office(
                draw(st.sampled_from(PEOPLE)),
                draw(st.sampled_from(COUNTRIES)),
                title,
                said,
                polarity=draw(st.sampled_from(("stated", "stated", "ended"))),
                post=draw(st.sampled_from((None, title.lower()))),
                term=draw(st.sampled_from(((None, None), (None, None), (day(0), None), (day(-9), day(2))))),
            )
        case _:
            return membership(
                draw(st.sampled_from(PEOPLE)), PARTY, draw(st.sampled_from(("member", "leader"))), said
            )


# Parts of one report, so that the full one has copies that are no copies of each other.
sketches = st.none().map(lambda _: (None, 0)) | st.tuples(
    st.builds(
        sketch_of,
        st.sampled_from(("agency", "own")),
        changed=st.sampled_from((range(0), range(12), range(8, 20), range(18, 32))),
    ),
    st.sampled_from((60, 80, 100)),
)


@st.composite
def readings(draw: st.DrawFn, name: str, version: str = "first") -> ReadingRows:
    """What one article of the small world says."""
    claims = draw(st.lists(st.one_of(meeting_claims(), meeting_claims(), other_claims()), max_size=4))
    named = {row.entity: row for claim in claims for row in claim.names}
    entities = tuple(
        entity(
            key,
            named[key].kind,
            name=draw(st.sampled_from((None, "Some Other Spelling"))),
            mentions=draw(st.integers(1, 3)),
        )
        for key in sorted(named)
        if key not in COUNTRIES or draw(st.booleans())
    )
    sketch, passages = draw(sketches)
    return article(
        name,
        *claims,
        entities=entities,
        text=f"{name} {version} {draw(st.integers(0, 3))}",
        received_at=NOW - draw(st.sampled_from((timedelta(0), timedelta(hours=1)))),
        published=draw(st.none() | days),
        address=draw(st.sampled_from((None, None, "example.org/1", "example.org/2"))),
        sketch=sketch,
        passages=passages,
    )


@st.composite
def worlds(draw: st.DrawFn, most: int = 6) -> tuple[ReadingRows, ...]:
    """Some articles about the small world, each with an id of its own."""
    names = [f"a:{number}" for number in range(draw(st.integers(1, most)))]
    return tuple(draw(readings(name)) for name in names)


@st.composite
def proposals(draw: st.DrawFn, most: int = 3) -> tuple[Proposal, ...]:
    """Decisions that somebody may want to make about people and places of the small world, or refer to."""
    found = []
    for _ in range(draw(st.integers(1, most))):
        ids = (*PEOPLE[:4], "Q1") if draw(st.integers(0, 4)) else PLACES
        entity, other = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
        kind: DecisionKind = draw(st.sampled_from(("merge", "merge", "split", "keep_apart")))
        articles = ()
        if kind == "split":
            names = st.sampled_from([f"a:{number}" for number in range(4)])
            articles = tuple(draw(st.lists(names, min_size=1, max_size=2, unique=True)))
        found.append(
            Proposal(
                kind, entity, draw(st.none() | st.just(other)) if articles else other, articles, "a test"
            )
        )
    return tuple(found)
