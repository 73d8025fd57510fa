"""Records as JSON for the store, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from ingest.entities.model import Membership, Office, Organization, Party, Person


def dumped(record: Person | Party | Organization) -> str:
    """The record as JSON, without what is empty."""
    return json.dumps(_compact(asdict(record)), ensure_ascii=False, separators=(",", ":"))


def _compact(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _compact(one) for key, one in value.items() if one not in (None, (), [], "")}
    if isinstance(value, list | tuple):
        return [_compact(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def person_from(text: str) -> Person:
    """A person of the store."""
    row = json.loads(text)
    offices = tuple(_office(office) for office in row.get("offices", ()))
    return Person(
        row["id"],
        row["name"],
        tuple(row.get("aliases", ())),
        row.get("country"),
        row.get("party"),
        offices,
        row.get("wikidata"),
    )


def _office(row: dict[str, Any]) -> Office:
    return Office(
        row.get("role", "official"),
        row.get("title", ""),
        row.get("country"),
        row.get("organization"),
        _day(row.get("start")),
        _day(row.get("end")),
        row.get("end_known", True),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def party_from(text: str) -> Party:
    """A party of the store."""
    row = json.loads(text)
    return Party(
        row["id"], row["name"], tuple(row.get("aliases", ())), row.get("country"), row.get("wikidata")
    )


def organization_from(text: str) -> Organization:
    """An organisation of the store."""
    row = json.loads(text)
    members = tuple(
        Membership(member["iso3"], _day(member.get("start")), _day(member.get("end")))
        for member in row.get("members", ())
    )
    return Organization(
        row["id"],
        row["name"],
        tuple(row.get("aliases", ())),
        row.get("kind", ""),
        row.get("seat", ""),
        members,
        row.get("wikidata"),
    )
