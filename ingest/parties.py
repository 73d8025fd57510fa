"""The parties that one article's memberships name, each with a stable id."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.entities import EntityData
from ingest.entities.folding import entity_id
from ingest.entities.model import Party
from ingest.records import Link

# Words that parties of many states share. A name of these alone means nobody's party until a state is known:
# the World Jewish Congress is no party of India, and Japan's social democrats are not Finland's.
COMMON_WORDS = frozenset(
    """
    party the of for and national social socialist democratic democrats democrat republican republicans
    liberal liberals labour labor workers worker people's peoples people communist conservative conservatives
    christian union front movement alliance congress league progressive unity freedom justice development
    green greens centre center new independent reform united
    """.split()
)


@dataclass(frozen=True, slots=True)
class FoundParty:
    """A party as the article words it, with what entity data knows of it."""

    id: str
    name: str
    surface: str
    country: str | None
    wikidata: str | None
    link: Link


class Parties:
    """Gives party names ids and keeps what was found, in order of first mention."""

    def __init__(self, data: EntityData) -> None:
        self._data = data
        self.found: dict[str, FoundParty] = {}

    def is_party(self, name: str, country: str | None) -> bool:
        """Whether entity data knows a party of that name, in that state if one is given."""
        return bool(self._known(name, country))

    def country_of(self, name: str) -> str | None:
        """Whose party that is, where entity data knows just one of that name."""
        known = self._known(name, None)
        return known[0].country if len(known) == 1 else None

    def _known(self, name: str, country: str | None) -> tuple[Party, ...]:
        words = {word.strip(".,'’").lower() for word in name.split()}
        if country is None and words <= COMMON_WORDS:
            return ()
        return self._data.parties_named(name, country)

    def id_of(self, name: str, country: str | None) -> str:
        """The id of a party; one that entity data does not know, or knows twice, gets one of ours."""
        known = self._known(name, country)
        if len(known) == 1:
            party = known[0]
            link = Link(0.95, "yes", "a party of that name" + (f" of {country}" if country else ""))
            found = FoundParty(party.id, party.name, name, party.country, party.wikidata, link)
        else:
            reason = (
                "several parties of that name; kept apart"
                if known
                else "no such party in the entity data; an id of our own"
            )
            link = Link(0.5, "unsure" if known else "no", reason)
            found = FoundParty(entity_id("party", name, country), name, name, country, None, link)
        return self.found.setdefault(found.id, found).id
