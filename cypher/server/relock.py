"""Pin another version of the local server: resolve its jars anew and write `jars.lock`.

    python -m cypher.server.relock [NEO4J_VERSION [BROWSER_VERSION]]

Run it by hand, when Neo4j has a new release; then run the tests and commit the lock file. It needs the
network, Maven Central and a few minutes. `jgo` resolves and downloads; each file is compared with the
checksum that the repository publishes beside it, and its SHA-256 is what later downloads are held to.
"""

from __future__ import annotations

import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import jgo

from cypher.server.lock import Jar, write_lock
from cypher.settings import DatabaseSettings

NEO4J = "2026.08.1"
BROWSER = "5.24.0"


def resolved_jars(neo4j: str, browser: str, repository: str) -> list[Jar]:
    """All jars that the server and the Browser need, sorted by their coordinates."""
    endpoint = "+".join(
        (
            f"org.neo4j:neo4j:{neo4j}",
            f"org.neo4j.app:neo4j-server:{neo4j}",
            f"org.neo4j.client:neo4j-browser:{browser}",
        )
    )
    artifacts = jgo.resolve(endpoint, repositories={"central": repository})
    with httpx.Client(base_url=repository, timeout=60) as client, ThreadPoolExecutor(4) as pool:
        jars = list(pool.map(lambda artifact: _pinned(artifact, client), artifacts))
    return sorted(jars, key=lambda jar: str(jar.path))


def _pinned(artifact: Any, client: httpx.Client) -> Jar:
    content = artifact.resolve().read_bytes()
    jar = Jar(
        group=artifact.groupId,
        artifact=artifact.artifactId,
        version=artifact.version,
        classifier=artifact.classifier or "",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    published = client.get(f"{jar.path}.sha1").raise_for_status().text.split()[0]
    if hashlib.sha1(content, usedforsecurity=False).hexdigest() != published:
        raise SystemExit(
            f"{jar.path} differs from the checksum that the repository publishes; remove it and retry"
        )
    return jar


def main() -> None:
    """Resolve the versions of the command line, or those in this file, and write the lock."""
    neo4j, browser = [*sys.argv[1:], *(NEO4J, BROWSER)[len(sys.argv) - 1 :]]
    jars = resolved_jars(neo4j, browser, DatabaseSettings().maven_repository)
    write_lock(jars)
    sys.stdout.write(f"{len(jars)} jars, {sum(jar.size for jar in jars) / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
