"""What files give: articles, or in their place the reason why not."""

from __future__ import annotations

import gzip
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from ingest.errors import OneArticleOnly, SourceNotFound
from ingest.records import Article
from ingest.settings import IngestSettings
from ingest.sources import Item, Known, SetAside, items_from

TEXT = "OSLO, 3 March 2025 (ANP): The foreign minister of Norway met her guest from Ghana."

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Minister visits Oslo | The Fjord Post</title>
<meta property="og:title" content="Minister visits Oslo">
<meta property="og:site_name" content="The Fjord Post">
<meta property="article:published_time" content="2025-03-03T09:30:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Minister visits Oslo</h1>
<p>The foreign minister of Norway met her guest from Ghana on Monday in the capital, where both signed an
agreement on fisheries after two hours of talks.</p>
<p>They agreed to meet again in Accra in the autumn, when the two governments want to conclude a treaty.</p>
</article><footer>Copyright 2025 The Fjord Post. All rights reserved.</footer></body></html>"""


def read(place: Path | str, known: Known | None = None, **settings: int) -> list[Item]:
    return list(items_from([str(place)], known or Known(), IngestSettings(**settings)))


def article(items: list[Item]) -> Article:
    (item,) = items
    assert isinstance(item, Article), item
    return item


def reason(items: list[Item]) -> str:
    (item,) = items
    assert isinstance(item, SetAside), item
    return item.reason


def test_a_text_file_is_one_article_with_its_text_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("\ufeff" + TEXT + "\r\n\r\nMore.\n").encode())

    found = article(read(path, Known(published=date(2025, 3, 4), publisher="ANP")))

    assert found.text == TEXT + "\r\n\r\nMore.\n"
    assert (found.title, found.published, found.publisher) == (None, date(2025, 3, 4), "ANP")


def test_the_same_text_has_the_same_id_wherever_it_lies(tmp_path: Path) -> None:
    for name in ("a.txt", "b"):
        (tmp_path / name).write_text(TEXT)

    assert article(read(tmp_path / "a.txt")).id == article(read(tmp_path / "b")).id


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_other_encodings_is_decoded(tmp_path: Path, encoding: str) -> None:
    text = "Le président Díaz-Canel a reçu le ministre François Bouchér à l’hôtel Mañana – à São Paulo. " * 3
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))

    assert article(read(path)).text == text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x00\x01\x02\xff\xfe" * 100, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04 and so on", "ZIP"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_what_is_no_text_is_set_aside_with_the_reason(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)

    assert expected in reason(read(path))


def test_a_file_of_fifty_megabytes_is_set_aside_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    assert "larger than 2,000,000 bytes" in reason(read(path))


def test_an_article_longer_than_the_limit_names_the_setting(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("word " * 300)

    assert "DEMARCHE_MAX_ARTICLE_CHARACTERS" in reason(read(path, max_article_characters=1000))


@pytest.mark.parametrize("name", ["a.html", "page"])
def test_a_page_gives_its_text_title_day_and_publisher(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE)

    found = article(read(path, Known(url="https://fjord.example/1")))

    assert found.text.startswith("The foreign minister of Norway") or "Minister visits Oslo" in found.text
    assert "Copyright" not in found.text
    assert "Sport" not in found.text
    assert (found.title, found.published) == ("Minister visits Oslo", date(2025, 3, 3))
    assert (found.publisher, found.url) == ("The Fjord Post", "https://fjord.example/1")


def test_a_page_without_an_article_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body></body></html>")

    assert "without an article" in reason(read(path))


def test_each_json_line_gives_an_article_or_its_own_reason(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT, "id": 7, "published": "2025-03-03T22:00:00-05:00", "extra": 1}),
        '{"text": "broken',
        "",
        "[1, 2]",
        '{"title": "no text"}',
        '{"text": ""}',
        '{"text": "x", "published": "yesterday"}',
        json.dumps({"text": "Second.", "published": "", "title": None}),
    ]
    path = tmp_path / "a.jsonl"
    path.write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff\xfe"}\n')

    items = read(path)

    assert [item.line for item in items if isinstance(item, SetAside)] == [2, 4, 5, 6, 7, 9]
    first, *_, second, _ = items
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.published, second.published) == ("7", date(2025, 3, 3), None)
    reasons = [item.reason for item in items if isinstance(item, SetAside)]
    for reason_given, expected in zip(
        reasons, ["not JSON", "not a JSON object", "'text'", "empty", "'published'", "not UTF-8"], strict=True
    ):
        assert expected in reason_given


def test_half_a_surrogate_pair_is_replaced_one_for_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a\\ud83d b \\ud83d\\ude00 c"}\n')

    assert article(read(path)).text == "a\ufffd b \U0001f600 c"


def test_a_line_without_end_is_set_aside_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "' + "x" * 500_000 + '"}\n{"text": "Good."}\n')

    first, second = read(path, max_article_characters=1000)

    assert isinstance(first, SetAside)
    assert first.line == 1
    assert isinstance(second, Article)


@pytest.mark.parametrize("content", [[{"text": "One."}, 5], {"articles": [{"text": "One."}, {}]}])
def test_a_json_document_may_be_a_list_or_hold_one(tmp_path: Path, content: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content, indent=2))

    first, second = read(path)

    assert isinstance(first, Article)
    assert isinstance(second, SetAside)
    assert second.line == 2


def test_json_nested_without_end_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[" * 100_000)

    assert isinstance(read(path)[0], SetAside)


def test_packed_files_are_read_like_unpacked_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    (tmp_path / "c").write_bytes(gzip.compress(TEXT.encode()))

    assert [item.text for item in read(tmp_path) if isinstance(item, Article)] == [TEXT] * 3


def test_a_damaged_or_unfolding_packed_file_is_set_aside(tmp_path: Path) -> None:
    whole = gzip.compress(TEXT.encode() * 50)
    (tmp_path / "cut.txt.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "false.txt.gz").write_bytes(b"no gzip at all")
    (tmp_path / "vast.txt.gz").write_bytes(gzip.compress(b" " * 60_000_000))

    reasons = [item.reason for item in read(tmp_path) if isinstance(item, SetAside)]

    assert len(reasons) == 3
    assert ["damaged" in r for r in reasons] == [True, True, False]
    assert "larger than" in reasons[2]


def test_a_folder_gives_all_its_files_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)

    assert [item.text for item in read(tmp_path) if isinstance(item, Article)] == [
        "a.txt",
        "b.txt",
        "c/d.txt",
    ]


def test_a_link_that_leads_nowhere_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")

    assert "not a regular file" in reason(read(tmp_path))


def test_a_place_that_is_not_there_is_said_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        items_from([str(tmp_path / "missing.txt")], Known(), IngestSettings())


def test_one_id_cannot_be_that_of_a_whole_folder(tmp_path: Path) -> None:
    with pytest.raises(OneArticleOnly):
        items_from([str(tmp_path)], Known(id="1"), IngestSettings())


@pytest.mark.parametrize(
    ("given", "count"),
    [(TEXT, 1), ('{"text": "One."}\n{"text": "Two."}\n', 2), ('{\n  "text": "One."\n}', 1), (PAGE, 1)],
)
def test_standard_input_may_be_text_a_page_or_json(
    monkeypatch: pytest.MonkeyPatch, given: str, count: int
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))

    items = read("-")

    assert [type(item) for item in items] == [Article] * count
