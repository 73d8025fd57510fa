"""Puts a reading together: the entities that the article names, with their mentions, and its claims in text
order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.doubtful_names import is_doubtful
from ingest.entities import EntityData
from ingest.entities.model import CountryMention
from ingest.mentions import Mention
from ingest.parse import Document, Sentence
from ingest.parties import Parties
from ingest.people import People, Person
from ingest.places import Places
from ingest.records import (
    Claim,
    Entity,
    Evidence,
    Link,
    MeetingClaim,
    MembershipClaim,
    MentionSpan,
    OfficeClaim,
    Reading,
)

_BY_PHRASE = Link(1.0, "yes", "a name, adjective, capital or seat of this state")


def assemble(
    document: Document,
    people: People,
    places: Places,
    parties: Parties,
    countries: Sequence[CountryMention],
    claims: Sequence[Claim],
    data: EntityData,
) -> Reading:
    """The reading of one article. Every entity that a claim names is among its entities."""
    text = document.article.text
    named = {
        participant.entity
        for claim in claims
        if isinstance(claim, MeetingClaim)
        for participant in claim.participants
    }
    named |= {claim.person for claim in claims if isinstance(claim, (OfficeClaim, MembershipClaim))}
    entities = {entity.id: entity for entity in _persons(document, people, named)}
    for entity in [
        *_countries(document, countries, data),
        *_parties(parties, text),
        *_places(places),
    ]:
        entities.setdefault(entity.id, entity)
    quoted = [replace(claim, evidence=quote(claim.evidence, text)) for claim in claims]
    for iso3 in sorted({code for claim in quoted for code in _states_named(claim)}):
        entities.setdefault(iso3, _country(iso3, (), data))
    quoted.sort(key=lambda claim: (claim.evidence.start, claim.evidence.end, _order(claim)))
    return Reading(document.article, tuple(entities.values()), tuple(quoted))


def quote(evidence: Evidence, text: str) -> Evidence:
    """The evidence with its sentence cut out of the text, without the white space around it."""
    start, end = evidence.start, evidence.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(start, end, text[start:end])


def _states_named(claim: Claim) -> set[str]:
    if isinstance(claim, MeetingClaim):
        return {p.country for p in claim.participants if p.country is not None}
    return set(getattr(claim, "countries", ())) | ({claim.country} if hasattr(claim, "country") else set())


def _order(claim: Claim) -> tuple[str, str]:
    return type(claim).__name__, repr(claim)


def _persons(document: Document, people: People, named: Collection[str]) -> list[Entity]:
    """The people of the article: whom a claim names, and who else is a person without much doubt."""
    sentences = {sentence.index: sentence for sentence in document.sentences}
    by_id: dict[str, list[Person]] = defaultdict(list)
    for person in people.persons:
        by_id[person.id].append(person)
    return [
        _person(same, sentences, document.article.text)
        for key, same in by_id.items()
        if key in named or not is_doubtful(same, sentences)
    ]


def _person(same: Sequence[Person], sentences: dict[int, Sentence], text: str) -> Entity:
    first = same[0]
    spans = sorted({_span(mention, sentences) for person in same for mention in person.mentions})
    spelled = {name for person in same for name in person.names}
    return Entity(
        id=first.id,
        kind="person",
        name=first.name,
        mentions=tuple(MentionSpan(start, end, text[start:end]) for start, end in spans),
        link=first.link,
        aliases=tuple(sorted(spelled - {first.name})),
        country=first.country,
        wikidata=first.wikidata,
    )


def _span(mention: Mention, sentences: dict[int, Sentence]) -> tuple[int, int]:
    sentence = sentences[mention.sentence]
    doc = sentence.span.doc
    first, last = doc[mention.first], doc[mention.last]
    return sentence.offset + first.idx, sentence.offset + last.idx + len(last)


def _countries(document: Document, countries: Sequence[CountryMention], data: EntityData) -> list[Entity]:
    reported = [(s.start, s.end) for s in document.sentences]
    by_state: dict[str, list[MentionSpan]] = defaultdict(list)
    for mention in countries:
        if any(start <= mention.start < end for start, end in reported):
            by_state[mention.iso3].append(MentionSpan(mention.start, mention.end, mention.text))
    return [_country(iso3, tuple(spans), data) for iso3, spans in by_state.items()]


def _country(iso3: str, mentions: tuple[MentionSpan, ...], data: EntityData) -> Entity:
    country = data.country(iso3)
    name = country.name if country is not None else iso3
    wikidata = country.wikidata if country is not None else None
    return Entity(iso3, "country", name, mentions, _BY_PHRASE, country=iso3, wikidata=wikidata)


def _parties(parties: Parties, text: str) -> list[Entity]:
    return [
        Entity(
            party.id,
            "party",
            party.name,
            tuple(
                MentionSpan(m.start(), m.end(), m.group())
                for m in re.finditer(re.escape(party.surface), text)
            ),
            party.link,
            country=party.country,
            wikidata=party.wikidata,
        )
        for party in parties.found.values()
    ]


def _places(places: Places) -> list[Entity]:
    return [
        Entity(
            place.id,
            "place",
            place.name,
            tuple(sorted(place.mentions, key=lambda m: m.start)),
            Link(0.9 if place.country else 0.5, "yes" if place.country else "unsure", "a place of that name"),
            country=place.country,
        )
        for place in places.found.values()
        if place.kind == "place"
    ]
