"""Who is who: what people decided about identities, as a pure function of the set of live decisions.

Articles say what they said, and decisions are applied on the way from the ledger to the derived graph. So a
decision can come before or after the articles that it is about, and undoing it leaves nothing behind.

- *merge*: the `other` is the `entity`. Whatever is said of the other is said of the entity.
- *split*: what these articles say of the `entity` is about the `other`, who may be new.
- *keep apart*: the two are not the same. It changes nothing, but a merge that would join them is refused.

Decisions are read in the order in which they were made (of one moment, by id), and an id in one means whoever
that id stood for when it was made: after "B is A", "C is B" says that C is A as well. Undone ones are passed
over, as if they had never been made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from cypher.derivation.evidence import LiveArticle, LiveClaim

DecisionKind = Literal["merge", "split", "keep_apart"]

KINDS_OF_ENTITY = ("person", "party", "organization", "place")
"""What can be decided about. Which country is which is for ISO 3166 to say."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the journal. `entity_kind` is the kind of both, where it is known; `articles` of a split.

    Moments are UTC. `revoked_at` is set once it is undone.
    """

    id: str
    kind: str
    entity: str
    other: str
    entity_kind: str | None
    articles: tuple[str, ...]
    reason: str | None
    decided_at: datetime
    decided_by: str | None
    revoked_at: datetime | None
    revoked_by: str | None

    @property
    def entities(self) -> tuple[str, str]:
        """Both ids, as they were given."""
        return self.entity, self.other


@dataclass(frozen=True, slots=True)
class _Step:
    """What a decision does: what has come to be `source` goes on to `target`; of a split, in `articles`."""

    number: int
    decision: str
    source: str
    target: str
    articles: frozenset[str] | None

    def takes(self, article: str | None) -> bool:
        return self.articles is None or article in self.articles


class WhoIsWho:
    """Whom ids stand for after some decisions: all, or all that are tied to the ids one asks about."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        live = sorted(
            (decision for decision in decisions if decision.revoked_at is None),
            key=lambda decision: (decision.decided_at, decision.id),
        )
        self._steps: dict[str, list[_Step]] = defaultdict(list)
        self._apart = tuple(decision for decision in live if decision.kind == "keep_apart")
        self._ids: dict[str, None] = {}
        for number, decision in enumerate(live):
            if decision.kind != "keep_apart":
                self._add(number, decision)

    def _add(self, number: int, decision: Decision) -> None:
        self._ids.update(dict.fromkeys(decision.entities))
        entity, other = self.stands_for(decision.entity), self.stands_for(decision.other)
        if entity == other:
            return
        if decision.kind == "merge":
            step = _Step(number, decision.id, other, entity, None)
        else:
            step = _Step(number, decision.id, entity, other, frozenset(decision.articles))
        self._steps[step.source].append(step)

    def __bool__(self) -> bool:
        return bool(self._steps)

    def stands_for(self, entity: str, article: str | None = None) -> str:
        """Who it is that an id means in an article; without one, where the id leads in general."""
        for step in self._way(entity, article):
            entity = step.target
        return entity

    def redirects(self) -> dict[str, str]:
        """Each id that was merged away, and where it leads, in order."""
        return {
            entity: target for entity in sorted(self._ids) if (target := self.stands_for(entity)) != entity
        }

    def kept_apart(self, one: str, other: str) -> Decision | None:
        """The first decision by which those whom these two ids stand for are not the same."""
        pair = {self.stands_for(one), self.stands_for(other)}
        return next(
            (apart for apart in self._apart if {self.stands_for(each) for each in apart.entities} == pair),
            None,
        )

    def can_become(self, entity: str) -> frozenset[tuple[str, str, str]]:
        """All that can happen to an id in any article: decision, from, to."""
        found: dict[_Step, None] = {}
        open_ends = [(entity, -1)]
        while open_ends:
            source, after = open_ends.pop()
            for step in self._steps.get(source, ()):
                if step.number > after and step not in found:
                    found[step] = None
                    open_ends.append((step.target, step.number))
        return frozenset((step.decision, step.source, step.target) for step in found)

    def article(self, article: LiveArticle) -> LiveArticle:
        """An article with everyone in it under the id of whom they are."""
        if not self._steps:
            return article
        return replace(
            article,
            entities=tuple(
                entity
                if (who := self.stands_for(entity.id, article.id)) == entity.id
                else replace(entity, id=who)
                for entity in article.entities
            ),
            claims=tuple(self.claim(claim) for claim in article.claims),
        )

    def claim(self, claim: LiveClaim) -> LiveClaim:
        """A claim with everyone in it under the id of whom they are."""
        if not self._steps:
            return claim
        return replace(
            claim,
            names=tuple(
                name
                if (who := self.stands_for(name.entity, claim.article)) == name.entity
                else replace(name, entity=who)
                for name in claim.names
            ),
        )

    def _way(self, entity: str, article: str | None) -> Iterator[_Step]:
        after = -1
        while step := next(
            (step for step in self._steps.get(entity, ()) if step.number > after and step.takes(article)),
            None,
        ):
            yield step
            entity, after = step.target, step.number


def changed_ids(before: WhoIsWho, after: WhoIsWho, entities: Iterable[str]) -> frozenset[str]:
    """Under which ids those may be found now to whom other decisions happen after than before."""
    return frozenset(
        found
        for entity in entities
        if (ways := before.can_become(entity)) != after.can_become(entity)
        for found in (entity, *(target for _, _, target in ways))
    )
