"""`demarche bench`: what the rooms have to measure, together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import ingest.commands

commands = typer.Typer(help="Measure how fast this machine reads, writes and answers.", no_args_is_help=True)
commands.registered_commands += ingest.commands.bench.registered_commands


@commands.command("api")
def bench_api(
    people: Annotated[int, typer.Option(min=200, help="How many people there are.")] = 2_000,
    meetings: Annotated[int, typer.Option(min=200, help="How many meetings they have.")] = 4_000,
    rounds: Annotated[
        int, typer.Option(min=10, help="How many questions of a kind on one connection.")
    ] = 200,
    seconds: Annotated[float, typer.Option(min=0.1, help="For how long many connections ask at once.")] = 3.0,
    connections: Annotated[int, typer.Option(min=1, help="How many connections.")] = 16,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Measure answering: the API against the bare driver with the same Cypher, question by question.

    Runs on a database of its own in a temporary folder, never on yours. Times are in milliseconds: first on
    one connection, then on many at once.

    Example: demarche bench api --people 2000 --meetings 4000
    """
    import asyncio
    import json
    import tempfile
    from dataclasses import asdict

    from app.bench_api import load_world, measure
    from cypher.connect import database
    from cypher.graph import open_graph
    from cypher.invented.world import World
    from cypher.schema import apply_schema
    from cypher.settings import DatabaseSettings
    from ingest.progress import progress

    world = World(people=people)
    with tempfile.TemporaryDirectory(prefix="demarche-bench-") as folder:
        home = Path(folder)
        local = {"home": home, "uri": None, "neo4j_bolt_port": 0, "neo4j_http_port": 0}
        with database(DatabaseSettings().model_copy(update=local)) as endpoint:
            with open_graph(endpoint) as graph, progress("articles") as advance:
                apply_schema(graph)
                load_world(graph, world, meetings, advance)
            found = asyncio.run(
                measure(endpoint, home, world, rounds=rounds, seconds=seconds, connections=connections)
            )
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found]))
        return
    typer.echo(
        f"{'':<17} one connection: API p50   p99  bare p50  ratio   {connections} connections: "
        "API p50   p99    /s  bare p50   p99    /s"
    )
    for one in found:
        api, bare, many, bare_many = one.api_alone, one.bare_alone, one.api_together, one.bare_together
        typer.echo(
            f"{one.question:<17} {api.p50:23.1f} {api.p99:5.1f} {bare.p50:9.1f} {one.ratio:6.2f} "
            f"{many.p50:23.1f} {many.p99:5.1f} {many.per_second:5.0f} "
            f"{bare_many.p50:9.1f} {bare_many.p99:5.1f} {bare_many.per_second:5.0f}"
        )
