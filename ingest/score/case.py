"""One article under judgement: its gold, its reading, and how the two are laid over each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.entities.data import EntityData
from ingest.records import Entity, MeetingClaim, Reading
from ingest.score.alignment import Alignment, Key, Statement, align, statements
from ingest.score.gold import GoldArticle, GoldMeeting
from ingest.score.judgement import Mistake

# What an error says was expected or found where there is nothing.
ABSENT = "nothing"


@dataclass(frozen=True, slots=True)
class Case:
    """One article, ready to be counted."""

    gold: GoldArticle
    reading: Reading
    alignment: Alignment
    said: tuple[Statement, ...]
    data: EntityData

    @classmethod
    def of(cls, gold: GoldArticle, reading: Reading, data: EntityData, edge_confidence: float) -> Case:
        """Lays a reading over its gold."""
        alignment = align(gold, reading)
        return cls(gold, reading, alignment, tuple(statements(reading, alignment, edge_confidence)), data)

    def found_meetings(self) -> list[tuple[Key, GoldMeeting, list[MeetingClaim]]]:
        """Each required pair of a gold meeting for which the reading has claims of the right status."""
        result = []
        for meeting in self.gold.meetings:
            for names in meeting.required:
                pair = self.alignment.pair(names)
                claims = [s.claim for s in self.said if s.pair == pair and s.status == meeting.status]
                if claims:
                    result.append((pair, meeting, claims))
        return result

    def gold_statuses(self) -> dict[Key, set[str]]:
        """The statuses that the gold gives each required pair, optional mentions of it included."""
        statuses: dict[Key, set[str]] = {}
        for meeting in self.gold.meetings:
            for pair in meeting.required:
                statuses.setdefault(self.alignment.pair(pair), set()).add(meeting.status)
        for pair in self.gold.held:
            statuses.setdefault(self.alignment.pair(pair), set()).add("held")
        for meeting in self.gold.meetings:
            for pair in meeting.optional:
                if self.alignment.pair(pair) in statuses:
                    statuses[self.alignment.pair(pair)].add(meeting.status)
        return statuses

    def statuses_said(self, pair: Key) -> str:
        """What the reading says of a pair, in words."""
        said = {
            f"{s.claim.status} ({s.claim.format}, {s.claim.confidence:.2f})"
            for s in self.said
            if s.pair == pair
        }
        absent = [name for name in sorted(pair) if name not in self.alignment.entity_names.values()]
        return ", ".join(sorted(said)) or (f"no person {' and no '.join(absent)}" if absent else ABSENT)

    def around(self, entity: Entity) -> str:
        """The text around an entity's first mention."""
        start = entity.mentions[0].start if entity.mentions else 0
        return self.reading.article.text[max(0, start - 80) : start + 80]

    def mistake(
        self, kind: str, names: Iterable[str], expected: str, found: str, sentence: str, rule: str = ""
    ) -> Mistake:
        """An error in this article."""
        return Mistake(
            self.gold.article.id,
            kind,
            tuple(sorted(names)),
            expected,
            found,
            " ".join(sentence.split()),
            rule,
        )
