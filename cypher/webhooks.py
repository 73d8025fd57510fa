"""Who is told of new meetings: webhooks, and what is on its way to each.

A webhook reads the ledger on from its `position`, the moment and the id of the last claim that it has seen.
Moments rise in the order in which changes become visible, so that nothing is missed. What is to be told
becomes a delivery, whose id follows from what is told: planned twice, it is one. Deliveries are leased,
tried, and tried again; one that never gets through is `dead` and stops its webhook, which can be started
again from there without loss.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from cypher.audit import AuditEntry, write_audit
from cypher.catalog import Read, Write
from cypher.graph import Graph, Transaction

MOST_WAITING = 1_000
"""Deliveries that may wait for one webhook; while so many do, its position stays where it is."""
LEASE_SECONDS = 120
KEPT_DAYS = 7
"""How long deliveries that got through can be looked at."""

Event = Literal["meeting.new", "meeting.changed"]


@dataclass(frozen=True, slots=True)
class Webhook:
    """Whom to tell, of which meetings, and how far it has read. `state` is `live` or `dead`."""

    id: str
    url: str
    secret: str
    events: tuple[str, ...]
    person: str | None
    country: str | None
    place: str | None
    statuses: tuple[str, ...]
    state: str
    reason: str | None
    created_at: datetime
    position: datetime
    position_id: str
    waiting: int


@dataclass(frozen=True, slots=True)
class NewWebhook:
    """A webhook as it is made; it tells of what is recorded after `created_at`."""

    id: str
    url: str
    secret: str
    events: tuple[str, ...]
    person: str | None
    country: str | None
    place: str | None
    statuses: tuple[str, ...]
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """A claim that was recorded, and the meeting that it is about, if that matches.

    `is_new` says whether all that is known of the meeting came at that moment or later.
    """

    claim: str
    at: datetime
    meeting: str | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to tell one webhook: `waiting`, `delivered` or `dead`, and how the last try ended."""

    id: str
    webhook: str
    event: str
    meeting: str
    at: datetime
    state: str
    attempts: int
    due_at: datetime | None
    last_try_at: datetime | None
    last_result: str | None


@dataclass(frozen=True, slots=True)
class DueDelivery:
    """A leased delivery, and all that is needed to send it."""

    id: str
    event: str
    meeting: str
    at: datetime
    attempts: int
    webhook: str
    url: str
    secret: str


@dataclass(frozen=True, slots=True)
class Try:
    """How a try ended: `delivered`; `waiting` until `due_at`; or `dead`."""

    id: str
    webhook: str
    state: str
    due_at: datetime | None
    at: datetime
    result: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The webhook that was changed."""

    id: str


WEBHOOKS = Read("webhooks", Webhook)
WEBHOOK = Read("webhook", Webhook)
REPORTS_SINCE = Read("reports_since", Report)
DELIVERIES = Read("deliveries_of_webhook", Delivery)
take_webhook_lock = Write[None]("take_webhook_lock")
create = Write[None]("create_webhook")
delete = Write("delete_webhook", Changed)
revive = Write("revive_webhook", Changed)
plan = Write[None]("plan_deliveries")
lease = Write("lease_deliveries", DueDelivery)
settle = Write[None]("settle_deliveries")
forget = Write[None]("forget_deliveries")


def create_webhook(graph: Graph, webhook: NewWebhook, audit: AuditEntry) -> None:
    """Store a webhook and note who made it."""

    def work(transaction: Transaction) -> None:
        transaction.run(create, webhook=_stored(webhook))
        write_audit(transaction, audit)

    graph.transaction(work)


def delete_webhook(graph: Graph, webhook: str, audit: AuditEntry) -> bool:
    """Forget a webhook and all that is on its way to it. False if there is none of this id."""
    return _audited(graph, delete, webhook, audit)


def revive_webhook(graph: Graph, webhook: str, audit: AuditEntry) -> bool:
    """Start a dead webhook again where it stopped: what never got through is tried anew.

    False if there is none of this id.
    """
    return _audited(graph, revive, webhook, audit)


def plan_deliveries(graph: Graph, webhook: Webhook, reports: Sequence[Report]) -> None:
    """Turn what was recorded into deliveries, and move the webhook on behind it."""
    if not reports:
        return
    wanted: dict[str, dict[str, Any]] = {}
    for report in reports:
        event = "meeting.new" if report.is_new else "meeting.changed"
        if report.meeting is None or event not in webhook.events:
            continue
        # Several articles of one moment that say the same are told once.
        key = delivery_id(webhook.id, report.meeting, report.at)
        wanted.setdefault(key, {"id": key, "event": event, "meeting": report.meeting, "at": report.at})
    last = reports[-1]
    graph.transaction(
        lambda transaction: transaction.run(
            plan,
            webhook=webhook.id,
            deliveries=list(wanted.values()),
            position=last.at,
            position_id=last.claim,
        )
    )


def lease_deliveries(graph: Graph, now: datetime, until: datetime, limit: int) -> list[DueDelivery]:
    """Take what is due, the oldest first. No one else gets it until the lease is over."""

    def work(transaction: Transaction) -> list[DueDelivery]:
        transaction.run(take_webhook_lock)
        return transaction.fetch(lease, now=now, until=until, limit=limit)

    return graph.transaction(work)


def settle_deliveries(graph: Graph, tries: Sequence[Try]) -> None:
    """Note how tries ended; a webhook whose delivery is dead is stopped."""
    if tries:
        graph.transaction(lambda transaction: transaction.run(settle, tries=[asdict(one) for one in tries]))


def forget_deliveries(graph: Graph, before: datetime) -> None:
    """Forget what got through before a moment."""
    graph.transaction(lambda transaction: transaction.run(forget, before=before))


def delivery_id(webhook: str, meeting: str, at: datetime) -> str:
    """The id of what is told: the same for the same, whoever plans it."""
    told = f"{webhook}|{meeting}|{at.isoformat()}"
    return f"msg_{hashlib.sha256(told.encode()).hexdigest()[:24]}"


def _stored(webhook: NewWebhook) -> dict[str, Any]:
    properties = asdict(webhook)
    return {
        **properties,
        "events": list(webhook.events),
        "statuses": list(webhook.statuses),
        "state": "live",
        "position": webhook.created_at,
        "position_id": "",
    }


def _audited(graph: Graph, statement: Write[Changed], webhook: str, audit: AuditEntry) -> bool:
    def work(transaction: Transaction) -> bool:
        if transaction.fetch_one(statement, webhook=webhook) is None:
            return False
        write_audit(transaction, audit)
        return True

    return graph.transaction(work)
