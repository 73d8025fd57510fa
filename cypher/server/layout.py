"""Where the local server keeps what, inside the data folder."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cypher.errors import DiskFullError, HomeUnusableError


@dataclass(frozen=True, slots=True)
class Layout:
    """The files of one data folder. Nothing is made by asking for a path."""

    home: Path

    @property
    def server(self) -> Path:
        """The home folder of Neo4j."""
        return self.home / "neo4j"

    @property
    def data(self) -> Path:
        """The databases and their transaction logs."""
        return self.server / "data"

    @property
    def configuration(self) -> Path:
        """The folder of `neo4j.conf`, written anew at each start."""
        return self.server / "conf"

    @property
    def logs(self) -> Path:
        """What the server, Java and the keeper said."""
        return self.server / "logs"

    @property
    def console_log(self) -> Path:
        """The output of the Java process of the last start."""
        return self.logs / "console.log"

    @property
    def debug_log(self) -> Path:
        """What the server of the last start wrote about its inner life, one JSON object a line."""
        return self.logs / "debug.log"

    @property
    def keeper_log(self) -> Path:
        """The output of the keeper; empty unless it met something that it did not expect."""
        return self.logs / "keeper.log"

    @property
    def password_file(self) -> Path:
        """The password of the user `neo4j`, readable by the owner only."""
        return self.server / "password"

    @property
    def state_file(self) -> Path:
        """What the keeper says about itself and the server."""
        return self.server / "state.json"

    @property
    def clients_lock(self) -> Path:
        """Shared by all commands that use the server."""
        return self.server / "clients.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held by the one keeper of this folder."""
        return self.server / "keeper.lock"

    def make(self) -> None:
        """Make the folders, for the owner only; or raise HomeUnusableError or DiskFullError."""
        with usable(self.server):
            self.home.mkdir(parents=True, exist_ok=True)
            for folder in (self.server, self.configuration, self.logs):
                folder.mkdir(mode=0o700, exist_ok=True)


@contextmanager
def usable(folder: Path) -> Iterator[None]:
    """Turn the system's refusals to write in a folder into errors that say what to do."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError(folder) from error
        raise HomeUnusableError(folder, (error.strerror or str(error)).lower()) from error
