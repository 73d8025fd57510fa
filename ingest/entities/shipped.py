"""The tables that come with the program, as records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from ingest.entities.folding import entity_id, fold
from ingest.entities.model import Membership, Office, Organization, Party, Person
from ingest.entities.tables import day, rows, several, tables_folder
from ingest.entities.titles import office_role

# Who is in office is known up to this day; later ones are asked of people who may have left since.
AS_OF = date(2025, 11, 30)

# What an office is called where the table gives no title of its own.
_TITLES = {
    "head_of_state": "President",
    "head_of_government": "Prime Minister",
    "foreign_minister": "Minister of Foreign Affairs",
    "defence_minister": "Minister of Defence",
    "finance_minister": "Minister of Finance",
    "vice_head_of_state": "Vice President",
    "deputy_head_of_government": "Deputy Prime Minister",
    "crown_prince": "Crown Prince",
    "first_lady": "First Lady",
    "speaker": "Speaker of Parliament",
    "national_security_adviser": "National Security Adviser",
    "supreme_leader": "Supreme Leader",
    "opposition_leader": "Leader of the Opposition",
    "rebel_leader": "Rebel leader",
    "ambassador": "Ambassador",
    "envoy": "Special Envoy",
    "spokesperson": "Spokesperson",
}


# People of a state that broke up are people of the one that followed; their offices stay those of the old
# state.
_LIVES_ON_IN = {"YUG": "SRB", "SCG": "SRB", "SUN": "RUS", "CSK": "CZE", "DDR": "DEU"}


def _slug_organization(name: str) -> str:
    return _organization_ids().get(name) or entity_id("organization", name)


@cache
def _organization_ids() -> dict[str, str]:
    return {
        row["name"]: entity_id("organization", row["name"], wikidata=row["wikidata"] or None)
        for row in rows("organizations.csv")
    }


@cache
def shipped_organizations() -> tuple[Organization, ...]:
    """Organisations of states, with their members."""
    members: dict[str, list[Membership]] = {}
    for row in rows("organization_members.csv"):
        member = Membership(row["iso3"], day(row["start"]), day(row["end"], last=True))
        members.setdefault(row["organization"], []).append(member)
    return tuple(
        Organization(
            id=_organization_ids()[row["name"]],
            name=row["name"],
            aliases=several(row["aliases"]),
            kind=row["kind"],
            seat=row["seat"],
            members=tuple(members.get(row["name"], ())),
            wikidata=row["wikidata"] or None,
        )
        for row in rows("organizations.csv")
    )


@cache
def shipped_parties() -> tuple[Party, ...]:
    """Parties of the table, in its order."""
    return tuple(
        Party(
            id=entity_id("party", row["name"], row["country"], row["wikidata"] or None),
            name=row["name"],
            aliases=several(row["aliases"]),
            country=row["country"],
            wikidata=row["wikidata"] or None,
        )
        for row in rows("parties.csv")
    )


def _offices() -> list[tuple[str, str, Office]]:
    """Name, country and office of every line, in the order of files and lines."""
    found: list[tuple[str, str, Office]] = []
    for file in sorted(
        entry.name for entry in (tables_folder() / "offices").iterdir() if entry.name.endswith(".csv")
    ):
        for row in rows(f"offices/{file}"):
            country = row["country"]
            office = Office(
                role=row["role"],
                title=row["title"] or _TITLES.get(row["role"], row["role"].replace("_", " ").capitalize()),
                country=country or None,
                organization=_slug_organization(row["organization"]) if row.get("organization") else None,
                start=day(row["start"]),
                end=day(row["end"], last=True),
            )
            found.append((row["name"], country, office))
    return found


@cache
def shipped_people() -> tuple[Person, ...]:
    """People of the tables. One name in one country is one person; a line without country joins its
    namesake.
    """
    people: dict[tuple[str, str], Person] = {}
    by_name: dict[str, list[tuple[str, str]]] = {}
    parties = {(party.country, party.name): party.id for party in shipped_parties()}

    def key_of(name: str, country: str) -> tuple[str, str]:
        folded, country = fold(name), _LIVES_ON_IN.get(country, country)
        known = by_name.setdefault(folded, [])
        if (folded, country) in known:
            return folded, country
        if not country and len(known) == 1:
            return known[0]
        if country and (folded, "") in known:
            # The line that named no country came first: it is this one's.
            known.remove((folded, ""))
            people[folded, country] = replace(people.pop((folded, "")), country=country)
        known.append((folded, country))
        return folded, country

    for row in rows("people.csv"):
        key = key_of(row["name"], row["country"])
        wikidata = row["wikidata"] or None
        people[key] = Person(
            id="",
            name=row["name"],
            aliases=several(row["aliases"]),
            country=row["country"] or None,
            party=parties.get((row["country"], row["party"])),
            wikidata=wikidata,
        )
    for name, country, office in _offices():
        key = key_of(name, country)
        person = people.get(key) or Person(id="", name=name, country=key[1] or None)
        people[key] = replace(person, offices=(*person.offices, office))
    return tuple(_with_id(person) for person in people.values())


def _with_id(person: Person) -> Person:
    offices = tuple(sorted(person.offices, key=lambda office: (str(office.start or ""), office.role)))
    return replace(
        person, id=entity_id("person", person.name, person.country, person.wikidata), offices=offices
    )


def role_of(title: str, country: str | None) -> str:
    """The role of an imported free title, "official" where the lexicon does not know it."""
    return office_role(title, country) or "official"
