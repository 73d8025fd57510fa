"""What the keeper tells the commands that wait for it: one small JSON file, replaced in one step."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import psutil
from pydantic import BaseModel, ConfigDict, ValidationError

from cypher.errors import DemarcheDatabaseError, restored
from cypher.server.layout import usable

Phase = Literal["starting", "ready", "stopping", "stopped", "failed"]

# The system computes the start of a process from its clock, which may be set meanwhile.
_CREATED_WITHIN_SECONDS = 2.0


class ProcessMark(BaseModel):
    """One process, told apart from a later one with the same number by when it began."""

    model_config = ConfigDict(frozen=True)

    pid: int
    created: float

    @classmethod
    def of(cls, pid: int) -> ProcessMark:
        """The mark of a running process."""
        return cls(pid=pid, created=psutil.Process(pid).create_time())

    def process(self) -> psutil.Process | None:
        """The process, if it still runs."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.created) < _CREATED_WITHIN_SECONDS
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None


class Failure(BaseModel):
    """An error of this room, written down by the keeper for the command that waits."""

    model_config = ConfigDict(frozen=True)

    kind: str
    message: str
    what_to_do: str
    log: str = ""

    @classmethod
    def of(cls, error: DemarcheDatabaseError) -> Failure:
        """An error in a form that can be written."""
        return cls(
            kind=type(error).__name__, message=error.message, what_to_do=error.what_to_do, log=error.log
        )

    def error(self) -> DemarcheDatabaseError:
        """The error again."""
        return restored(self.kind, self.message, self.what_to_do, self.log)


class State(BaseModel):
    """What a keeper says of itself and its server."""

    model_config = ConfigDict(frozen=True)

    phase: Phase
    keeper: ProcessMark
    server: ProcessMark | None = None
    bolt_port: int = 0
    http_port: int = 0
    failure: Failure | None = None

    @property
    def is_alive(self) -> bool:
        """Whether the keeper still looks after the server."""
        return self.phase not in ("stopped", "failed") and self.keeper.process() is not None

    @property
    def is_ready(self) -> bool:
        """Whether the server can be used."""
        return self.phase == "ready" and self.is_alive


def read_state(file: Path) -> State | None:
    """The last state that a keeper wrote, or None if there is none that can be read."""
    try:
        return State.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None


def write_state(state: State, file: Path) -> None:
    """Replace the state in one step, so that a reader sees the old or the new one."""
    new = file.with_suffix(".new")
    with usable(file.parent):
        new.write_text(state.model_dump_json(), encoding="utf-8")
        new.replace(file)
