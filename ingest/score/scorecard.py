"""Adds up the judgements of articles to the measures of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from cypher.derivation.confidence import MET_WITH_FLOOR
from ingest.entities.data import EntityData, load_entity_data
from ingest.records import Reading
from ingest.score.gold import gold_article
from ingest.score.judge import judge
from ingest.score.judgement import Judgement, Mistake
from ingest.score.measures import Interval, bootstrap

# Below this a held meeting is a weak sign (a greeting, a shared press conference) and makes no edge.
EDGE_CONFIDENCE = MET_WITH_FLOOR
# Which partnership claims make a PARTNER_OF edge.
EDGE_POLARITIES = frozenset({"stated"})

_FOUND = ("pairs", "meetings", "places", "persons", "partners")
_SHARES = {
    "articles.right": "clean",
    "articles.with_false_pair": "false_articles",
    "false_alarms": "alarms",
    "status": "status",
    "planned_and_cancelled": "not_held",
    "date.exact": "exact_date",
    "date.compatible": "loose_date",
    "date.given": "dated",
    "persons.country": "person_countries",
    "persons.linked": "linked",
    "persons.one_entity": "whole",
}
_PARTS = ("precision", "recall", "f1")
# Which marks an error is against, where it is not against those of pairs.
_MARKED_BY = {
    "missed partners": "partners",
    "false partners": "partners",
    "false person": "persons",
    "country of person": "persons",
}
# The names of all measures.
MEASURES = (*(f"{name}.{part}" for name in _FOUND for part in _PARTS), *_SHARES)
# Measures of which less is better.
CEILINGS = frozenset({"articles.with_false_pair", "false_alarms"})


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The measures of one gold file.

    `scores_pairs`, `scores_persons` and `scores_partners` say what the file marks at all: sentences without
    lists of people say nothing about people found, one that only marks partnerships nothing about pairs.
    """

    articles: int
    total: Judgement
    pair_intervals: Mapping[str, Interval | None]
    scores_pairs: bool
    scores_persons: bool
    scores_partners: bool

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Every error in the order of the articles, without those that the file does not mark."""
        return tuple(
            mistake for mistake in self.total.mistakes if self.scores(_MARKED_BY.get(mistake.kind, "pairs"))
        )

    def figures(self) -> dict[str, float | None]:
        """Every measure by name, from 0 to 1; None where there is nothing to measure."""
        figures: dict[str, float | None] = {}
        for name in _FOUND:
            found = getattr(self.total, name)
            for part in _PARTS:
                figures[f"{name}.{part}"] = getattr(found, part) if self.scores(name) else None
        for name, attribute in _SHARES.items():
            figures[name] = getattr(self.total, attribute).ratio if self.scores(name) else None
        return figures

    def scores(self, measure: str) -> bool:
        """Whether the file marks what this measure is about."""
        match measure.partition(".")[0]:
            case "persons":
                return self.scores_persons
            case "partners":
                return self.scores_partners
            case _:
                return self.scores_pairs


def score_articles(
    gold: Iterable[Mapping[str, Any]],
    readings: Iterable[Reading],
    data: EntityData | None = None,
    edge_confidence: float = EDGE_CONFIDENCE,
) -> Scorecard:
    """The scorecard of readings against the gold lines of the same articles, in the same order.

    A pair that the gold calls optional counts neither as right nor as wrong, and a meeting held but less
    certain than `edge_confidence` makes no pair.

    Raises:
        ValueError: when there are more lines than readings, or fewer.
    """
    data = data or load_entity_data()
    marked = [gold_article(row) for row in gold]
    judgements = [
        judge(article, reading, data, edge_confidence, EDGE_POLARITIES)
        for article, reading in zip(marked, readings, strict=True)
    ]
    any_meeting = any(article.meetings or article.held for article in marked)
    any_partner = any(article.partners or article.partners_optional for article in marked)
    return Scorecard(
        articles=len(judgements),
        total=reduce(lambda a, b: a + b, judgements, Judgement()),
        pair_intervals={
            measure: bootstrap([one.pairs for one in judgements], measure)
            for measure in ("precision", "recall", "f1")
        },
        scores_pairs=any_meeting or not any_partner,
        scores_persons=any(article.persons for article in marked),
        scores_partners=any_partner,
    )
