"""Stops and kills Neo4j under load, starts it again, and tells how soon the API answers as before.

    python -m tests.app.restarts [TIMES]

A measurement, and so no test of the suite. Every second time Neo4j is killed, else it is stopped in order.
Everything runs in a temporary folder. The exit code is 1 if an answer was wrong.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.main import create_app
from app.settings import AppSettings
from cypher.connect import database
from cypher.server.layout import Layout
from cypher.server.state import read_state
from cypher.settings import DatabaseSettings
from tests.app.callers import callers, fill, on_a_port_of_its_own
from tests.app.conftest import client_of, settings_of
from tests.app.test_availability import ASKED

CALLERS = 16


async def run(times: int, home: Path, say: Callable[[str], None]) -> bool:
    """Whether no answer was wrong."""
    own = on_a_port_of_its_own(DatabaseSettings(home=home, neo4j_http_port=0, neo4j_memory="512M"))
    server = database(own)
    endpoint = await asyncio.to_thread(server.__enter__)
    fill(endpoint)
    try:
        async with client_of(create_app(AppSettings(), settings_of(endpoint))) as client:
            right = {path: (await client.get(path)).json() for path in ASKED}
            async with callers(client, right, each=CALLERS // len(ASKED)) as seen:
                for number in range(times):
                    await asyncio.sleep(2)
                    how = "killed" if number % 2 else "stopped"
                    if number % 2:
                        kill(home)
                    await asyncio.to_thread(server.__exit__, None, None, None)
                    await asyncio.sleep(1)
                    server = database(own)
                    began = time.monotonic()
                    await asyncio.to_thread(server.__enter__)
                    up = time.monotonic()
                    await seen.all_well()
                    again = time.monotonic() - up
                    say(
                        f"{how}: Neo4j was up after {up - began:.1f} s, all were answered {again:.1f} s later"
                    )
    finally:
        await asyncio.to_thread(server.__exit__, None, None, None)
    say(f"{CALLERS} callers: {seen.refused} times refused with 503, {len(seen.wrong)} answers wrong")
    say(f"longest wait {seen.longest:.1f} s")
    return not seen.wrong


def kill(home: Path) -> None:
    """End the Neo4j of a data folder as a loss of power would."""
    state = read_state(Layout(home).state_file)
    process = state.server.process() if state and state.server else None
    if process is None:
        raise RuntimeError("Neo4j does not run")
    process.kill()


if __name__ == "__main__":
    logging.disable(logging.INFO)
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    with tempfile.TemporaryDirectory(prefix="demarche-restarts-") as temporary:
        fine = asyncio.run(run(times, Path(temporary), lambda line: print(line, flush=True)))  # noqa: T201
    sys.exit(not fine)
