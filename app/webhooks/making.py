"""Makes a webhook: what the route and the command give is checked, and gets an id and a secret."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from app.webhooks.sending import checked_url
from app.webhooks.signing import new_secret
from cypher.audit import AuditEntry
from cypher.webhooks import NewWebhook


def new_webhook_id() -> str:
    """An id that no webhook has."""
    return f"wh_{secrets.token_hex(6)}"


def new_webhook(
    entry: AuditEntry,
    url: str,
    events: Iterable[str],
    *,
    person: str | None,
    country: str | None,
    place: str | None,
    statuses: Iterable[str],
    allow_private: bool,
) -> NewWebhook:
    """The webhook that an entry of the audit names, made at its moment; `person` to `place` are ids.

    Raises `BadParameter` for an address that nothing may be sent to.
    """
    return NewWebhook(
        id=entry.target,
        url=checked_url(url, allow_private=allow_private),
        secret=new_secret(),
        events=tuple(sorted(set(events))),
        person=person,
        country=country,
        place=place,
        statuses=tuple(sorted(set(statuses))),
        created_at=entry.at,
    )
