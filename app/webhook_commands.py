"""`demarche webhooks`: make, list, start again and forget what is told of new meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, get_args

import typer

from app.models.meetings import Status
from app.models.webhooks import Event
from app.settings import AppSettings
from app.webhooks.making import new_webhook, new_webhook_id
from cypher.audit import AuditEntry, by_command
from cypher.graph import Graph
from cypher.opening import ready_graph
from cypher.settings import DatabaseSettings
from cypher.webhooks import WEBHOOKS, Webhook, create_webhook, delete_webhook, revive_webhook

PROBLEM = 1

commands = typer.Typer(name="webhooks", help="Who is told of new meetings.", no_args_is_help=True)

WebhookId = Annotated[
    str, typer.Argument(metavar="WEBHOOK_ID", help="The id of the webhook.", show_default=False)
]


@commands.command()
def create(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="Where to POST the messages.", show_default=False)
    ],
    event: Annotated[
        list[str] | None,
        typer.Option(help="meeting.new (if not given), meeting.changed; may be given twice."),
    ] = None,
    person: Annotated[str | None, typer.Option(help="Only with the person of this id.")] = None,
    country: Annotated[str | None, typer.Option(help="Only with the country of this code.")] = None,
    place: Annotated[str | None, typer.Option(help="Only at the place of this id.")] = None,
    status: Annotated[list[str] | None, typer.Option(help="Only in this state; repeatable.")] = None,
) -> None:
    """Have an address told of new meetings, and print the secret of the signatures. It is shown once.

    Example: demarche webhooks create https://example.org/hook --country NOR --status held
    """
    entry = by_command("webhook.created", new_webhook_id())
    made = new_webhook(
        entry,
        url,
        _known("--event", event or ["meeting.new"], get_args(Event)),
        person=person,
        country=country,
        place=place,
        statuses=_known("--status", status or [], get_args(Status)),
        allow_private=AppSettings().webhooks_private,
    )
    with ready_graph(DatabaseSettings()) as graph:
        create_webhook(graph, made, entry)
    typer.echo(f"webhook {made.id} is live. Keep its secret: it is not shown again.", err=True)
    typer.echo(made.secret)


@commands.command("list")
def list_webhooks(
    as_json: Annotated[bool, typer.Option("--json", help="Print the same as JSON, for scripts.")] = False,
) -> None:
    """List all webhooks without their secrets, with how many messages wait for each.

    Example: demarche webhooks list
    """
    import json

    with ready_graph(DatabaseSettings()) as graph:
        webhooks = graph.fetch(WEBHOOKS)
    if as_json:
        typer.echo(json.dumps([_shown(webhook) for webhook in webhooks], ensure_ascii=False))
        return
    for webhook in webhooks:
        reason = f"  {webhook.reason}" if webhook.reason else ""
        typer.echo(f"{webhook.id}  {webhook.state:<4}  {webhook.waiting:>5} waiting  {webhook.url}{reason}")


@commands.command()
def revive(webhook: WebhookId) -> None:
    """Start a webhook again where it stopped: what never got through is tried anew.

    Example: demarche webhooks revive wh_3f2a90c41b7d
    """
    _change("revived", webhook, revive_webhook)


@commands.command()
def delete(webhook: WebhookId) -> None:
    """Forget a webhook and all that is on its way to it.

    Example: demarche webhooks delete wh_3f2a90c41b7d
    """
    _change("deleted", webhook, delete_webhook)


def _change(done: str, webhook: str, work: Callable[[Graph, str, AuditEntry], bool]) -> None:
    audit = by_command(f"webhook.{done}", webhook)
    with ready_graph(DatabaseSettings()) as graph:
        found = work(graph, webhook, audit)
    if not found:
        typer.echo(f"demarche webhooks: no webhook has the id {webhook}; see 'webhooks list'", err=True)
        raise typer.Exit(PROBLEM)
    typer.echo(f"{done} {webhook}")


def _known(option: str, given: list[str], known: tuple[str, ...]) -> list[str]:
    if unknown := sorted(set(given) - set(known)):
        raise typer.BadParameter(f"{option} {unknown[0]!r} is none of {', '.join(known)}")
    return given


def _shown(webhook: Webhook) -> dict[str, object]:
    return {
        "id": webhook.id,
        "url": webhook.url,
        "events": list(webhook.events),
        "person": webhook.person,
        "country": webhook.country,
        "place": webhook.place,
        "statuses": list(webhook.statuses),
        "state": webhook.state,
        "reason": webhook.reason,
        "created_at": webhook.created_at.isoformat(),
        "waiting": webhook.waiting,
    }
