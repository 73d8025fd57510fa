"""Packed data that unfolds without end is given up: text packs to a tenth of its size."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from ingest.errors import NotAnArticle

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP_SIGNATURE = b"\x1f\x8b"
MOST_TIMES = 200
SMALL = 10_000_000
"""Bytes that may come out of anything."""
PACKED_ERRORS = (gzip.BadGzipFile, EOFError, zlib.error)
"""What reading damaged packed data raises."""


def damaged(error: Exception) -> str:
    """What to tell of packed data that raises one of `PACKED_ERRORS`."""
    return f"damaged packed data ({error}); pack it again"


def gunzip(packed: BinaryIO) -> io.BufferedReader:
    """The stream without its gzip. Reading raises `NotAnArticle` where it is damaged, or unfolds as no text
    does.
    """
    return io.BufferedReader(_Unfolding(packed))


class _Unfolding(io.RawIOBase):
    def __init__(self, packed: BinaryIO) -> None:
        self._packed = _Counted(packed)
        self._unpacked = gzip.GzipFile(fileobj=cast(BinaryIO, self._packed))
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        try:
            count = self._unpacked.readinto(buffer)
        except PACKED_ERRORS as error:
            # Some who read from this take an EOFError for the end, and what is missing for nothing.
            raise NotAnArticle(damaged(error)) from error
        self._size += count
        if self._size > SMALL and self._size > MOST_TIMES * self._packed.size:
            raise NotAnArticle(f"unpacks to more than {MOST_TIMES} times its size, as no text does")
        return count

    def close(self) -> None:
        self._packed.close()
        super().close()


class _Counted(io.RawIOBase):
    """A stream that knows how much of it was read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.size += len(data)
        return data

    def close(self) -> None:
        self._stream.close()
        super().close()
