"""The lock file: which jars make up the local server, each pinned by its size and SHA-256."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict

LOCK_FILE = Path(__file__).with_name("jars.lock")


class Jar(BaseModel):
    """One file of a Maven repository."""

    model_config = ConfigDict(frozen=True)

    group: str
    artifact: str
    version: str
    classifier: str = ""
    size: int
    sha256: str

    @property
    def path(self) -> PurePosixPath:
        """Where a Maven repository keeps this file, from its base.

        >>> Jar(group="org.neo4j", artifact="neo4j", version="1", size=0, sha256="").path
        PurePosixPath('org/neo4j/neo4j/1/neo4j-1.jar')
        """
        classifier = f"-{self.classifier}" if self.classifier else ""
        name = f"{self.artifact}-{self.version}{classifier}.jar"
        return PurePosixPath(*self.group.split("."), self.artifact, self.version, name)


def read_lock(file: Path = LOCK_FILE) -> tuple[Jar, ...]:
    """The jars of a lock file, in its order, which is the order of the class path."""
    return tuple(Jar.model_validate(entry) for entry in json.loads(file.read_text(encoding="utf-8")))


def write_lock(jars: Iterable[Jar], file: Path = LOCK_FILE) -> None:
    """Write a lock file with one jar a line, so that a difference between two versions can be read."""
    lines = ",\n".join(jar.model_dump_json(exclude_defaults=True) for jar in jars)
    file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
