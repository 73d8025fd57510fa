"""Builders for the ledger of the tests: a few words make an article with its claims.

The people, parties and newspapers here are invented.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from cypher.rows import ArticleRow, ClaimRow, EntityRow, NameRow, ReadingRows

RECORDED_AT = datetime(2024, 8, 1, 12, 30, tzinfo=UTC)

ClaimAt = Callable[[str, int], ClaimRow]
"""A claim that waits for its article's id and for where in the text its sentence begins."""


def entity(
    key: str, kind: str, name: str, country: str | None = None, aliases: Sequence[str] = ()
) -> EntityRow:
    """An entity as an article names it."""
    return EntityRow(
        id=key,
        kind=kind,
        name=name,
        mentions=1,
        link_score=1.0,
        link_reason="builder",
        aliases=tuple(aliases),
        country=country,
        wikidata=key if key.startswith("Q") else None,
    )


LEA = entity("person:nor:lea-brandt", "person", "Lea Brandt", "NOR", ["L. Brandt"])
LENA = entity("person:nor:lena-brandt", "person", "Lena Brandt", "NOR")
TOMAS = entity("Q9000001", "person", "Tomás Ibarra", "URY", ["Томас Ибарра"])
KWAME = entity("Q9000002", "person", "Kwame Asante", "GHA")
MIRELA = entity("Q9000003", "person", "Mirela Popa", "ROU")
NORWAY = entity("NOR", "country", "Norway", aliases=["Norway", "Kingdom of Norway"])
URUGUAY = entity("URY", "country", "Uruguay")
GHANA = entity("GHA", "country", "Ghana")
PARTY = entity("party:ury:frente-claro", "party", "Frente Claro", "URY")
LABOUR = entity("party:gha:labour-front", "party", "Labour Front", "GHA")
UNION = entity("organization:coastal-union", "organization", "Coastal Union")
MONTEVIDEO = entity("place:ury:montevideo", "place", "Montevideo", "URY")
ACCRA = entity("place:gha:accra", "place", "Accra", "GHA")


def _named(who: EntityRow, role: str, side: int | None = None, title: str | None = None) -> NameRow:
    return NameRow(
        entity=who.id,
        kind=who.kind,
        role=role,
        mention=who.name,
        side=side,
        title=title,
        country=who.country if who.kind == "person" else None,
    )


def _claim(kind: str, sentence: str, names: Sequence[NameRow], **fields: object) -> ClaimAt:
    def at(article: str, start: int) -> ClaimRow:
        digest = hashlib.sha256(f"{article}|{kind}|{start}|{sentence}".encode()).hexdigest()[:20]
        values: dict[str, object] = {"confidence": 0.9, "rule": "builder", **fields}
        return ClaimRow(
            id=f"c:{digest}",
            kind=kind,
            sentence=sentence,
            start=start,
            end=start + len(sentence),
            names=tuple(names),
            **values,  # type: ignore[arg-type]
        )

    return at


def meeting(
    sentence: str,
    *sides: EntityRow | Sequence[EntityRow],
    on: str | None = None,
    at: EntityRow | None = None,
    status: str = "held",
    by: str = "in_person",
    confidence: float = 0.9,
    about: Sequence[str] = (),
) -> ClaimAt:
    """A meeting claim; each side is an entity, or several who came together."""
    names = [
        _named(who, "participant", number)
        for number, side in enumerate(sides)
        for who in ([side] if isinstance(side, EntityRow) else side)
    ]
    if at is not None:
        names.append(_named(at, "place"))
    day = date.fromisoformat(on) if on else None
    return _claim(
        "meeting",
        sentence,
        names,
        status=status,
        format=by,
        date=on,
        earliest=day,
        latest=day,
        confidence=confidence,
        topics=tuple(about),
    )


def partnership(sentence: str, one: EntityRow, other: EntityRow, relation: str = "partner") -> ClaimAt:
    """A partnership that is stated."""
    names = [_named(one, "partner"), _named(other, "partner")]
    return _claim("partnership", sentence, names, relation=relation, polarity="stated")


def office(sentence: str, holder: EntityRow, title: str, country: EntityRow) -> ClaimAt:
    """An office that somebody holds."""
    return _claim("office", sentence, [_named(holder, "holder"), _named(country, "country")], title=title)


