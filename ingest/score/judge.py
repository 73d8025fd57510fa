"""Counts one article: what its reading has right, false and missed, with the sentence behind each error."""

from __future__ import annotations

from ingest.entities.data import EntityData
from ingest.records import Reading
from ingest.score import actors, circumstances, pairs
from ingest.score.case import Case
from ingest.score.gold import GoldArticle
from ingest.score.judgement import Judgement
from ingest.score.measures import Share


def judge(
    gold: GoldArticle,
    reading: Reading,
    data: EntityData,
    edge_confidence: float,
    edge_polarities: frozenset[str],
) -> Judgement:
    """The counts of one article."""
    case = Case.of(gold, reading, data, edge_confidence)
    met, pair_mistakes = pairs.pairs(case)
    status, status_mistakes = pairs.status(case)
    (exact, loose, dated), date_mistakes = circumstances.dates(case)
    places, place_mistakes = circumstances.places(case)
    states, state_mistakes = actors.person_countries(case)
    partners, partner_mistakes = actors.partners(case, edge_polarities)
    found = actors.found_entities(case)
    none_acceptable = not gold.held and not gold.optional
    return Judgement(
        pairs=met,
        clean=Share(int(not met.false and not met.missed), 1),
        false_articles=Share(int(met.false > 0), 1),
        alarms=Share(int(met.false > 0), 1) if none_acceptable else Share(),
        meetings=pairs.meetings(case),
        status=status,
        not_held=pairs.not_held(case),
        exact_date=exact,
        loose_date=loose,
        dated=dated,
        places=places,
        persons=actors.persons(case),
        person_countries=states,
        linked=Share(sum(entity.link.verdict == "yes" for entity in found), len(found)),
        whole=actors.whole(case),
        partners=partners,
        mistakes=(
            *pair_mistakes,
            *status_mistakes,
            *date_mistakes,
            *place_mistakes,
            *partner_mistakes,
            *actors.strangers(case),
            *state_mistakes,
        ),
    )
