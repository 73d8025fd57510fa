"""The parser behind one narrow door: text in, sentences with tags, heads and entity spans out.

Any pipeline that spaCy can load serves, by name or path; the default is the small English model. The rest
of the room only asks for `Document` and `Sentence`, so that another parser changes this file alone.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ingest.clean import Dateline, Segment, dateline_of, parser_text, segments
from ingest.records import Article
from ingest.settings import DEFAULT_MODEL

# Segments whose sentences report something. A headline may support but never decides: one headline in four of
# the newswire is cut, missing or an editor's note (`phenomena.md`), so it is not among them.
REPORTING = frozenset({"body", "caption"})

# The longest stretch handed to the parser at once, in characters: longer paragraphs are cut at a space, so
# that a file of one endless line costs memory in proportion to this and not to the file.
LONGEST_STRETCH = 20_000


_LINE_BREAKS = str.maketrans("\r\n", "  ")


class ModelMissing(RuntimeError):
    """Raised when the named spaCy model cannot be loaded; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of reporting. Token positions plus `offset` are positions in the article's text."""

    index: int
    span: Span
    offset: int
    paragraph: int

    @property
    def start(self) -> int:
        """First character of the sentence in the article's text."""
        return self.offset + self.span.start_char

    @property
    def end(self) -> int:
        """One past the last character of the sentence in the article's text."""
        return self.offset + self.span.end_char

    def position(self, token: Token) -> int:
        """First character of a token in the article's text."""
        return self.offset + token.idx


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its parsed sentences, in reading order."""

    article: Article
    dateline: Dateline | None
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of that name or path, loaded once a process.

    Raises:
        ModelMissing: when it is not installed, or was made for another spaCy.
    """
    try:
        if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
            package = importlib.import_module(name)
            model: Language = package.load()
            return model
        return spacy.load(name)
    except (ImportError, OSError, ValueError, AttributeError) as error:
        raise ModelMissing(
            f"The spaCy model {name!r} cannot be loaded ({error}). Install it with pip, or set "
            f"DEMARCHE_SPACY_MODEL to one that is installed; the default is {DEFAULT_MODEL}."
        ) from error


def parse(articles: Iterable[Article], model: Language, batch_size: int = 64) -> Iterator[Document]:
    """Parsed documents, one an article, in the order given. Batches do not change the result."""
    for article, stretches, dateline in ((a, *_stretches(a)) for a in articles):
        # A line break within a paragraph is where a line was full; the parser would end a sentence at it.
        texts = parser_text(article.text).translate(_LINE_BREAKS)
        docs = model.pipe((texts[start:end] for start, end in stretches), batch_size=batch_size)
        yield Document(article, dateline, tuple(_sentences(stretches, docs)))


def _stretches(article: Article) -> tuple[Sequence[tuple[int, int]], Dateline | None]:
    """The stretches of text to parse: paragraphs of reporting, long ones cut at a space."""
    found: list[tuple[int, int]] = []
    for segment in segments(article.text, article.title):
        if segment.kind in REPORTING:
            found.extend(_cut(article.text, segment))
    return found, dateline_of(article.text)


def _cut(text: str, segment: Segment) -> Iterator[tuple[int, int]]:
    start = segment.start
    while segment.end - start > LONGEST_STRETCH:
        space = text.rfind(" ", start + 1, start + LONGEST_STRETCH)
        end = space if space > start else start + LONGEST_STRETCH
        yield start, end
        start = end
    if start < segment.end:
        yield start, segment.end


def _sentences(stretches: Sequence[tuple[int, int]], docs: Iterable[Doc]) -> Iterator[Sentence]:
    index = 0
    for paragraph, ((start, _), doc) in enumerate(zip(stretches, docs, strict=True)):
        for span in doc.sents:
            if any(not token.is_space for token in span):
                yield Sentence(index, span, start, paragraph)
                index += 1
