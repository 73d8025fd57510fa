"""Finds what webhooks are to be told, and keeps at it until they have it.

What is promised: each webhook is told of every report that matches at least once, however often servers and
database stop in between. It may be told twice, with the same `webhook-id`, and not always in order. A try
that fails is repeated after the pauses of `PAUSES`, over three days; then the delivery is dead, and its
webhook stops.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from app.errors import AppError
from app.models.meetings import Meeting
from app.opening import GraphDoor
from app.settings import AppSettings
from app.webhooks.sending import Sent, send
from app.webhooks.signing import signed_headers
from cypher.errors import DemarcheDatabaseError
from cypher.reads.meetings import MEETING
from cypher.webhooks import (
    KEPT_DAYS,
    LEASE_SECONDS,
    MOST_WAITING,
    REPORTS_SINCE,
    WEBHOOKS,
    DueDelivery,
    Try,
    Webhook,
    forget_deliveries,
    lease_deliveries,
    plan_deliveries,
    settle_deliveries,
)

PAUSES = tuple(
    timedelta(seconds=seconds) for seconds in (5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
"""How long to wait after the first, second, ... try that failed. After the last one there is one more try."""

CLAIMS_AT_ONCE = 500
SENT_AT_ONCE = 20
SENTENCES = 20
"""How many sentences that state it a message has at most."""

log = structlog.get_logger("demarche.webhooks")


async def tell_webhooks(door: GraphDoor, settings: AppSettings) -> None:
    """Tell webhooks what they are to be told, until cancelled. While the database is away, wait for it."""
    while True:
        await asyncio.sleep(settings.webhook_seconds)
        try:
            if door.has_schema:
                await tell_once(door, settings)
        except (AppError, DemarcheDatabaseError) as error:
            log.warning("webhooks wait for the database", reason=type(error).__name__)
        except Exception:
            log.exception("webhooks failed this time")


async def tell_once(door: GraphDoor, settings: AppSettings) -> int:
    """Plan what is new and send what is due. Gives how many messages were tried."""
    webhooks = [one for one in await door.questions.rows(WEBHOOKS) if one.state == "live"]
    if not webhooks:
        return 0
    for webhook in webhooks:
        await _plan(door, webhook)
    now = datetime.now(UTC)
    until = now + timedelta(seconds=LEASE_SECONDS)
    due = await door.write(lease_deliveries, now, until, SENT_AT_ONCE)
    tries = await asyncio.gather(*(_try(door, settings, delivery) for delivery in due))
    await door.write(settle_deliveries, tries)
    await door.write(forget_deliveries, now - timedelta(days=KEPT_DAYS))
    return len(due)


async def _plan(door: GraphDoor, webhook: Webhook) -> None:
    if webhook.waiting >= MOST_WAITING:
        return
    reports = await door.questions.rows(
        REPORTS_SINCE,
        since=webhook.position,
        after=webhook.position_id,
        person=webhook.person,
        country=webhook.country,
        place=webhook.place,
        statuses=list(webhook.statuses),
        limit=CLAIMS_AT_ONCE,
    )
    await door.write(plan_deliveries, webhook, reports)


async def _try(door: GraphDoor, settings: AppSettings, delivery: DueDelivery) -> Try:
    meeting = await door.questions.row(MEETING, meeting=delivery.meeting, limit=SENTENCES)
    if meeting is None:
        # Its article was taken back, or it has become one with another meeting, which is told by itself.
        sent = Sent(True, True, "the meeting is no longer known")
    else:
        body = message(delivery, Meeting.model_validate(meeting).model_dump(mode="json"))
        headers = {
            "Content-Type": "application/json",
            **signed_headers(delivery.secret, delivery.id, datetime.now(UTC), body),
        }
        sent = await send(delivery.url, headers, body, allow_private=settings.webhooks_private)
    log.info("webhook tried", delivery=delivery.id, webhook=delivery.webhook, result=sent.result)
    return outcome(delivery, sent, datetime.now(UTC), PAUSES)


def message(delivery: DueDelivery, meeting: dict[str, Any]) -> bytes:
    """The body of a message: what happened, when we got to know it, and the meeting as it is known now."""
    content = {"type": delivery.event, "timestamp": delivery.at.isoformat(), "data": meeting}
    return json.dumps(content, ensure_ascii=False).encode()


def outcome(delivery: DueDelivery, sent: Sent, now: datetime, pauses: Sequence[timedelta]) -> Try:
    """What becomes of a delivery after a try."""
    if sent.is_delivered:
        return Try(delivery.id, delivery.webhook, "delivered", None, now, sent.result)
    if sent.is_final or delivery.attempts > len(pauses):
        return Try(delivery.id, delivery.webhook, "dead", None, now, sent.result)
    due_at = now + pauses[delivery.attempts - 1]
    return Try(delivery.id, delivery.webhook, "waiting", due_at, now, sent.result)
