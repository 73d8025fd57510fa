"""Bytes to text, within bounds, or a reason why they are none."""

from __future__ import annotations

from typing import BinaryIO

from charset_normalizer import from_bytes

from ingest.errors import NotAnArticle

# First bytes of the formats that people most often hand over by mistake, and what to do about it.
FOREIGN_FORMATS = {
    b"%PDF": "a PDF document; save its text first",
    b"PK\x03\x04": "a ZIP archive or office document; unpack it or save it as text first",
    b"\xd0\xcf\x11\xe0": "an old office document; save it as text first",
    b"\x1f\x8b": "compressed twice; unpack it once first",
}

BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


def bounded_bytes(stream: BinaryIO, most: int, advice: str) -> bytes:
    """All bytes of a stream. Raises `NotAnArticle`, without reading on, where there are more than `most`."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise NotAnArticle(f"larger than {most:,} bytes; {advice}")
    return data


def decoded(data: bytes) -> str:
    """The text of some bytes: UTF-8, UTF-16 with its mark, else the encoding that fits best.

    >>> decoded("Díaz-Canel".encode("utf-8-sig"))
    'Díaz-Canel'
    >>> decoded(b"%PDF-1.7 ...")
    Traceback (most recent call last):
    ...
    ingest.errors.NotAnArticle: a PDF document; save its text first
    """
    for signature, advice in FOREIGN_FORMATS.items():
        if data.startswith(signature):
            raise NotAnArticle(advice)
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data:
        raise NotAnArticle("binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotAnArticle(f"starts as {encoding} but is not; save it as UTF-8") from error


def _guessed(data: bytes) -> str:
    best = from_bytes(data).best()
    if best is None:
        raise NotAnArticle("neither UTF-8 nor text in another known encoding; save it as UTF-8")
    return str(best)
