"""Locks on files end with the process that took them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

import cypher
from cypher.server.file_locks import LockHeldError, lock

# Takes a lock, leaves a child that knows nothing of it, and waits to be killed.
_FORKS = """
import os, sys, time
from pathlib import Path
from cypher.server.file_locks import lock

with lock(Path(sys.argv[1]), shared=True):
    child = os.fork()
    if child == 0:
        time.sleep(60)
        os._exit(0)
    print(child, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a lock"


def test_a_lock_is_held_by_one_or_shared_by_many(file: Path) -> None:
    """Shared holders exclude an exclusive one, and let each other in."""
    with lock(file, shared=True), lock(file, shared=True), pytest.raises(LockHeldError), lock(file):
        pytest.fail("the lock is held")
    with lock(file), pytest.raises(LockHeldError), lock(file, shared=True):
        pytest.fail("the lock is held")


def test_whoever_waits_is_told_once_and_gets_the_lock(file: Path) -> None:
    """Waiting calls `on_wait` one time; the lock comes when the holder lets go."""
    told: list[str] = []
    with lock(file) as _:
        holder = lock(file, timeout=0.3, on_wait=lambda: told.append("waiting"))
        with pytest.raises(LockHeldError), holder:
            pytest.fail("the lock is held")
    assert told == ["waiting"]
    with lock(file, on_wait=lambda: told.append("again")):
        assert told == ["waiting"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_child_does_not_hold_its_killed_parents_lock(file: Path) -> None:
    """A worker process that outlives a killed command does not keep the server up."""
    root = str(Path(cypher.__file__).parent.parent)
    program = [sys.executable, "-c", _FORKS, str(file)]
    parent = subprocess.Popen(
        program, env=os.environ | {"PYTHONPATH": root}, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    try:
        with pytest.raises(LockHeldError), lock(file):
            pytest.fail("the parent holds the lock")
        parent.send_signal(signal.SIGKILL)
        parent.wait()
        with lock(file, timeout=10):  # on a busy machine the child comes to let go only later
            assert child.is_running()
    finally:
        child.kill()
        parent.stdout.close()
