"""Only the pinned files are used: what is missing or damaged is fetched, another one is refused."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from rich.console import Console

from cypher.errors import ChecksumError, DownloadError, HomeUnusableError
from cypher.server.jars import fetch_jars, missing_jars
from cypher.server.lock import Jar, read_lock, write_lock

NO_REPOSITORY = "http://127.0.0.1:1/"
CONTENTS = {"engine": b"an engine" * 50_000, "wheels": b"four wheels", "empty": b""}


@dataclass
class Repository:
    """A Maven repository of this machine that counts what it is asked for."""

    folder: Path
    url: str = ""
    requests: Counter[str] = field(default_factory=Counter)

    def put(self, jar: Jar, content: bytes) -> None:
        """Publish a file."""
        file = self.folder / jar.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and parts of files where a client asks for the rest of one."""

    def __init__(self, repository: Repository, *arguments: Any) -> None:
        self._repository = repository
        super().__init__(*arguments, directory=str(repository.folder))

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        self._repository.requests[f"{Path(self.path).name} {wanted}".strip()] += 1
        file = self._repository.folder / self.path.lstrip("/")
        if not wanted or not file.exists():
            super().do_GET()
            return
        rest = file.read_bytes()[int(wanted.removeprefix("bytes=").removesuffix("-")) :]
        self.send_response(206 if rest else 416)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest)

    def log_message(self, *_: Any) -> None:
        """Nothing is to be read on the terminal."""


@pytest.fixture
def jars() -> list[Jar]:
    return [
        Jar(
            group="org.example",
            artifact=name,
            version="1.0",
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
        )
        for name, content in CONTENTS.items()
    ]


@pytest.fixture
def repository(tmp_path: Path, jars: list[Jar]) -> Iterator[Repository]:
    repository = Repository(tmp_path / "repository")
    for jar in jars:
        repository.put(jar, CONTENTS[jar.artifact])
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, repository))
    repository.url = f"http://127.0.0.1:{server.server_port}/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield repository
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "a cache"


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cypher.server.jars.PAUSE_SECONDS", 0)


@pytest.fixture
def quiet() -> Console:
    return Console(file=io.StringIO())


def test_missing_jars_are_fetched_once(
    jars: list[Jar], repository: Repository, cache: Path, quiet: Console
) -> None:
    """The first call downloads all jars; the second one asks no network at all."""
    paths = fetch_jars(jars, cache, repository.url, quiet)
    assert [path.read_bytes() for path in paths] == list(CONTENTS.values())
    assert fetch_jars(jars, cache, NO_REPOSITORY, quiet) == paths
    assert set(repository.requests.values()) == {1}


def test_a_damaged_jar_is_fetched_again(
    jars: list[Jar], repository: Repository, cache: Path, quiet: Console
) -> None:
    """A jar of the right size with one wrong byte is replaced, and the others are left alone."""
    paths = fetch_jars(jars, cache, repository.url, quiet)
    paths[1].write_bytes(b"four wheelz")
    assert missing_jars(jars, cache) == [jars[1]]
    fetch_jars(jars, cache, repository.url, quiet)
    assert paths[1].read_bytes() == CONTENTS["wheels"]
    assert repository.requests == {"engine-1.0.jar": 1, "wheels-1.0.jar": 2, "empty-1.0.jar": 1}


def test_a_jar_that_is_not_the_pinned_one_is_refused(
    jars: list[Jar], repository: Repository, cache: Path, quiet: Console
) -> None:
    """Where the repository serves another file it is asked again, then refused, and no file of it stays."""
    repository.put(jars[1], b"five wheels")
    with pytest.raises(ChecksumError, match=r"wheels-1\.0\.jar") as caught:
        fetch_jars(jars, cache, repository.url, quiet)
    assert "DEMARCHE_MAVEN_REPOSITORY" in caught.value.what_to_do
    assert repository.requests["wheels-1.0.jar"] > 1
    assert not list(cache.rglob("wheels-*"))


def test_an_interrupted_download_goes_on_where_it_stopped(
    jars: list[Jar], repository: Repository, cache: Path, quiet: Console
) -> None:
    """Of a file whose first half is there only the rest is asked for."""
    target = cache / "jars" / jars[0].path
    target.parent.mkdir(parents=True)
    target.with_name("engine-1.0.jar.part").write_bytes(CONTENTS["engine"][:200_000])
    fetch_jars(jars, cache, repository.url, quiet)
    assert target.read_bytes() == CONTENTS["engine"]
    assert repository.requests["engine-1.0.jar bytes=200000-"] == 1
    assert repository.requests["engine-1.0.jar"] == 0


@pytest.mark.parametrize("left_over", [b"x" * 200_000, CONTENTS["engine"] + b"and more"])
def test_a_damaged_left_over_does_not_spoil_the_download(
    jars: list[Jar], repository: Repository, cache: Path, quiet: Console, left_over: bytes
) -> None:
    """A left-over that does not lead to the pinned file is thrown away, and all of it fetched."""
    target = cache / "jars" / jars[0].path
    target.parent.mkdir(parents=True)
    target.with_name("engine-1.0.jar.part").write_bytes(left_over)
    fetch_jars(jars, cache, repository.url, quiet)
    assert target.read_bytes() == CONTENTS["engine"]


def test_without_network_the_error_says_what_to_do(jars: list[Jar], cache: Path, quiet: Console) -> None:
    """A first start without network names the ways out: the network, a mirror, a server of one's own."""
    with pytest.raises(DownloadError) as caught:
        fetch_jars(jars, cache, NO_REPOSITORY, quiet)
    assert not isinstance(caught.value, ChecksumError)
    for way_out in ("network", "DEMARCHE_MAVEN_REPOSITORY", "NEO4J_URI"):
        assert way_out in caught.value.what_to_do


def test_a_repository_without_the_jar_is_named_in_the_error(
    jars: list[Jar], repository: Repository, cache: Path, quiet: Console
) -> None:
    """An answer of 404 gives an error with the address and the answer."""
    (repository.folder / jars[0].path).unlink()
    with pytest.raises(DownloadError, match=r"engine-1\.0\.jar could not be downloaded: the answer was 404"):
        fetch_jars(jars, cache, repository.url, quiet)


def test_a_cache_that_cannot_be_written_is_named_in_the_error(
    jars: list[Jar], repository: Repository, tmp_path: Path, quiet: Console
) -> None:
    """A cache folder that cannot be made gives an error that names the setting for another one."""
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(HomeUnusableError, match="DEMARCHE_CACHE"):
        fetch_jars(jars, tmp_path / "file" / "cache", repository.url, quiet)


def test_a_lock_file_keeps_what_is_written(jars: list[Jar], tmp_path: Path) -> None:
    """Reading a lock file gives the jars that were written, in their order."""
    write_lock(jars, tmp_path / "lock")
    assert list(read_lock(tmp_path / "lock")) == jars


def test_the_pinned_server_is_complete() -> None:
    """The lock of the package pins every jar by size and SHA-256, the server and the Browser among them."""
    jars = read_lock()
    assert {"neo4j", "neo4j-server", "neo4j-browser"} <= {jar.artifact for jar in jars}
    assert all(jar.size > 0 and len(bytes.fromhex(jar.sha256)) == 32 for jar in jars)
    assert len({jar.path for jar in jars}) == len(jars)
