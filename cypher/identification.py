"""Decisions about identities inside a transaction: looked up as far as the ids at hand need them."""

from __future__ import annotations

from collections.abc import Iterable

from cypher.catalog import Read, Write
from cypher.derivation.decisions import Decision, WhoIsWho
from cypher.derivation.evidence import LiveArticle, LiveClaim
from cypher.graph import Transaction

decisions_about = Write("decisions_about", Decision)
all_decisions = Read("all_decisions", Decision)


class Identification:
    """Who is who by the live decisions of the ledger, for one transaction.

    Only decisions that can concern the ids asked for are fetched, and those that these lead to. Where nothing
    was ever decided (`decided` is false) nothing is asked.
    """

    def __init__(self, transaction: Transaction, *, decided: bool) -> None:
        self._transaction = transaction
        self._decided = decided
        self._asked: set[str] = set()
        self._decisions: dict[str, Decision] = {}
        self.who = WhoIsWho()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that were fetched so far."""
        return tuple(self._decisions.values())

    @property
    def ids(self) -> frozenset[str]:
        """The ids that were looked up so far, and those that decisions led to."""
        return frozenset(self._asked)

    def learn(self, entities: Iterable[str]) -> None:
        """Look up what was decided about these ids, and about all that decisions tie to them."""
        wanted = set(entities) - self._asked if self._decided else set()
        known = len(self._decisions)
        while wanted:
            self._asked |= wanted
            found = self._transaction.fetch(decisions_about, entities=sorted(wanted))
            self._decisions |= {decision.id: decision for decision in found}
            wanted = {
                entity for decision in found if decision.kind != "keep_apart" for entity in decision.entities
            } - self._asked
        if len(self._decisions) > known:
            self.who = WhoIsWho(self._decisions.values())

    def articles(self, articles: Iterable[LiveArticle]) -> tuple[LiveArticle, ...]:
        """These articles with everyone under the id of whom they are."""
        articles = tuple(articles)
        self.learn(named for article in articles for named in ids_in(article))
        return tuple(self.who.article(article) for article in articles)

    def claims(self, claims: Iterable[LiveClaim]) -> list[LiveClaim]:
        """These claims with everyone under the id of whom they are."""
        claims = list(claims)
        self.learn(name.entity for claim in claims for name in claim.names)
        return [self.who.claim(claim) for claim in claims]


def ids_in(article: LiveArticle) -> frozenset[str]:
    """Everyone whom an article names, by the ids in it."""
    return frozenset(entity.id for entity in article.entities) | frozenset(
        name.entity for claim in article.claims for name in claim.names
    )
