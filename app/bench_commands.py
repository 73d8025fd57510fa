"""`demarche bench`: what the rooms have to measure, together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import ingest.commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.bench_api import Measured
    from app.bench_growth import Grown

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
    one connection, then on many at once. With `--growth`, questions with answers of one size are asked of
    both worlds in turns: `times` is about 1 where the answer decides the cost, and not the graph.

    Example: demarche bench api --people 2000 --meetings 4000
    """
    import json
    from dataclasses import asdict

    from ingest.progress import progress

    with progress("articles") as advance:
        found, grown = _measured(people, meetings, rounds, seconds, connections, growth, worlds, advance)
    if as_json:
        both = {"found": [asdict(one) for one in found], "grown": [asdict(one) for one in grown]}
        typer.echo(json.dumps(both))
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
    if grown:
        typer.echo(
            f"\n{'answers of one size':<21} small p50  large p50  times  pairs  bytes: small  large  "
            "accesses: small  large"
        )
    for row in grown:
        times = (
            f"{row.small.p50:10.1f} {row.large.p50:10.1f} {row.times:6.2f}"
            if row.small and row.large
            else f"{'-':>10} {'-':>10} {'-':>6}"
        )
        typer.echo(
            f"{row.question:<21} {times} {len(row.pairs):6} {row.bytes_small:13} {row.bytes_large:6} "
            f"{row.accesses_small:16} {row.accesses_large:6}"
        )


def _measured(
    people: int,
    meetings: int,
    rounds: int,
    seconds: float,
    connections: int,
    growth: bool,
    worlds: Path | None,
    advance: Callable[[int], None],
) -> tuple[list[Measured], list[Grown]]:
    import asyncio
    import tempfile

    from app.bench_api import measure
    from app.bench_growth import compare
    from app.bench_questions import loaded_world

    with (
        tempfile.TemporaryDirectory(prefix="demarche-bench-") as temporary,
        loaded_world(people, meetings, worlds, advance) as large,
    ):
        home = Path(temporary)
        found = asyncio.run(measure(large, home, rounds=rounds, seconds=seconds, connections=connections))
        if not growth:
            return found, []
        with loaded_world(max(LEAST, people // 100), max(LEAST, meetings // 100), worlds, advance) as small:
            return found, asyncio.run(compare(small, large, home, rounds))
