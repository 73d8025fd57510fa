"""Who fills one place of a frame."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.mentions import Mention
from ingest.people import Person


@dataclass(slots=True)
class Argument:
    """Who fills one place of a frame, in reading order.

    `mutual`: the phrase means people who met each other. `apart`: each was met at another time or place.
    `end`: one past its last token, where it is a list.
    """

    people: list[Person] = field(default_factory=list)
    mentions: dict[int, Mention] = field(default_factory=dict)
    groups: list[str] = field(default_factory=list)
    mutual: bool = False
    guessed: bool = False
    told_after: bool = False
    presumed: bool = False
    apart: bool = False
    end: int = 0

    def add(self, person: Person, mention: Mention | None = None) -> None:
        """Adds a person once."""
        if all(person is not other for other in self.people):
            self.people.append(person)
        if mention is not None:
            self.mentions.setdefault(person.key, mention)

    def merge(self, other: Argument) -> None:
        """Takes in what another argument holds."""
        for person in other.people:
            self.add(person, other.mentions.get(person.key))
        self.groups.extend(group for group in other.groups if group not in self.groups)
        self.guessed = self.guessed or other.guessed
        self.told_after = self.told_after or other.told_after
        self.presumed = self.presumed or other.presumed
        self.mutual = self.mutual or other.mutual
        self.apart = self.apart or other.apart

    def __bool__(self) -> bool:
        return bool(self.people or self.groups)
