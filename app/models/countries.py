"""What the API says about countries and parties."""

from __future__ import annotations

from pydantic import Field

from app.models.common import Aliases, Answer, Evidence, FirstDay, LastDay, Page, Reference, Wikidata


class CountryInList(Answer):
    """One country of a list."""

    id: str = Field(description="ISO 3166-1 alpha-3.", examples=["CUB"])
    name: str = Field(description="Name of the country.", examples=["Cuba"])
    representatives: int = Field(description="How many offices of it the graph knows.", examples=[12])
    partners: int = Field(description="With how many countries it is a partner.", examples=[8])


class Country(CountryInList):
    """One country, and how much the graph knows."""

    aliases: Aliases
    parties: int = Field(description="How many of its parties the graph knows.", examples=[1])
    articles: int = Field(description="How many articles mention it.", examples=[35])


class Partner(Answer):
    """A country that is a partner of another, with the sentences that say so."""

    id: str = Field(description="ISO 3166-1 alpha-3.", examples=["RUS"])
    name: str = Field(description="Name of the country.", examples=["Russia"])
    kinds: list[str] = Field(
        description="By which relations: alliance, strategic_partnership, trade_partner and others.",
        examples=[["strategic_partnership"]],
    )
    claims: int = Field(description="How many claims state it.", examples=[4])
    first: FirstDay
    last: LastDay
    evidence: list[Evidence] = Field(description="The clearest sentences that state it, at most three.")


class Party(Reference):
    """A political party."""

    aliases: Aliases
    wikidata: Wikidata
    country: str | None = Field(
        description="Country that it is a party of, as ISO 3166-1 alpha-3, or null.", examples=["RUS"]
    )
    members: int = Field(description="How many of its members the graph knows.", examples=[5])


class CountryPage(Page[CountryInList]):
    """A page of countries, in the order of their codes."""


class PartnersPage(Page[Partner]):
    """A page of a country's partners, in the order of their codes."""

    country: Reference = Field(description="Whose partners these are.")


class PartyPage(Page[Party]):
    """A page of parties by name."""
