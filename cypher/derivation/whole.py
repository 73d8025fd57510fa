"""The whole derived graph at once, as plainly as can be: what the tests compare every other way with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from cypher.derivation.acquaintance import MetWith, encounters, met_with
from cypher.derivation.bonds import BondEdge, bond_edges, tallies
from cypher.derivation.dyads import dyads
from cypher.derivation.evidence import LiveArticle
from cypher.derivation.identities import Identity, identity, tally_votes
from cypher.derivation.meetings import Meeting, meetings
from cypher.derivation.stories import stories


@dataclass(frozen=True, slots=True)
class Derived:
    """Everything that follows from a set of live articles, or a part of it."""

    identities: tuple[Identity, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    met_with: tuple[MetWith, ...] = ()
    bonds: tuple[BondEdge, ...] = ()
    dyads: tuple[str, ...] = ()
    stories: dict[str, str] = field(default_factory=dict)
    """The story of each live article."""


def derive(articles: Iterable[LiveArticle]) -> Derived:
    """Derive all from these live articles, from nothing."""
    articles = list(articles)
    told = stories(article.imprint for article in articles if article.imprint)
    articles = [article.of_story(told.get(article.id, article.id)) for article in articles]
    claims = [claim for article in articles for claim in article.claims]
    found = meetings(claims)
    votes = tally_votes(articles)
    outcomes = (identity(identifier, votes.get(identifier, Counter())) for identifier in sorted(votes))
    return Derived(
        identities=tuple(outcome for outcome in outcomes if outcome is not None),
        meetings=found,
        met_with=met_with(encounters(found, claims)),
        bonds=bond_edges(tallies(claims)),
        dyads=tuple(sorted({dyad for claim in claims if claim.kind == "meeting" for dyad in dyads(claim)})),
        stories={article.id: article.story for article in articles},
    )