def membership(sentence: str, member: EntityRow, party: EntityRow, role: str = "member") -> ClaimAt:
    """A membership of a party."""
    return _claim("membership", sentence, [_named(member, "member"), _named(party, "party")], role=role)


def reading(
    key: str, published: str, entities: Sequence[EntityRow], *claims: ClaimAt, publisher: str = "Example Post"
) -> ReadingRows:
    """An article whose text is the sentences of its claims."""
    day = date.fromisoformat(published)
    text, rows = "", []
    for claim in claims:
        row = claim(key, len(text))
        text += row.sentence + "\n"
        rows.append(row)
    rows = [ClaimRow(**{**{f: getattr(row, f) for f in ClaimRow.__slots__}, "said_on": day}) for row in rows]
    return ReadingRows(
        article=ArticleRow(
            id=key,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            received_at=datetime(2024, 8, 1, 12, tzinfo=UTC),
            extractor="builder",
            title=f"Title of {key}",
            url=f"https://news.example.org/{key}",
            publisher=publisher,
            published_at=day,
            language="en",
        ),
        entities=tuple(entities),
        claims=tuple(rows),
    )


def some_news() -> list[ReadingRows]:
    """A small world: two who met twice over, a call, a plan, a meeting that was called off, a bridge."""
    return [
        reading(
            "talks-1",
            "2024-05-03",
            [LEA, TOMAS, NORWAY, URUGUAY, PARTY, MONTEVIDEO],
            meeting(
                "Lea Brandt met Tomás Ibarra in Montevideo on Thursday.",
                LEA,
                TOMAS,
                on="2024-05-02",
                at=MONTEVIDEO,
                confidence=0.95,
            ),
            partnership(
                "Norway and Uruguay are strategic partners.", NORWAY, URUGUAY, "strategic_partnership"
            ),
            office("Ibarra has been foreign minister of Uruguay.", TOMAS, "Foreign Minister", URUGUAY),
            membership("Ibarra chairs the Frente Claro.", TOMAS, PARTY, "Chair"),
        ),
        reading(
            "talks-2",
            "2024-05-04",
            [LEA, TOMAS, MONTEVIDEO],
            meeting(
                "Brandt and Ibarra held talks in the Uruguayan capital.",
                LEA,
                TOMAS,
                on="2024-05-02",
                at=MONTEVIDEO,
            ),
            publisher="Sample Courier",
        ),
        reading(
            "call",
            "2024-06-10",
            [LEA, TOMAS, KWAME, ACCRA],
            meeting(
                "Ibarra and Kwame Asante spoke by telephone on Sunday.",
                TOMAS,
                KWAME,
                on="2024-06-09",
                by="phone",
            ),
            meeting(
                "Brandt is to meet Asante in Accra on 1 October.",
                LEA,
                KWAME,
                on="2024-10-01",
                at=ACCRA,
                status="planned",
            ),
        ),
        reading(
            "visit",
            "2024-07-20",
            [TOMAS, KWAME, GHANA, ACCRA],
            meeting("Asante received Ibarra in Accra on 18 July.", KWAME, TOMAS, on="2024-07-18", at=ACCRA),
        ),
        reading(
            "called-off",
            "2024-07-25",
            [LENA, MIRELA],
            meeting(
                "The talks of Lena Brandt and Mirela Popa on 30 July were cancelled.",
                LENA,
                MIRELA,
                on="2024-07-30",
                status="cancelled",
            ),
        ),
    ]


def more_news() -> list[ReadingRows]:
    """`some_news`, and two parties that met, a summit with a meeting beside it, and a meeting of no day."""
    return [
        *some_news(),
        reading(
            "summit",
            "2024-08-03",
            [LEA, KWAME, MIRELA, TOMAS, UNION, LABOUR, ACCRA],
            meeting(
                "Brandt met the Coastal Union in Accra on Friday for talks on fisheries.",
                LEA,
                UNION,
                on="2024-08-02",
                at=ACCRA,
                about=["fisheries"],
            ),
            meeting(
                "On the same day Popa met Ibarra in Accra.",
                MIRELA,
                TOMAS,
                on="2024-08-02",
                at=ACCRA,
                about=["trade"],
            ),
            membership("Asante leads the Labour Front.", KWAME, LABOUR, "Leader"),
            meeting("Popa and Brandt have met before.", MIRELA, LEA),
            publisher="=Coastal Times",
        ),
    ]
