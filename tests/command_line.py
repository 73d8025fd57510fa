"""The `demarche` command as a person runs it: a process of its own, in a data folder of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from cypher.connect import Endpoint

SECONDS = 120
COMMAND = (sys.executable, "-m", "app.cli")


@dataclass(frozen=True)
class CommandLine:
    """Runs commands with these settings and no others."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)

    @classmethod
    def on(cls, endpoint: Endpoint, home: Path) -> CommandLine:
        """Commands that use a database which runs already."""
        return cls(
            home,
            {
                "NEO4J_URI": endpoint.uri,
                "NEO4J_USERNAME": endpoint.user,
                "NEO4J_PASSWORD": endpoint.password.get_secret_value(),
                "NEO4J_DATABASE": endpoint.database,
            },
        )

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a command: ours without any setting, and then these."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "DEMARCHE_"))}
        kept |= {k: v for k, v in os.environ.items() if k in ("DEMARCHE_CACHE", "DEMARCHE_MAVEN_REPOSITORY")}
        return {**kept, "DEMARCHE_HOME": str(self.home), "DEMARCHE_PORT": "0", **self.settings}

    def run(self, *arguments: str, given: str | bytes = b"", **settings: str) -> Ended:
        """Run a command to its end; `given` is its standard input."""
        ended = subprocess.run(
            [*COMMAND, *arguments],
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            env={**self.environment, **settings},
            timeout=SECONDS,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    @contextmanager
    def running(
        self, *arguments: str, log: IO[bytes] | None = None, **settings: str
    ) -> Iterator[subprocess.Popen[bytes]]:
        """Run a command beside the test, and end it with Ctrl-C unless the test has ended it.

        One that writes much needs a `log`: it stands still once nobody reads what it wrote.
        """
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdout=log or subprocess.PIPE,
            stderr=log or subprocess.PIPE,
            env={**self.environment, **settings},
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            process.communicate(timeout=SECONDS)

    def status(self) -> dict[str, Any]:
        """What `demarche status --json` says."""
        found: dict[str, Any] = json.loads(self.run("status", "--json").output)
        return found

    def api(self, process: subprocess.Popen[bytes]) -> str:
        """The address of the API, once it answers."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            if process.poll() is not None:
                raise AssertionError(process.communicate()[1].decode())
            if url := self.status()["api"]:
                return str(url)
            time.sleep(0.2)
        raise AssertionError("the API did not come up")


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it wrote."""

    code: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        """Its output as one JSON document."""
        return json.loads(self.output)

    @property
    def lines(self) -> list[Any]:
        """Its output as JSON lines."""
        return [json.loads(line) for line in self.output.splitlines()]
