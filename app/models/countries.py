"""What the API says about countries and parties."""

from __future__ import annotations

from pydantic import Field

from app.models.common import Aliases, Answer, Evidence, FirstDay, LastDay, Page, Reference, Sources, Wikidata
from app.models.persons import Since, Until


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
    independent_sources: Sources
    first: FirstDay
    last: LastDay
    evidence: list[Evidence] = Field(description="The clearest sentences that state it, at most three.")


class Representative(Reference):
    """Someone who holds or held an office of a country, with sentences that say so."""

    title: str = Field(description="Title of the office.", examples=["Foreign Minister"])
    post: str | None = Field(
        description="The role, whatever its title, if one person at a time has it; or null.",
        examples=["foreign_minister"],
    )
    since: Since
    until: Until
    terms: list[str] = Field(
        description="The terms in office as EDTF intervals; `..` is an open end.",
        examples=[["2012-05-07/2018-05-07", "2024-05-07/.."]],
    )
    first: FirstDay
    last: LastDay
    reported: bool = Field(
        description="Whether articles from before and from after the day say so; if not, it follows from the "
        "term alone.",
        examples=[True],
    )
    claims: int = Field(description="How many claims state it.", examples=[4])
    independent_sources: Sources
    evidence: list[Evidence] = Field(
        description="The clearest sentences about it, at most three; status `ended` calls it over."
    )


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


class RepresentativesPage(Page[Representative]):
    """A page of those who represent a country, in the order of their ids."""

    country: Reference = Field(description="Whose representatives these are.")


class PartyPage(Page[Party]):
    """A page of parties by name."""
