"""Invented worlds that stay: each is loaded once, and every measurement gets a copy of it.

    with world_database(World(people=100_000), 1_000_000, worlds=folder) as endpoint: ...

In the folder each world is a data folder whose name says all that what is in it follows from. Whoever changes
`cypher.invented.news` empties it. The schema may be older than this program: that of the copy is brought up
to date, as that of any graph is.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cypher.connect import Endpoint
from cypher.invented.loading import load_world
from cypher.invented.world import World
from cypher.ledger import RULES
from cypher.opening import passing_database
from cypher.server.client import stopped_server
from cypher.server.file_locks import lock
from cypher.settings import DatabaseSettings

_LOADING_SECONDS = 86_400.0
"""How long to wait for another program that loads the same world."""


@contextmanager
def world_database(
    world: World,
    meetings: int,
    worlds: Path | None = None,
    progress: Callable[[int], None] = lambda articles: None,
) -> Iterator[Endpoint]:
    """A database that holds a world with so many meetings, for a measurement that may change it.

    `worlds` is a folder of kept worlds, which is made if need be; without one, the world is loaded each
    time. `progress` is told of articles that are loaded.
    """

    def filled(settings: DatabaseSettings) -> None:
        if worlds is None:
            load_world(settings, world, meetings, progress)
        else:
            kept = kept_world(worlds, settings, world, meetings, progress)
            with stopped_server(kept):
                shutil.copytree(kept, settings.home, dirs_exist_ok=True)

    # The copy is beside what it is of: a folder for passing files may be too small for it.
    with passing_database(filled, within=worlds) as endpoint:
        yield endpoint


def kept_world(
    worlds: Path,
    settings: DatabaseSettings,
    world: World,
    meetings: int,
    progress: Callable[[int], None] = lambda articles: None,
) -> Path:
    """The data folder that holds this world, loaded by the memory of these settings if it is not there."""
    name = f"people-{len(world.people)}-meetings-{meetings}-seed-{world.seed}-rules-{RULES}"
    kept = worlds / name
    worlds.mkdir(parents=True, exist_ok=True)
    with lock(worlds / f"{name}.lock", timeout=_LOADING_SECONDS):
        if kept.is_dir():
            return kept
        # It gets its name once it is complete, so that a load that was interrupted is taken for none.
        with tempfile.TemporaryDirectory(prefix="loading-", dir=worlds) as folder:
            home = Path(folder) / "world"
            load_world(settings.model_copy(update={"home": home}), world, meetings, progress)
            with stopped_server(home):
                home.rename(kept)
    return kept
