"""Tables, archives and web archives give articles row by row, file by file and page by page."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ingest.records import Article
from ingest.sources import SetAside
from tests.ingest.sources.test_files import PAGE, TEXT, article, read, reason


def texts_and_reasons(path: Path) -> list[str]:
    return [item.text if isinstance(item, Article) else f"({item.line}) {item.reason}" for item in read(path)]


def test_a_table_is_an_article_a_row(tmp_path: Path) -> None:
    """Columns have any order and several names; a text may go over lines; what has no text is set aside."""
    path = tmp_path / "news.csv"
    path.write_text(
        'Date;Headline;Body;mood\n2025-03-04;Visit;"They met.\nTwice.";glad\n\n2025-03-05;None;;sad\n'
    )

    first, second = read(path)

    assert isinstance(first, Article)
    assert (first.text, first.title, first.published) == ("They met.\nTwice.", "Visit", date(2025, 3, 4))
    assert isinstance(second, SetAside)
    assert (second.line, second.reason) == (5, "empty: there is no text in it")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"title,date\nVisit,2025-03-04\n", "without a column of texts"),
        (b"text\n" + b"\xff\xfe\xfa" * 20, "UTF-8"),
        (b'text\n"' + b"a" * 700_000, "not CSV after line 2"),
        (b"", "without a column of texts"),
    ],
)
def test_a_table_that_cannot_be_read_is_set_aside(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(content)

    assert expected in reason(read(path))


def test_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    moment = datetime(2025, 3, 4, 23, 30, tzinfo=UTC)
    rows = {"content": [TEXT, None], "published_at": [moment, None], "id": [7, 8], "other": [1.0, 2.0]}
    pyarrow.parquet.write_table(pyarrow.table(rows), path)
    damaged = tmp_path / "damaged.parquet"
    damaged.write_bytes(path.read_bytes()[:-40])

    first, second = read(path)

    assert isinstance(first, Article)
    assert (first.id, first.text, first.published) == ("7", TEXT, date(2025, 3, 4))
    assert isinstance(second, SetAside)
    assert "damaged Parquet" in reason(read(damaged))


def test_an_archive_is_read_as_a_folder(tmp_path: Path) -> None:
    """Every file by its own kind, in the order of names; archives in archives and bombs are left packed."""
    path = tmp_path / "news.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.jsonl", '{"text": "Second."}\nno json\n')
        archive.writestr("a/a.txt", "First.")
        archive.writestr("a/z.txt.gz", gzip.compress(b"Third."))
        archive.writestr("__MACOSX/a.txt", "hidden")
        archive.writestr("c.zip", b"PK")
        archive.writestr("d.jsonl", b"\n" * 30_000_000)

    found = texts_and_reasons(path)

    assert [text for text in found if not text.startswith("(")] == ["First.", "Third.", "Second."]
    assert [text for text in found if text.startswith("(")] == [
        "(2) not JSON: Expecting value at character 1",
        "(None) an archive within an archive; unpack it first",
        "(None) unpacks to more than 200 times its size, as no text does",
    ]


def test_damaged_archives_are_set_aside(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a.txt", "First " * 50)
    (tmp_path / "cut.zip").write_bytes(whole.getvalue()[:-30])
    (tmp_path / "flipped.zip").write_bytes(whole.getvalue().replace(b"First First", b"First Worst", 1))
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b"\n" * 30_000_000))
    (tmp_path / "bomb.warc").write_bytes(b"WARC/1.0\r\nContent-Length: 9\r\nrubbish" * 9)

    assert "damaged ZIP" in reason(read(tmp_path / "cut.zip"))
    assert "damaged in its archive" in reason(read(tmp_path / "flipped.zip"))
    assert "200 times" in reason(read(tmp_path / "bomb.jsonl.gz"))


def test_a_web_archive_gives_its_pages_as_they_were(tmp_path: Path) -> None:
    """With their addresses. Pictures and failures in it are passed over; a bad page is set aside."""
    path = tmp_path / "CC-NEWS-20250304.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for url, status, kind, body in [
            ("https://fjord.example/1", "200 OK", "text/html; charset=utf-8", PAGE),
            ("https://fjord.example/2", "200 OK", "image/png", "x"),
            ("https://fjord.example/3", "404 Not Found", "text/html", PAGE),
            ("https://fjord.example/4", "200 OK", "text/html", "<html><body></body></html>"),
        ]:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            payload = io.BytesIO(body.encode())
            writer.write_record(writer.create_warc_record(url, "response", payload, http_headers=headers))

    first, second = read(path)

    found = article([first])
    assert (found.url, found.title, found.published) == (
        "https://fjord.example/1",
        "Minister visits Oslo",
        date(2025, 3, 3),
    )
    assert isinstance(second, SetAside)
    assert (second.source, second.line) == ("https://fjord.example/4", 4)

    path.write_bytes(path.read_bytes()[:-20])  # a download that broke off

    assert "damaged packed data" in reason(read(path)[-1:])
