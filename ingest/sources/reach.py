"""How far a run has come in the files that it was given, in bytes: what tells how much time is left."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(slots=True)
class Reach:
    """Bytes read, and all there are; `total` is None where nobody knows, as on the web."""

    total: int | None = None
    done: int = 0

    def expect(self, paths: Iterable[Path]) -> None:
        """Count what these files hold."""
        self.total = sum(path.stat().st_size for path in paths if path.is_file())

    def open(self, path: Path) -> BinaryIO:
        """A file that counts as it is read, or read again."""
        return io.BufferedReader(_Counted(path, self))


class _Counted(io.FileIO):
    """A file whose reads are noted. However it is read, it counts once, and wholly when it is closed."""

    def __init__(self, path: Path, reach: Reach) -> None:
        super().__init__(path)
        self._reach, self._before = reach, reach.done

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]
        count = super().readinto(buffer)
        self._reach.done = max(self._reach.done, self._before + self.tell())
        return count

    def close(self) -> None:
        if not self.closed:
            self._reach.done = self._before + self.seek(0, io.SEEK_END)
        super().close()
