"""`demarche keys`: make, list and take back the keys of the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from app.keys import Scope, new_key
from cypher.audit import by_command
from cypher.keys import API_KEYS, ApiKey, create_api_key, revoke_api_key
from cypher.opening import ready_graph
from cypher.settings import DatabaseSettings

PROBLEM = 1

commands = typer.Typer(
    name="keys", help="The keys of the API: who may read and who may write.", no_args_is_help=True
)


@commands.command()
def create(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Whose key it is, or what for.", show_default=False)
    ],
    scope: Annotated[
        list[Scope] | None,
        typer.Option(help="What it may do: read, write; may be given twice. `read` if not given."),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(min=1, max=36_500, help="After how many days it ends. Not given: only when revoked."),
    ] = None,
) -> None:
    """Make a key and print it. This is the only time that it can be seen: the database keeps a digest.

    Example: demarche keys create dashboard --scope read --days 365
    """
    now = datetime.now(UTC)
    key = new_key()
    scopes = sorted({one.value for one in scope or [Scope.read]})
    expires_at = None if days is None else now + timedelta(days=days)
    with ready_graph(DatabaseSettings()) as graph:
        create_api_key(
            graph,
            key.id,
            name,
            scopes,
            key.digest,
            expires_at,
            by_command("key.created", key.id, now),
        )
    typer.echo(
        f"key {key.id} for {name} may {' and '.join(scopes)}. Keep it: it is not shown again.", err=True
    )
    typer.echo(key.token)


@commands.command("list")
def list_keys(
    as_json: Annotated[bool, typer.Option("--json", help="Print the same as JSON, for scripts.")] = False,
) -> None:
    """List all keys, also those that ended, without their secrets.

    Example: demarche keys list
    """
    import json

    with ready_graph(DatabaseSettings()) as graph:
        keys = graph.fetch(API_KEYS)
    now = datetime.now(UTC)
    if as_json:
        typer.echo(json.dumps([_shown(key, now) for key in keys], ensure_ascii=False))
        return
    for key in keys:
        shown = _shown(key, now)
        until = f"until {shown['expires_at']}" if shown["expires_at"] else ""
        typer.echo(f"{key.id}  {shown['state']:<8} {'+'.join(key.scopes):<11} {key.name}  {until}".rstrip())


@commands.command()
def revoke(
    key: Annotated[str, typer.Argument(metavar="KEY_ID", help="The id of the key.", show_default=False)],
) -> None:
    """Take a key back. Running APIs refuse it within five seconds.

    Example: demarche keys revoke 3f2a90c41b7d
    """
    audit = by_command("key.revoked", key)
    with ready_graph(DatabaseSettings()) as graph:
        found = revoke_api_key(graph, key, audit)
    if not found:
        typer.echo(
            f"demarche keys revoke: no key has the id {key}, or it was revoked before; see 'keys list'",
            err=True,
        )
        raise typer.Exit(PROBLEM)
    typer.echo(f"revoked {key}")


def _shown(key: ApiKey, now: datetime) -> dict[str, object]:
    state = "revoked" if key.revoked_at else "live" if key.is_live(now) else "expired"
    return {
        "id": key.id,
        "name": key.name,
        "scopes": list(key.scopes),
        "state": state,
        "created_at": key.created_at.isoformat(),
        "expires_at": key.expires_at.isoformat() if key.expires_at else None,
    }
