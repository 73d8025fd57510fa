"""Webhooks: made, looked at, started again and forgotten. Needs the scope `write` throughout."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path

from app.dependencies import Audit, Door, Page, PresentGraph, Settings, page_by, writer_of
from app.errors import NotKnown
from app.models.webhooks import Delivery, DeliveryPage, NewWebhook, Webhook, WebhookIn, WebhookList
from app.naming import id_of
from app.problems import documented
from app.questions import Questions
from app.results.routes import ResultRoute
from app.texts import Text, moment_of_cursor
from app.webhooks.making import new_webhook, new_webhook_id
from cypher import webhooks as stored
from cypher.webhooks import DELIVERIES, WEBHOOK, WEBHOOKS

router = APIRouter(
    prefix="/webhooks", tags=["webhooks"], dependencies=[Depends(writer_of)], route_class=ResultRoute
)

WebhookPath = Annotated[
    Text,
    Path(
        alias="webhook",
        description="Id of a webhook.",
        examples=["wh_3f2a90c41b7d"],
        min_length=1,
        max_length=200,
    ),
]


@router.post("", status_code=201, responses=documented(400, 404, 409, 413))
async def create_webhook(
    graph: PresentGraph, door: Door, audit: Audit, settings: Settings, webhook: WebhookIn
) -> NewWebhook:
    """Be told of new meetings that match. The answer has the secret of the signatures, which is shown once.

    Messages are POSTed as Standard Webhooks has it: JSON with `type`, `timestamp` and `data` (the meeting as
    `/v1/meetings/{meeting}` shows it, without sides and history), and the headers `webhook-id`,
    `webhook-timestamp` and `webhook-signature` (`v1,` and HMAC-SHA256 over `id.timestamp.body` in base 64).
    Each is sent at least once: until an answer of the 200s, ten times over three days, with the same id. Then
    it is dead and stops the webhook; an answer of 410 stops it at once. Messages may come out of order.
    """
    entry = audit.entry("webhook.created", new_webhook_id())
    made = new_webhook(
        entry,
        webhook.url,
        webhook.events,
        person=webhook.person and await id_of(graph, "person", webhook.person),
        country=webhook.country and await id_of(graph, "country", webhook.country),
        place=webhook.place and await id_of(graph, "place", webhook.place),
        statuses=webhook.statuses,
        allow_private=settings.webhooks_private,
    )
    await door.write(stored.create_webhook, made, entry)
    audit.log(entry)
    shown = Webhook.model_validate(await _webhook(graph, made.id))
    return NewWebhook(**shown.model_dump(), secret=made.secret)


@router.get("")
async def list_webhooks(graph: PresentGraph) -> WebhookList:
    """All webhooks, without their secrets."""
    return WebhookList(items=[Webhook.model_validate(row) for row in await graph.rows(WEBHOOKS)])


@router.get("/{webhook}", responses=documented(404))
async def get_webhook(graph: PresentGraph, webhook: WebhookPath) -> Webhook:
    """One webhook: whether it is live, and how many messages wait for it."""
    return Webhook.model_validate(await _webhook(graph, webhook))


@router.delete("/{webhook}", status_code=204, responses=documented(404))
async def delete_webhook(door: Door, audit: Audit, webhook: WebhookPath) -> None:
    """Forget a webhook and all that is on its way to it."""
    entry = audit.entry("webhook.deleted", webhook)
    if not await door.write(stored.delete_webhook, webhook, entry):
        raise NotKnown("webhook", webhook)
    audit.log(entry)


@router.post("/{webhook}/revive", responses=documented(404))
async def revive_webhook(graph: PresentGraph, door: Door, audit: Audit, webhook: WebhookPath) -> Webhook:
    """Start a webhook again where it stopped: what never got through is tried anew, nothing is left out."""
    entry = audit.entry("webhook.revived", webhook)
    if not await door.write(stored.revive_webhook, webhook, entry):
        raise NotKnown("webhook", webhook)
    audit.log(entry)
    return Webhook.model_validate(await _webhook(graph, webhook))


@router.get("/{webhook}/deliveries", responses=documented(404))
async def list_deliveries(
    graph: PresentGraph, webhook: WebhookPath, page: Annotated[Page, page_by(str, str)]
) -> DeliveryPage:
    """The messages to a webhook, the latest first. Those that got through are kept for a week."""
    at, before_id = page.position or (None, None)
    await _webhook(graph, webhook)
    rows = await graph.rows(
        DELIVERIES, webhook=webhook, before_at=moment_of_cursor(at), before_id=before_id, limit=page.fetch
    )
    items, following = page.cut(rows, lambda row: (row.at.isoformat(), row.id))
    return DeliveryPage(items=[Delivery.model_validate(row) for row in items], next=following)


async def _webhook(graph: Questions, webhook: str) -> stored.Webhook:
    row = await graph.row(WEBHOOK, webhook=webhook)
    if row is None:
        raise NotKnown("webhook", webhook)
    return row
