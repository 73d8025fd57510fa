"""A Wikidata JSON dump, or a part of one: an array with one entity a line, usually packed.

Taken: people (P31 human) who held a position (P39), parties (P31 political party). Positions are gathered
in a first pass for their labels and the state that they belong to (P1001 or P17). The English label is the
name; the English aliases and the labels in other languages are its other spellings.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.entities.importers.shape import (
    Imported,
    Malformed,
    country_code,
    label,
    labels,
    lines,
    some_day,
    without,
)
from ingest.entities.model import Office, Party, Person
from ingest.entities.shipped import role_of

_HUMAN = "Q5"
_PARTIES = frozenset({"Q7278", "Q233591", "Q6138528"})  # political party, and its commonest subclasses
_POSITIONS = frozenset(
    {"Q4164871", "Q294414", "Q48352", "Q2285706", "Q83307", "Q30461", "Q14212", "Q7330070", "Q121998", "Q116"}
)
_LANGUAGES = ("en", "mul", "fr", "es", "de", "pt", "ru", "uk", "ar", "zh", "tr", "fa")


def recognises(path: Path, head: str) -> bool:
    """Lines of items with claims."""
    return '"type":"item"' in head.replace(" ", "") or ('"claims"' in head and '"labels"' in head)


def read(path: Path) -> Iterator[Imported]:
    """People with their positions, and parties."""
    positions = {}
    for _, item in _items(path):
        if not isinstance(item, Malformed) and _is_position(item):
            of = next(filter(None, (country_code(state) for state in _states(item))), None)
            positions[item["id"]] = (_label(item), of)
    for where, item in _items(path):
        if isinstance(item, Malformed):
            yield item
            continue
        try:
            record = _record(item, positions)
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            record = Malformed(where, f"fields of another shape: {error}"[:200])
        if record is not None:
            yield record


def _items(path: Path) -> Iterator[tuple[str, dict[str, Any] | Malformed]]:
    for number, line in lines(path):
        where = f"line {number}"
        if isinstance(line, Malformed):
            yield where, line
            continue
        entity = line.rstrip(",")
        if entity in ("", "[", "]"):
            continue
        try:
            item = json.loads(entity)
        except (ValueError, RecursionError) as error:
            yield where, Malformed(where, f"no JSON: {error}"[:200])
            continue
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            yield where, Malformed(where, "no entity: it has no id")
            continue
        if item["id"].startswith("Q"):
            yield where, item


def _statements(item: dict[str, Any], property_id: str) -> Iterator[dict[str, Any]]:
    claims = item.get("claims")
    found = claims.get(property_id, []) if isinstance(claims, dict) else []
    for statement in found if isinstance(found, list) else []:
        if isinstance(statement, dict) and statement.get("rank") != "deprecated":
            yield statement


def _value(snak: object) -> str:
    """The id or time of a snak; empty for "no value" and for other kinds."""
    value = snak.get("datavalue", {}).get("value") if isinstance(snak, dict) else None
    if isinstance(value, dict):
        return str(value.get("id") or value.get("time") or "")
    return value if isinstance(value, str) else ""


def _values(item: dict[str, Any], property_id: str) -> list[str]:
    return [
        value for statement in _statements(item, property_id) if (value := _value(statement.get("mainsnak")))
    ]


def _qualifier(statement: dict[str, Any], property_id: str) -> str:
    snaks = statement.get("qualifiers", {}).get(property_id, [])
    return _value(snaks[0]) if snaks else ""


def _states(item: dict[str, Any]) -> list[str]:
    return [*_values(item, "P1001"), *_values(item, "P17")]


def _is_position(item: dict[str, Any]) -> bool:
    kinds = _values(item, "P31")
    return bool(_POSITIONS.intersection(kinds)) or (bool(_values(item, "P279")) and bool(_states(item)))


def _label(item: dict[str, Any]) -> str:
    names = item.get("labels")
    if not isinstance(names, dict):
        return ""
    for language in _LANGUAGES:
        entry = names.get(language)
        if isinstance(entry, dict) and label(entry.get("value")):
            return label(entry["value"])
    return ""


def _spellings(item: dict[str, Any]) -> tuple[str, ...]:
    found: list[str] = []
    aliases = item.get("aliases")
    if isinstance(aliases, dict):
        found.extend(label(entry.get("value")) for entry in aliases.get("en", []))
    names = item.get("labels")
    for language in _LANGUAGES:
        entry = names.get(language) if isinstance(names, dict) else None
        if isinstance(entry, dict):
            found.append(label(entry.get("value")))
    return labels(found)


def _record(item: dict[str, Any], positions: dict[str, tuple[str, str | None]]) -> Imported | None:
    kinds = _values(item, "P31")
    name = _label(item)
    is_person = _HUMAN in kinds and any(True for _ in _statements(item, "P39"))
    is_party = bool(_PARTIES.intersection(kinds))
    if not is_person and not is_party:
        return None
    if not name:
        return Malformed(item["id"], "no label")
    aliases = without(_spellings(item), name)
    if is_party:
        country = next(filter(None, map(country_code, _values(item, "P17"))), None)
        return Party(item["id"], name, aliases, country, item["id"])
    citizen = next(filter(None, map(country_code, _values(item, "P27"))), None)
    offices: list[Office] = []
    for statement in _statements(item, "P39"):
        title, of = positions.get(_value(statement.get("mainsnak")), ("", None))
        if title:
            of = of or citizen
            start = some_day(_qualifier(statement, "P580"))
            end = some_day(_qualifier(statement, "P582"), last=True)
            offices.append(
                Office(role_of(title, of), title, of, None, start, end, end is not None or start is not None)
            )
    country = citizen or next((office.country for office in offices if office.country), None)
    party = next((value for value in reversed(_values(item, "P102"))), None)
    return Person(item["id"], name, aliases, country, party, tuple(offices), item["id"])
