"""A ZIP archive: every file in it, in the order of their names, as if they lay in a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from ingest.errors import NotAnArticle
from ingest.settings import IngestSettings
from ingest.sources.bombs import MOST_TIMES, SMALL
from ingest.sources.items import Item, Known, SetAside, Source

ItemsOf = Callable[[Source, Known, IngestSettings], Iterator[Item]]


def items(source: Source, known: Known, settings: IngestSettings, items_of: ItemsOf) -> Iterator[Item]:
    """What `items_of` gives for each file in it. Raises `NotAnArticle` where it is damaged or an office
    document, which is packed so.
    """
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            if "[Content_Types].xml" in archive.namelist() or "mimetype" in archive.namelist():
                raise NotAnArticle("an office document; save it as text first")
            for member in sorted(archive.infolist(), key=lambda member: member.filename):
                if not member.is_dir() and not _is_hidden(member.filename):
                    yield from _member(source, archive, member, known, settings, items_of)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise NotAnArticle(f"a damaged ZIP archive ({error})") from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise NotAnArticle("a ZIP archive is read from its end; give the file itself") from error


def _member(
    source: Source,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    known: Known,
    settings: IngestSettings,
    items_of: ItemsOf,
) -> Iterator[Item]:
    name = f"{source.name}/{member.filename}"
    if reason := _refusal(member):
        yield SetAside(name, None, reason)
        return
    try:
        # It ends where the archive says, so that what was checked above holds for what is read.
        yield from items_of(Source(name, lambda: cast(BinaryIO, archive.open(member))), known, settings)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield SetAside(name, None, f"damaged in its archive ({error})")


def _refusal(member: zipfile.ZipInfo) -> str | None:
    if member.flag_bits & 0x1:
        return "locked with a password; unpack it first"
    if member.filename.lower().endswith(".zip"):
        return "an archive within an archive; unpack it first"
    if member.file_size > SMALL and member.file_size > MOST_TIMES * max(1, member.compress_size):
        return f"unpacks to more than {MOST_TIMES} times its size, as no text does"
    return None


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
