"""States and territories, and every phrase that stands for one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ingest.entities.model import Country, CountryPhrase, Via
from ingest.entities.tables import rows, several

# A phrase that several states share, first the one that news means by it unless the text says otherwise.
SHARED: dict[str, tuple[str, ...]] = {
    "Korea": ("KOR", "PRK"),
    "Korean": ("KOR", "PRK"),
    "Koreans": ("KOR", "PRK"),
    "Congo": ("COD", "COG"),
    "Congolese": ("COD", "COG"),
    "Dominican": ("DOM", "DMA"),
    "Dominicans": ("DOM", "DMA"),
    "Guinean": ("GIN", "GNB", "GNQ"),
    "Guineans": ("GIN", "GNB", "GNQ"),
    "Samoan": ("WSM", "ASM"),
    "Republic of China": ("TWN", "CHN"),
    "Panama City": ("PAN", "USA"),
}

# Names first: "Luxembourg" and "Kuwait" are states before they are anything else.
_ORDER: tuple[Via, ...] = ("name", "adjective", "demonym", "capital", "metonym")


@cache
def countries() -> tuple[Country, ...]:
    """All states and territories of the table, in its order."""
    metonyms: dict[str, list[str]] = {}
    for row in rows("country_metonyms.csv"):
        metonyms.setdefault(row["iso3"], []).append(row["term"])
    return tuple(
        Country(
            iso3=row["iso3"],
            name=row["name"],
            aliases=several(row["aliases"]),
            adjectives=several(row["adjectives"]),
            demonyms=several(row["demonyms"]),
            capitals=several(row["capitals"]),
            metonyms=tuple(metonyms.get(row["iso3"], ())),
            wikidata=row["wikidata"] or None,
            leader=row["leader"],
        )
        for row in rows("countries.csv")
    )


@cache
def country_phrases() -> tuple[CountryPhrase, ...]:
    """Every phrase that stands for a state, each once with its strongest kind."""
    weak = {row["phrase"] for row in rows("country_weak.csv")}
    found: dict[str, CountryPhrase] = {}
    for via in _ORDER:
        for country in countries():
            for phrase in _phrases(country, via):
                if phrase not in found:
                    iso3, *others = SHARED.get(phrase, (country.iso3,))
                    found[phrase] = CountryPhrase(phrase, iso3, via, phrase in weak, tuple(others))
    return tuple(found.values())


def _phrases(country: Country, via: Via) -> Iterator[str]:
    match via:
        case "name":
            yield country.name
            yield from country.aliases
        case "adjective":
            yield from country.adjectives
        case "demonym":
            yield from country.demonyms
        case "capital":
            yield from country.capitals
        case "metonym":
            yield from country.metonyms


@cache
def official_names() -> dict[str, str]:
    """ISO 3166's own names and codes, in lower case: asked last, since nobody writes them in news."""
    import pycountry

    names: dict[str, str] = {}
    for entry in pycountry.countries:
        for field in ("name", "official_name", "common_name", "alpha_3"):
            value = getattr(entry, field, None)
            if value:
                names.setdefault(value.casefold(), entry.alpha_3)
    return names


# Languages in which news names states; the names come from CLDR.
LANGUAGES = ("fr", "es", "pt", "de", "it", "ru", "uk", "tr", "ar", "fa", "zh", "ja", "ko", "id", "pl", "vi")


@cache
def translated_names() -> dict[str, str]:
    """Names of states in other languages, in lower case. Loaded when first asked for."""
    import pycountry
    from babel import Locale

    names: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            entry = pycountry.countries.get(alpha_2=code) if len(code) == 2 else None
            iso3 = "XKX" if code == "XK" else entry.alpha_3 if entry else None
            if iso3:
                names.setdefault(name.casefold(), iso3)
    return names
