"""Questions about identities: what was decided, and where an id that was merged away leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cypher.catalog import Read
from cypher.derivation.candidates import Candidate, Contact, Profile, Tenure, candidates
from cypher.derivation.decisions import Decision
from cypher.derivation.evidence import entities_from_json
from cypher.reads.search import any_query


@dataclass(frozen=True, slots=True)
class RedirectRow:
    """Whom an id that was merged away stands for."""

    id: str
    target: str


@dataclass(frozen=True, slots=True)
class OwnIdRow:
    """An entity under an id of ours."""

    id: str
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class CalledRow:
    """What an id is called: by the graph, or by an article (`said`, as JSON) if it was merged away."""

    id: str
    name: str | None
    said: str | None

    @property
    def called(self) -> str | None:
        """The name; None if neither knows one."""
        if self.name is not None or self.said is None:
            return self.name
        return next((entity.name for entity in entities_from_json(self.said) if entity.id == self.id), None)


OWN_IDS = Read("own_ids", OwnIdRow)
NAMES_OF_ENTITIES = Read("names_of_entities", CalledRow)
REDIRECTS = Read("redirects", RedirectRow)
DECISION = Read("decision", Decision)
DECISIONS = Read("decisions", Decision)
PROFILE = Read("profile", Profile)
PROFILES = Read("profiles", Profile)


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A person whom the index finds by the names of another (`near`)."""

    near: str
    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    offices: tuple[Tenure, ...]
    contacts: tuple[Contact, ...]

    @property
    def profile(self) -> Profile:
        """The one who was found."""
        return Profile(self.id, self.name, self.aliases, self.country, self.offices, self.contacts)


PROFILES_ALIKE = Read("profiles_alike", AlikeRow)
POOL = 25
"""How many matches of the index are compared with a person."""
CONTACTS = 50
"""How many of those whom a person met are compared with those whom another one met."""


def wanted_alike(profiles: Iterable[Profile]) -> list[dict[str, str]]:
    """The parameter of `PROFILES_ALIKE`: whom to look for by which query."""
    wanted = []
    for profile in profiles:
        query = any_query(profile.telling_words)
        if query:
            wanted.append({"id": profile.id, "query": query})
    return wanted


def candidates_among(profiles: Iterable[Profile], alike: Iterable[AlikeRow]) -> list[Candidate]:
    """The candidates about these people; a pair of two of them comes once."""
    by_near: dict[str, list[Profile]] = defaultdict(list)
    for row in alike:
        by_near[row.near].append(row.profile)
    found: dict[tuple[str, str], Candidate] = {}
    for profile in profiles:
        for candidate in candidates(profile, by_near[profile.id]):
            other = candidate.other.id if candidate.other else ""
            found.setdefault((candidate.entity.id, other), candidate)
    return list(found.values())
