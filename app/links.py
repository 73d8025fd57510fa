"""What can be asked next: which answers hold ids that other paths take, as links of the OpenAPI document.

Programs that make clients or tests of the document follow them; people see them in `/docs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Lead:
    """An id in the answers of some operations, and the operations that take it as `parameter`."""

    answers: tuple[str, ...]
    pointer: str
    parameter: str
    operations: tuple[str, ...]


_OF_PERSON = ("get_person", "list_contacts", "get_timeline")
_OF_MEETING = ("get_meeting", "list_meetings_of_summit")
_OF_COUNTRY = (
    "get_country", "list_partners", "list_representatives", "list_country_meetings", "list_country_contacts",
)  # fmt: skip
_OF_PARTY = ("get_party", "list_members", "list_party_contacts")
_OF_ARTICLE = ("get_article", "list_claims")
_FIRST = "/items/0/id"

LEADS = (
    Lead(("list_persons", "list_contacts", "list_members"), _FIRST, "path.person", _OF_PERSON),
    Lead(("get_person",), "/id", "path.person", _OF_PERSON),
    Lead(("list_persons",), _FIRST, "query.around", ("network_around",)),
    Lead(("list_meetings", "get_timeline", "list_country_meetings"), _FIRST, "path.meeting", _OF_MEETING),
    Lead(("list_meetings", "list_upcoming_meetings"), _FIRST, "query.meeting", ("why",)),
    Lead(("list_countries", "list_partners"), _FIRST, "path.country", _OF_COUNTRY),
    Lead(("list_parties", "list_party_contacts"), _FIRST, "path.party", _OF_PARTY),
    Lead(("list_articles", "search_articles"), _FIRST, "path.article", _OF_ARTICLE),
    Lead(("post_article",), "/id", "path.article", (*_OF_ARTICLE, "delete_article")),
    Lead(("list_decisions",), _FIRST, "path.decision", ("get_decision",)),
    Lead(("post_decision",), "/id", "path.decision", ("get_decision", "delete_decision")),
    Lead(
        ("create_webhook",),
        "/id",
        "path.webhook",
        ("get_webhook", "list_deliveries", "revive_webhook", "delete_webhook"),
    ),
)


def add_links(document: dict[str, Any]) -> None:
    """Add the links to the answers of an OpenAPI document."""
    operations = {
        operation["operationId"]: operation
        for path in document["paths"].values()
        for operation in path.values()
    }
    for lead in LEADS:
        for answer in lead.answers:
            given = next(
                response
                for status, response in operations[answer]["responses"].items()
                if status.startswith("2")
            )
            given.setdefault("links", {}).update(_links(lead, operations))


def _links(lead: Lead, operations: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for operation in lead.operations:
        yield (
            operation,
            {
                "operationId": operation,
                "parameters": {lead.parameter: f"$response.body#{lead.pointer}"},
                "description": operations[operation]["summary"],
            },
        )
