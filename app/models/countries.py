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


class HostAndGuest(Answer):
    """Held meetings of two countries in person, and on whose soil they were."""

    meetings: int = Field(description="How often they met.", examples=[14])
    first: FirstDay
    last: LastDay
    hosted: int = Field(description="How often in the country asked about.", examples=[6])
    visited: int = Field(description="How often in the other country.", examples=[3])
    elsewhere: int = Field(description="How often in a third country.", examples=[4])
    place_unknown: int = Field(description="How often nobody says in which country.", examples=[1])


class CountryContact(HostAndGuest):
    """A country with which another met."""

    id: str = Field(description="ISO 3166-1 alpha-3.", examples=["RUS"])
    name: str = Field(description="Name of the country.", examples=["Russia"])


class Balance(HostAndGuest):
    """Host and guest of two countries."""

    country: Reference = Field(description="The country asked about.")
    other: Reference = Field(description="The other country.")
    balance: int = Field(
        description="`hosted` less `visited`: above zero for a country that rather receives.", examples=[3]
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


class PartyContact(Reference):
    """A party whose members met members of another."""

    country: str | None = Field(
        description="Country that it is a party of, as ISO 3166-1 alpha-3, or null.", examples=["CUB"]
    )
    contacts: int = Field(description="How many pairs of members met.", examples=[4])
    meetings: int = Field(description="How often, summed over these pairs.", examples=[9])
    first: FirstDay
    last: LastDay


class CountryContactsPage(Page[CountryContact]):
    """A page of the countries with which a country met, those with most meetings first."""

    country: Reference = Field(description="Whose contacts these are.")


class PartyContactsPage(Page[PartyContact]):
    """A page of the parties whose members a party's own met, those with most pairs first."""

    party: Reference = Field(description="Whose contacts these are.")


class PartyPage(Page[Party]):
    """A page of parties by name."""
