"""The commands of this room: the API alone or with all that belongs to it, and what is running."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from cypher.connect import Endpoint
    from cypher.settings import DatabaseSettings


def up() -> None:
    """Run everything on this machine until Ctrl-C: the database, the API and a worker. Prints the addresses.

    The first start downloads the database, some 190 MB; later ones need no network.

    Example: demarche up
    """
    _serve(with_worker=True)


def serve() -> None:
    """Run the API alone until Ctrl-C. Posted articles wait until a worker reads them.

    Example: demarche serve
    """
    _serve(with_worker=False)


def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print the same as JSON, for scripts.")] = False,
) -> None:
    """Say what runs, where, and how much is in the graph. Starts nothing.

    Example: demarche status --json
    """
    import json

    from cypher.settings import DatabaseSettings

    found = _status(DatabaseSettings())
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False))
        return
    for name, value in _flat(found):
        typer.echo(f"{name:<22} {'-' if value is None else value}")


def mcp(
    url: Annotated[
        str | None,
        typer.Option(help="The API to ask, if it is not that of this machine; DEMARCHE_API_KEY opens it."),
    ] = None,
) -> None:
    """Serve assistants the questions of the API as tools, over standard input and output, until they end.

    Asks the API that runs for this data folder; where none runs, it opens the graph itself. Needs
    `pip install 'demarche[mcp]'`.

    Example: demarche mcp --url https://demarche.example.org
    """
    from app.assistants import serve_assistants
    from app.running import running_api
    from cypher.settings import DatabaseSettings

    serve_assistants(url or running_api(DatabaseSettings().home))


def _serve(with_worker: bool) -> None:
    from app.listening import address_of, listening_socket, serve_until_stopped
    from app.running import only_api
    from app.settings import AppSettings
    from app.workers import worker_beside
    from cypher.connect import database
    from cypher.opening import ready_graph
    from cypher.settings import DatabaseSettings

    settings, database_settings = AppSettings(), DatabaseSettings()
    with ExitStack() as stack:
        # What can fail at once comes first, before the database takes its seconds to start.
        listener = stack.enter_context(listening_socket(settings))
        url = address_of(listener)

        from app.main import create_app  # takes a second to load, which a taken port need not cost

        announce = stack.enter_context(only_api(database_settings.home))
        endpoint = stack.enter_context(database(database_settings))
        if with_worker:
            # Once, before API and worker would both do it and get into each other's way.
            stack.enter_context(ready_graph(database_settings))
            stack.enter_context(worker_beside())

        def ready() -> None:
            announce(url)
            _print_addresses(url, endpoint)

        serve_until_stopped(create_app(settings), listener, ready)


def _print_addresses(url: str, endpoint: Endpoint) -> None:
    lines = {
        "dashboard": url,
        "API": f"{url}/docs",
        "Neo4j Browser": endpoint.browser,
        "Neo4j (Bolt)": endpoint.uri,
        "user": endpoint.user,
        "password in": endpoint.password_file,
    }
    for name, value in lines.items():
        if value:
            typer.echo(f"{name:<14} {value}")
    typer.echo("Stop with Ctrl-C.")


def _status(settings: DatabaseSettings) -> dict[str, Any]:
    from importlib.metadata import version

    from app.running import running_api
    from cypher.connect import running_endpoint

    endpoint = running_endpoint(settings)
    schema, counts = _contents(endpoint) if endpoint else (None, None)
    return {
        "api": running_api(settings.home),
        "browser": endpoint.browser if endpoint else None,
        "neo4j": {
            "uri": endpoint.uri if endpoint else None,
            "user": endpoint.user if endpoint else None,
            "password_file": str(endpoint.password_file) if endpoint and endpoint.password_file else None,
        },
        "version": version("demarche"),
        "schema": schema,
        "counts": counts,
    }


def _contents(endpoint: Endpoint) -> tuple[int | None, dict[str, int] | None]:
    from dataclasses import asdict

    from cypher.errors import DemarcheDatabaseError
    from cypher.graph import open_graph
    from cypher.reads.counts import GRAPH_SIZE
    from cypher.schema import schema_version

    try:
        with open_graph(endpoint) as graph:
            graph.check_connection()
            size = graph.fetch_one(GRAPH_SIZE)
            return schema_version(graph), asdict(size) if size else None
    except DemarcheDatabaseError:
        return None, None  # whoever asks for the status of what is away gets an answer too


def _flat(value: dict[str, Any], prefix: str = "") -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = []
    for name, inner in value.items():
        if isinstance(inner, dict):
            rows += _flat(inner, f"{prefix}{name}.")
        else:
            rows.append((prefix + name, inner))
    return rows
