"""A meeting that a sentence speaks of, before its status, date and place are known."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ingest.people import Person

# Rules of events whose second side is called on by the first.
CALLS_ON = frozenset({"verb:call", "verb:visit", "noun:call-on", "noun:visit-to", "noun:audience"})


@dataclass(frozen=True, slots=True)
class Side:
    """Those who came together, and the words by which they were named."""

    people: tuple[Person, ...]
    groups: tuple[str, ...] = ()
    role: str = "participant"


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting that one sentence speaks of. `rule` names the frame that found it."""

    trigger: Token
    sides: tuple[Side, ...]
    confidence: float
    rule: str
    guessed: bool = False
    presumed: bool = False
    """One side is only presumed to be whom the article is about."""
    told_after: bool = False
    """The speaker tells of it after the fact: "…," Solen said, after meeting Lamar."""

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone in it, side by side."""
        return tuple(person for side in self.sides for person in side.people)

    @property
    def hosts(self) -> tuple[Person, ...]:
        """Those who received the others."""
        hosting = tuple(side for side in self.sides if side.role == "host")
        if not hosting and self.rule in CALLS_ON and len(self.sides) == 2:
            hosting = self.sides[1:]
        return tuple(person for side in hosting for person in side.people)

    @property
    def groups(self) -> tuple[str, ...]:
        """Unnamed people in it."""
        return tuple(group for side in self.sides for group in side.groups)
