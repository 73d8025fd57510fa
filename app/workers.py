"""The worker as a child process of `demarche up`: started again when it dies, and never left behind."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

# The child holds the other end of this pipe. The system closes ours with this process, even after `kill -9`,
# and the child takes the end of its input as the sign to stop.
COMMAND = (sys.executable, "-m", "app.cli", "worker", "--until-input-ends")

STOP_SECONDS = 30
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 60.0

_log = structlog.get_logger("app.workers")


@contextmanager
def worker_beside() -> Iterator[None]:
    """Keep one worker running while the block runs."""
    stop = threading.Event()
    keeper = threading.Thread(target=_keep_running, args=(stop,), name="worker-keeper", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join(STOP_SECONDS + 5)


def _keep_running(stop: threading.Event) -> None:
    pause = FIRST_PAUSE_SECONDS
    while not stop.is_set():
        # In a session of its own, so that Ctrl-C in the terminal reaches us alone, and we end it.
        child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 - our own
        while not stop.wait(0.5) and child.poll() is None:
            pass
        if stop.is_set():
            _end(child)
            return
        _log.error("worker_died", exit_code=child.returncode, started_again_in_seconds=pause)
        stop.wait(pause)
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.stdin:
        child.stdin.close()
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
