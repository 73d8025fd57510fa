"""Commands that use the local server, as processes that a test can interrupt and kill."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import psutil

import cypher
from cypher.server.layout import Layout
from cypher.server.state import State, read_state

# What a command does: use the database until its standard input ends.
_PROGRAM = """
import json, sys
from cypher.connect import database
from cypher.settings import DatabaseSettings

with database(DatabaseSettings()) as endpoint:
    print(json.dumps({"uri": endpoint.uri, "browser": endpoint.browser}), flush=True)
    sys.stdin.read()
"""

_ROOT = str(Path(cypher.__file__).parent.parent)

# Nothing that a process with these settings asks of a network is answered.
WITHOUT_NETWORK = {
    "DEMARCHE_MAVEN_REPOSITORY": "http://127.0.0.1:1/no-repository",
    "http_proxy": "http://127.0.0.1:1",
    "https_proxy": "http://127.0.0.1:1",
}
MODEST = {
    "DEMARCHE_NEO4J_BOLT_PORT": "0",
    "DEMARCHE_NEO4J_HTTP_PORT": "0",
    "DEMARCHE_NEO4J_MEMORY": "512M",
    "DEMARCHE_NEO4J_PAGE_CACHE": "32M",
    "DEMARCHE_NEO4J_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1",
}


class Command:
    """One command at work on a data folder."""

    def __init__(self, home: Path, settings: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            env=os.environ | MODEST | dict(settings) | {"DEMARCHE_HOME": str(home), "PYTHONPATH": _ROOT},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def endpoint(self) -> dict[str, Any]:
        """Wait until the command has its database, and say which."""
        assert self._process.stdout is not None
        return dict(json.loads(self._process.stdout.readline()))

    def signal(self, number: int) -> int:
        """Send a signal to the command alone and wait for its end; its exit code."""
        self._process.send_signal(number)
        return self._process.wait(timeout=30)

    def kill(self) -> None:
        """End the command at once, whatever it does."""
        self._process.kill()
        self._process.communicate()


def state_of(home: Path) -> State:
    """What the keeper of a data folder last said."""
    state = read_state(Layout(home).state_file)
    assert state is not None
    return state


def server_of(home: Path) -> psutil.Process | None:
    """The Java process of a data folder, if it runs."""
    mark = state_of(home).server
    return mark.process() if mark else None


def comes_true(condition: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether a condition becomes true within some seconds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
