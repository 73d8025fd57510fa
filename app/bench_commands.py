"""`demarche bench`: what the rooms have to measure, together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import ingest.commands

if TYPE_CHECKING:
    from app.bench_api import Measured

LEAST = 200
"""Fewer people or meetings make no world."""

commands = typer.Typer(help="Measure how fast this machine reads, writes and answers.", no_args_is_help=True)
commands.registered_commands += ingest.commands.bench.registered_commands


@commands.command("api")
def bench_api(
    people: Annotated[int, typer.Option(min=LEAST, help="How many people there are.")] = 2_000,
    meetings: Annotated[int, typer.Option(min=LEAST, help="How many meetings they have.")] = 4_000,
    rounds: Annotated[
        int, typer.Option(min=10, help="How many questions of a kind on one connection.")
    ] = 200,
    seconds: Annotated[float, typer.Option(min=0.1, help="For how long many connections ask at once.")] = 3.0,
    connections: Annotated[int, typer.Option(min=1, help="How many connections.")] = 16,
    growth: Annotated[
        bool, typer.Option("--growth", help="Ask a world a hundred times smaller as well, and compare.")
    ] = False,
    worlds: Annotated[Path | None, ingest.commands.WORLDS] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Measure answering: the API against the bare driver with the same Cypher, question by question.

    Runs on a database of its own in a temporary folder, never on yours. Times are in milliseconds: first on
    one connection, then on many at once. With `--growth`, `grown` says how many times longer an answer takes
    than on the small graph: about once, where the answer decides the cost.

    Example: demarche bench api --people 2000 --meetings 4000
    """
    import json
    from dataclasses import asdict

    from app.bench_api import measured_world
    from ingest.progress import progress

    with progress("articles") as advance:

        def measured(people: int, meetings: int) -> list[Measured]:
            return measured_world(
                people,
                meetings,
                rounds=rounds,
                seconds=seconds,
                connections=connections,
                worlds=worlds,
                progress=advance,
            )

        small = measured(max(LEAST, people // 100), max(LEAST, meetings // 100)) if growth else []
        found = measured(people, meetings)
    before = {one.question: one.api_alone.p50 for one in small}
    grown = {one.question: one.api_alone.p50 / before[one.question] for one in found if small}
    if as_json:
        typer.echo(json.dumps([asdict(one) | {"grown": grown.get(one.question)} for one in found]))
        return
    typer.echo(
        f"{'':<17} one connection: API p50   p99  bare p50  ratio  grown   {connections} connections: "
        "API p50   p99    /s  bare p50   p99    /s"
    )
    for one in found:
        api, bare, many, bare_many = one.api_alone, one.bare_alone, one.api_together, one.bare_together
        times = f"{grown[one.question]:6.2f}" if small else f"{'':6}"
        typer.echo(
            f"{one.question:<17} {api.p50:23.1f} {api.p99:5.1f} {bare.p50:9.1f} {one.ratio:6.2f} {times} "
            f"{many.p50:23.1f} {many.p99:5.1f} {many.per_second:5.0f} "
            f"{bare_many.p50:9.1f} {bare_many.p99:5.1f} {bare_many.per_second:5.0f}"
        )
