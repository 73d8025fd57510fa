"""What an entity is called, and what else articles agree on about it.

Each live article casts votes; an entity is the outcome. Votes are whole numbers, so adding an article and
taking it back leaves exactly what was there, however many articles name the entity.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pycountry

from cypher.derivation.evidence import LiveArticle

LABELS = {
    "person": "Person",
    "country": "Country",
    "party": "Party",
    "organization": "Organization",
    "place": "Place",
}
NAME_LENGTH = 500
"""What is longer is no name, and no index takes it."""

Ballots = Counter[tuple[str, str]]
"""Votes of one entity by (question, answer); see `votes_of`."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An entity node. `country` is whom a person speaks for, whose party it is, or where a place lies."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    country: str | None
    ballots: str


def votes_of(article: LiveArticle) -> dict[str, Ballots]:
    """The votes of one article, by entity.

    A name counts as often as the article uses the entity; all else once an article. Whoever a claim names is
    there too, and the country of a party or place, so that edges to them have an end.
    """
    votes: dict[str, Ballots] = {}
    for entity in article.entities:
        ballots = votes.setdefault(entity.id, Counter())
        ballots["kind", entity.kind] += 1
        ballots["name", entity.name] += max(entity.mentions, 1)
        for alias in {entity.name, *entity.aliases}:
            ballots["alias", alias] += 1
        if entity.country:
            ballots["country", entity.country] += 1
        if entity.wikidata:
            ballots["wikidata", entity.wikidata] += 1
    listed = frozenset(votes)
    named = {(name.entity, name.kind, name.mention) for claim in article.claims for name in claim.names}
    for identifier, kind, mention in sorted(named):
        if identifier not in listed:
            ballots = votes.setdefault(identifier, Counter())
            ballots["kind", kind] += 1
            if mention and kind != "country":
                ballots["name", mention] += 1
                ballots["alias", mention] += 1
    for entity in article.entities:
        if entity.country and entity.kind in ("party", "place") and entity.country not in votes:
            votes[entity.country] = Counter({("kind", "country"): 1})
    return votes


def tally_votes(articles: Iterable[LiveArticle]) -> dict[str, Ballots]:
    """All votes of these articles, by entity."""
    total: dict[str, Ballots] = {}
    for article in articles:
        add_votes(total, article)
    return total


def add_votes(total: dict[str, Ballots], article: LiveArticle) -> None:
    """Count the votes of one more article."""
    for identifier, ballots in votes_of(article).items():
        total.setdefault(identifier, Counter()).update(ballots)


def identity(identifier: str, ballots: Ballots) -> Identity | None:
    """The outcome of the votes; None if nobody names the entity any more."""
    kind = _winner(ballots, "kind")
    if kind is None:
        return None
    name = (_winner(ballots, "name") or _default_name(identifier, kind))[:NAME_LENGTH]
    aliases = {answer for (question, answer), votes in ballots.items() if question == "alias" and votes > 0}
    return Identity(
        id=identifier,
        label=LABELS[kind],
        name=name,
        aliases=tuple(sorted({name, *aliases})),
        wikidata=_winner(ballots, "wikidata"),
        country=_winner(ballots, "country") if kind != "country" else None,
        ballots=ballots_to_json(ballots),
    )


def ballots_to_json(ballots: Mapping[tuple[str, str], int]) -> str:
    """Votes as the text that the entity node keeps; the same votes give the same text."""
    nested: dict[str, dict[str, int]] = {}
    for (question, answer), votes in ballots.items():
        if votes > 0:
            nested.setdefault(question, {})[answer] = votes
    return json.dumps(nested, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def ballots_from_json(text: str) -> Ballots:
    """Votes from the text that the entity node keeps."""
    nested: dict[str, dict[str, int]] = json.loads(text)
    return Counter(
        {(question, answer): votes for question, by in nested.items() for answer, votes in by.items()}
    )


def _winner(ballots: Ballots, question: str) -> str | None:
    """The answer with most votes; of equal ones the longest, then the first by alphabet."""
    answers = {answer: votes for (asked, answer), votes in ballots.items() if asked == question and votes > 0}
    if not answers:
        return None
    return min(answers, key=lambda answer: (-answers[answer], -len(answer), answer))


def _default_name(identifier: str, kind: str) -> str:
    """A country that articles only imply ("in Moscow") gets its name in ISO 3166."""
    if kind == "country":
        country = pycountry.countries.get(alpha_3=identifier)
        if country is not None:
            return str(getattr(country, "common_name", country.name))
    return identifier
