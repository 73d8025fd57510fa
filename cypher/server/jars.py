"""Bring the pinned jars into the cache: what is there and whole stays, nothing else is used."""

from __future__ import annotations

import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from cypher.errors import ChecksumError, DiskFullError, DownloadError
from cypher.server.file_locks import LockHeldError, lock
from cypher.server.layout import usable
from cypher.server.lock import Jar

AT_ONCE = 6
TRIES = 4
#: The pause after the first try; each further one is twice as long.
PAUSE_SECONDS = 0.2
_CHUNK = 1 << 18
# Another command may be at the same download, over a slow line.
_WAIT_FOR_OTHER_SECONDS = 3600.0

Advance = Callable[[int], None]


def jar_folder(cache: Path) -> Path:
    """Where the cache keeps jars; laid out like a Maven repository."""
    return cache / "jars"


def jar_paths(jars: Sequence[Jar], cache: Path) -> list[Path]:
    """The class path of the server, whether fetched yet or not."""
    return [jar_folder(cache) / jar.path for jar in jars]


def is_whole(jar: Jar, file: Path) -> bool:
    """Whether a file is the jar of the lock, byte for byte."""
    try:
        if file.stat().st_size != jar.size:
            return False
        with file.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False


def missing_jars(jars: Sequence[Jar], cache: Path) -> list[Jar]:
    """The jars that the cache lacks or holds damaged."""
    with ThreadPoolExecutor() as pool:
        whole = pool.map(is_whole, jars, jar_paths(jars, cache))
        return [jar for jar, good in zip(jars, whole, strict=True) if not good]


def fetch_jars(
    jars: Sequence[Jar], cache: Path, repository: str, console: Console | None = None
) -> list[Path]:
    """The files of all jars, each compared with its checksum; what is missing is downloaded.

    A download shows a progress bar on `console` (standard error), and goes on where an earlier one was broken
    off. No network is touched when everything is there. Raises DownloadError, ChecksumError, DiskFullError or
    HomeUnusableError.
    """
    paths = jar_paths(jars, cache)
    if not missing_jars(jars, cache):
        return paths
    folder = jar_folder(cache)
    with usable(folder):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        with lock(folder / "download.lock", timeout=_WAIT_FOR_OTHER_SECONDS):
            missing = missing_jars(jars, cache)  # another command may have fetched them meanwhile
            if missing:
                _download_all(missing, folder, repository, console or Console(stderr=True))
    except LockHeldError:
        raise DownloadError(
            "Another command has been downloading the database for an hour.",
            "End it, and run this one again.",
        ) from None
    return paths


def _download_all(jars: Sequence[Jar], folder: Path, repository: str, console: Console) -> None:
    total = sum(jar.size for jar in jars)
    if shutil.disk_usage(folder).free < total:
        raise DiskFullError(folder, total)
    columns = (
        TextColumn("Downloading Neo4j, once"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    given_up = threading.Event()
    limits = httpx.Limits(max_connections=AT_ONCE)
    with (
        Progress(*columns, console=console) as progress,
        httpx.Client(timeout=httpx.Timeout(30), limits=limits, follow_redirects=True) as client,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        bar = progress.add_task("", total=total)

        def advance(size: int) -> None:
            if given_up.is_set():
                raise DownloadError(
                    "The download was broken off.", "Run the command again; it goes on from there."
                )
            progress.advance(bar, size)

        # The largest first, so that the last minute is not one big file alone.
        largest_first = sorted(jars, key=lambda jar: -jar.size)
        downloads = [
            pool.submit(fetch_jar, jar, folder / jar.path, client, repository, advance)
            for jar in largest_first
        ]
        try:
            for download in downloads:
                download.result()
        except BaseException:
            given_up.set()
            pool.shutdown(cancel_futures=True)
            raise


def fetch_jar(jar: Jar, target: Path, client: httpx.Client, repository: str, advance: Advance) -> None:
    """Download one jar to its place, which it takes in one step when it is whole."""
    url = f"{repository.rstrip('/')}/{jar.path}"
    part = target.with_name(f"{target.name}.part")
    with usable(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        advance(part.stat().st_size if part.exists() else 0)
        for attempt in range(1, TRIES + 1):
            try:
                _append(part, client, url, advance)
            except httpx.HTTPError as error:
                if attempt == TRIES or not _may_pass(error):
                    raise _not_downloaded(url, error) from error
            else:
                if is_whole(jar, part):
                    part.replace(target)
                    return
                advance(-part.stat().st_size)
                part.unlink()
                if attempt == TRIES:
                    raise _not_the_same(url)
            time.sleep(PAUSE_SECONDS * 2 ** (attempt - 1))


def _may_pass(error: httpx.HTTPError) -> bool:
    """Whether another try can help: not where the repository says that it has no such file."""
    return not isinstance(error, httpx.HTTPStatusError) or error.response.is_server_error


def _append(part: Path, client: httpx.Client, url: str, advance: Advance) -> None:
    """Add what is missing to a partial file, or begin it anew where the repository cannot send a part."""
    have = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={have}-"} if have else {}
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            return  # all of it is there already; its checksum says whether it is any good
        response.raise_for_status()
        continued = response.status_code == httpx.codes.PARTIAL_CONTENT
        if not continued:
            advance(-have)
        with part.open("ab" if continued else "wb") as handle:
            for chunk in response.iter_bytes(_CHUNK):
                handle.write(chunk)
                advance(len(chunk))


def _not_downloaded(url: str, error: httpx.HTTPError) -> DownloadError:
    if isinstance(error, httpx.HTTPStatusError):
        reason = f"the answer was {error.response.status_code}"
    else:
        reason = str(error) or type(error).__name__
    return DownloadError(
        f"{url} could not be downloaded: {reason}.",
        "The first start needs the network. Check it, or name a mirror of Maven Central in "
        "DEMARCHE_MAVEN_REPOSITORY, or use another server with NEO4J_URI.",
    )


def _not_the_same(url: str) -> ChecksumError:
    return ChecksumError(
        f"{url} is not the file it should be: its checksum is not the one in the lock file.",
        "A proxy or mirror in between changes files. Name another one in DEMARCHE_MAVEN_REPOSITORY.",
    )
