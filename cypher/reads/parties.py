"""Questions about political parties."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party, the country (ISO 3166 alpha-3) that it is of, and how many members the graph knows."""

    id: str
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    country: str | None
    members: int


PARTIES = Read("parties", PartyRow)
PARTY = Read("party", PartyRow)
