"""What can go wrong with entity data; each error says what to do next."""

from __future__ import annotations

from pathlib import Path


class EntityDataError(Exception):
    """Raised when entity data cannot be used as asked."""


class UnknownFormat(EntityDataError):
    """Raised when no importer recognises a file."""

    def __init__(self, path: Path, formats: tuple[str, ...]) -> None:
        self.path = path
        super().__init__(
            f"{path.name} is in no format that can be imported. Name its format with --format, one of: "
            f"{', '.join(formats)}; a CSV file needs a header with a `name` column."
        )


class UnreadableFile(EntityDataError):
    """Raised when a file cannot be opened or unpacked."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(
            f"{path.name} cannot be read: {reason}. Check that it exists, is complete and may be read."
        )


class DamagedStore(EntityDataError):
    """Raised when the file of imported entities cannot be opened."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(
            f"The imported entities in {path.name} cannot be read: {reason}. "
            "Delete that file and import again."
        )
