"""Scorecards for people and programs: a table in Markdown, a list of errors, JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.score.measures import Found, Interval, Share
from ingest.score.run import GoldFile
from ingest.score.scorecard import Scorecard

NOTE = (
    "A pair is two people of different sides of a meeting that was held in person, or whose format is not "
    "said, and is certain enough for an edge. Optional pairs and partners count neither as right nor as "
    "wrong. Status: of what is said of marked pairs. Dates and places: of pairs found with the right status. "
    "[low to high]: 95 % bootstrap interval over articles."
)


def printed(
    cards: Sequence[tuple[GoldFile, Scorecard]], as_json: bool, only_table: bool, with_errors: bool
) -> str:
    """What `demarche score` prints: the table and the errors, the table alone, or JSON."""
    if as_json:
        files = [
            {"file": file.path.name, "sha256": file.sha256, **as_dict(card, with_errors)}
            for file, card in cards
        ]
        return json.dumps({"files": files}, ensure_ascii=False, indent=1)
    table = markdown({file.label: card for file, card in cards})
    if only_table or not with_errors:
        return table
    return "\n\n".join([table, *(errors(file.label, card) for file, card in cards)])


def markdown(cards: Mapping[str, Scorecard]) -> str:
    """One table: a line for each measure, a column for each file."""
    columns = [dict(_cells(card)) for card in cards.values()]
    measures = list(dict.fromkeys(name for column in columns for name in column))
    lines = ["| measure | " + " | ".join(cards) + " |", "| --- |" + " --- |" * len(cards)]
    lines += [
        f"| {measure} | " + " | ".join(column.get(measure, "") for column in columns) + " |"
        for measure in measures
    ]
    return "\n".join([*lines, "", NOTE])


def errors(name: str, card: Scorecard) -> str:
    """Every error of a file with its sentence, kind by kind."""
    lines = [f"## {name}: {len(card.mistakes)} errors"]
    for kind in dict.fromkeys(mistake.kind for mistake in card.mistakes):
        same = [mistake for mistake in card.mistakes if mistake.kind == kind]
        lines.append(f"\n### {kind}: {len(same)}")
        for mistake in same:
            rule = f" [{mistake.rule}]" if mistake.rule else ""
            lines.append(
                f"- {mistake.article}: {' - '.join(mistake.names)}: expected {mistake.expected}, "
                f"found {mistake.found}{rule}\n  > {mistake.sentence}"
            )
    return "\n".join(lines)


def as_dict(card: Scorecard, with_errors: bool) -> dict[str, Any]:
    """Figures and counts of a file; errors only when asked for."""
    total = card.total
    result: dict[str, Any] = {
        "articles": card.articles,
        "figures": card.figures(),
        "counts": {
            name: {slot: getattr(value, slot) for slot in value.__slots__}
            for name in total.__slots__
            if isinstance(value := getattr(total, name), Found | Share)
        },
        "pair_intervals": {
            name: [interval.low, interval.high] if interval else None
            for name, interval in card.pair_intervals.items()
        },
    }
    if with_errors:
        result["errors"] = [
            {slot: getattr(mistake, slot) for slot in mistake.__slots__} for mistake in card.mistakes
        ]
    return result


def _cells(card: Scorecard) -> Sequence[tuple[str, str]]:
    total = card.total
    rows: list[tuple[str, str]] = [("articles", str(card.articles))]
    if card.scores_pairs:
        rows += [
            *_found("pairs", total.pairs, card.pair_intervals),
            ("articles with every pair and no false one", _share(total.clean)),
            ("articles with a false pair", _share(total.false_articles)),
            ("false alarms where no pair is acceptable", _share(total.alarms)),
            *_found("meetings", total.meetings),
            ("status right", _share(total.status)),
            ("planned and cancelled found as such", _share(total.not_held)),
            ("exact day", _share(total.exact_date)),
            ("compatible date", _share(total.loose_date)),
            *_found("places", total.places),
        ]
    if card.scores_persons:
        rows += [
            *_found("persons", total.persons),
            ("country of persons", _share(total.person_countries)),
            ("persons linked with certainty", _share(total.linked)),
            ("persons that are one entity", _share(total.whole)),
        ]
    if card.scores_partners:
        rows += _found("partners", total.partners)
    return rows


def _found(
    name: str, found: Found, intervals: Mapping[str, Interval | None] | None = None
) -> list[tuple[str, str]]:
    rows = [(f"{name}: right, false, missed", f"{found.right}, {found.false}, {found.missed}")]
    for measure, label in (("precision", "precision"), ("recall", "recall"), ("f1", "F1")):
        interval = intervals.get(measure) if intervals else None
        text = _number(getattr(found, measure))
        rows.append(
            (f"{name}: {label}", f"{text} [{interval.low:.2f} to {interval.high:.2f}]" if interval else text)
        )
    return rows


def _share(share: Share) -> str:
    return f"{share.ratio:.1%} ({share.right} of {share.of})" if share.ratio is not None else "none"


def _number(value: float | None) -> str:
    return f"{value:.3f}" if value is not None else "none"
