"""Titles as data, and the role that a free title stands for in a country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.entities.countries import countries, country_phrases
from ingest.entities.tables import rows


@dataclass(frozen=True, slots=True)
class Title:
    """A title as read: its core in lower case, the general role, and what its modifiers mean.

    `modifiers` holds any of: former, acting, outgoing, elect, deputy.
    """

    core: str
    role: str
    modifiers: tuple[str, ...] = ()


@cache
def titles() -> dict[str, str]:
    """Title phrases in lower case, each with its general role."""
    return {row["phrase"]: row["role"] for row in rows("titles.csv")}


@cache
def title_modifiers() -> dict[str, str]:
    """Words before or after a title, with what they change; an empty meaning changes nothing."""
    return {row["phrase"]: row["meaning"] for row in rows("title_modifiers.csv")}


@cache
def honorifics() -> tuple[str, ...]:
    """Forms of address before a name, longest first; none of them says which office someone holds."""
    return tuple(
        sorted((row["phrase"] for row in rows("honorifics.csv")), key=lambda phrase: (-len(phrase), phrase))
    )


# Roles of who holds no office: candidates, wives of presidents, "billionaire".
_NO_OFFICE = frozenset({"honorific", "civilian", "candidate", "first_lady"})
_BEHIND_HEAD = re.compile(r" (?:of|for|to|in|without)(?: |$)")


@cache
def title_heads() -> frozenset[str]:
    """The words of all titles by which an office is told: "minister" of "minister of state for defence"."""
    return frozenset(
        _BEHIND_HEAD.split(phrase)[0].split()[-1]
        for phrase, role in titles().items()
        if role not in _NO_OFFICE
    )


# What a title of several meanings is in a given country; without the country the last word of the list.
_BY_COUNTRY: dict[str, tuple[dict[str, str | None], str | None]] = {
    "president": ({}, "head_of_state"),
    # Provinces and states of federations have premiers; national news does not mean the prime minister by it.
    "premier": ({"CAN": None, "AUS": None, "ZAF": None}, "head_of_government"),
    "chancellor": (
        {"DEU": "head_of_government", "AUT": "head_of_government", "GBR": "finance_minister"},
        None,
    ),
    "chief_executive": (
        {"HKG": "head_of_government", "MAC": "head_of_government", "AFG": "head_of_government"},
        None,
    ),
    "chief_minister": ({"GIB": "head_of_government"}, None),
    # In South Asia the foreign secretary is the ministry's first official, not the minister.
    "foreign_secretary": (
        {"IND": "foreign_secretary", "PAK": "foreign_secretary", "BGD": "foreign_secretary",
         "LKA": "foreign_secretary", "NPL": "foreign_secretary", "MDV": "foreign_secretary"},
        "foreign_minister",
    ),
    "secretary_of_state": ({"USA": "foreign_minister", "VAT": "head_of_government"}, None),
    "monarch": ({}, "head_of_state"),
    # Elsewhere the queen is the king's wife.
    "queen": ({"GBR": "head_of_state", "DNK": "head_of_state", "NLD": "head_of_state"}, "royal"),
    "pope": ({}, "head_of_state"),
    "supreme_leader": ({"PRK": "head_of_state"}, "supreme_leader"),
    "honorific": ({}, None),
    "chairman": ({}, None),
    "head": ({}, None),
    "secretary": ({}, None),
    "director": ({}, None),
    "civilian": ({}, None),
}  # fmt: skip

_DEPUTY_OF = {
    "head_of_government": "deputy_head_of_government",
    "premier": "deputy_head_of_government",
    "president": "vice_head_of_state",
    "foreign_minister": "deputy_foreign_minister",
    "foreign_secretary": "deputy_foreign_minister",
    "chairman": "vice_chairman",
    "speaker": "deputy_speaker",
    "secretary_general": "deputy_secretary_general",
    "national_security_adviser": "deputy_national_security_adviser",
}

_SPACE = re.compile(r"\s+")
_MINISTER = re.compile(
    r"^(?:[\w,&' -]+ minister|minister (?:of|for|in charge of) .+|secretary (?:of|for) .+|.+ secretary)$"
)


@lru_cache(maxsize=16384)
def read_title(text: str) -> Title | None:
    """The title that a phrase is, or None: "the former Deputy Prime Minister" is deputy head of government,
    former.

    >>> read_title("acting Foreign Minister")
    Title(core='foreign minister', role='foreign_minister', modifiers=('acting',))
    """
    phrase = _SPACE.sub(" ", text[:200].replace("’", "'")).strip(" ,.").lower().removeprefix("the ")
    modifiers: list[str] = []
    for ending in ("-elect", " elect", "-designate", " designate"):
        if phrase.endswith(ending):
            phrase = phrase.removesuffix(ending)
            modifiers.append("elect")
    while phrase:
        role = titles().get(phrase)
        if role:
            return _with_modifiers(phrase, role, modifiers)
        modifier = _leading_modifier(phrase)
        if modifier is None:
            break
        phrase = phrase[len(modifier) :].lstrip(" -")
        meaning = title_modifiers()[modifier]
        if meaning:
            modifiers.append(meaning)
    # "Minister of Defence of Estonia", as databases have it.
    head, _, rest = phrase.rpartition(" of ")
    if head and _is_state(rest) and (of_state := read_title(head)):
        return _with_modifiers(of_state.core, of_state.role, [*modifiers, *of_state.modifiers])
    head, _, rest = phrase.partition(" of ")
    role = titles().get(head)
    if rest and role not in (None, "minister", "secretary") and (role not in _RULERS or _is_state(rest)):
        return _with_modifiers(head, str(role), modifiers)
    if _MINISTER.match(phrase):
        return _with_modifiers(phrase, "minister", modifiers)
    return None


# The president of a bank, the leader of the house, the head of a school rule no state.
_RULERS = frozenset(
    {
        "president",
        "leader",
        "head",
        "chief",
        "head_of_government",
        "premier",
        "chancellor",
        "monarch",
        "chairman",
    }
)


@cache
def _states() -> frozenset[str]:
    named = {phrase.phrase.lower() for phrase in country_phrases() if phrase.via == "name"}
    return frozenset(
        named
        | {"republic", "state", "confederation", "government", "federation", "union", "council of ministers"}
    )


def _is_state(rest: str) -> bool:
    return rest.removeprefix("the ") in _states()


def _leading_modifier(phrase: str) -> str | None:
    found = [
        modifier
        for modifier in title_modifiers()
        if phrase.startswith(modifier)
        and (modifier.endswith("-") or phrase[len(modifier) : len(modifier) + 1] in (" ", "-"))
    ]
    return max(found, key=len, default=None)


def _with_modifiers(core: str, role: str, modifiers: list[str]) -> Title:
    if "deputy" in modifiers:
        if role.endswith("minister") and role not in _DEPUTY_OF:
            role = "deputy_minister"
        role = _DEPUTY_OF.get(
            role, role if role.startswith("deputy") or role.startswith("vice") else f"deputy_{role}"
        )
    return Title(core, role, tuple(dict.fromkeys(modifiers)))


@cache
def _leaders() -> dict[str, str]:
    return {country.iso3: country.leader for country in countries()}


def office_role(title: str, country: str | None = None) -> str | None:
    """The role that a title stands for in a country, or None where it stands for none or for too many.

    >>> office_role("Chancellor", "DEU"), office_role("Chancellor", "GBR"), office_role("Chancellor", "FRA")
    ('head_of_government', 'finance_minister', None)
    >>> office_role("leader", "IND"), office_role("Secretary of State", "USA"), office_role("Premier", "CHN")
    ('head_of_government', 'foreign_minister', 'head_of_government')
    """
    read = read_title(title)
    if read is None:
        return None
    role: str | None = read.role
    if role == "leader":
        return _leaders().get(country or "", None)
    if role in _BY_COUNTRY:
        special, otherwise = _BY_COUNTRY[role]
        role = special.get(country or "", otherwise)
    return role
