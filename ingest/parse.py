"""The parser behind one narrow door: text in, sentences with tags, heads and entity spans out.

Any pipeline that spaCy can load serves, by name or path; the default is the small English model. The rest
of the room only asks for `Document` and `Sentence`, so that another parser changes this file alone.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain, islice

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Span, Token

from ingest.clean import Dateline, Segment, dateline_of, parser_text, segments
from ingest.errors import ModelMissing
from ingest.lemmas import Lemmas, is_by_word
from ingest.records import Article
from ingest.settings import DEFAULT_MODEL
from ingest.titles import ABBREVIATED, HONORIFICS, SHORT_FORMS
from ingest.transitions import Transitions, is_greedy
from ingest.word_rules import WordRules

# Segments whose sentences report something. A headline may support but never decides: one headline in four of
# the newswire is cut, missing or an editor's note (`phenomena.md`), so it is not among them.
REPORTING = frozenset({"body", "caption"})

# The longest stretch handed to the parser at once, in characters: longer paragraphs are cut at a space, so
# that a file of one endless line costs memory in proportion to this and not to the file.
LONGEST_STRETCH = 20_000


# The parser keeps so many of the words that it meets first, as it need not take them apart again. All others
# it forgets after so many articles.
_KEPT_WORDS = 30_000
_REMEMBERED = 50

_LINE_BREAKS = str.maketrans("\r\n", "  ")


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
        raise ModelMissing.named(name, error) from error


# Short forms that stand before names, and end no sentence.
_BEFORE_NAMES = frozenset(word for word in HONORIFICS if word.endswith(".")) | frozenset(
    form.lower() for form in SHORT_FORMS
)

# "Deputy PM Tran Quoc Bao".
_OFFICES_IN_CAPITALS = frozenset(office.upper() for office in ABBREVIATED)

_Step = Callable[[Iterable[Doc]], Iterable[Doc]]
"""A component of a pipeline, from documents to documents."""


def parse(articles: Iterable[Article], model: Language) -> Iterator[Document]:
    """Parsed documents, one an article, in the order given.

    The parser sees the paragraphs of one article at a time: how its arithmetic rounds may depend on what it
    sees together, so no batch of articles and no number of processes can change a result.

    A document is valid until a later one is asked for: what the parser learns of new words is forgotten every
    few articles, so that a reader's memory does not grow with what it has read, once it knows the usual ones.
    """
    steps = _steps(model)
    remaining = iter(articles)
    for first in remaining:
        if len(model.vocab) < _KEPT_WORDS:
            yield _document(first, model, steps)
            continue
        with _forgetting(model):
            for article in chain((first,), islice(remaining, _REMEMBERED - 1)):
                yield _document(article, model, steps)


def _document(article: Article, model: Language, steps: Sequence[_Step]) -> Document:
    stretches, dateline = _stretches(article)
    # A line break within a paragraph is where a line was full; the parser would end a sentence at it.
    text = parser_text(article.text).translate(_LINE_BREAKS)
    docs: Iterable[Doc] = [model.make_doc(text[start:end]) for start, end in stretches]
    for step in steps:
        docs = step(docs)
    return Document(article, dateline, tuple(_sentences(stretches, docs)))


@contextmanager
def _forgetting(model: Language) -> Iterator[None]:
    """Words are kept as long as it lasts. Zones of spaCy do not nest: within one there is no other."""
    within = model.vocab.in_memory_zone  # type: ignore[attr-defined]  # missing in spaCy's stubs
    with nullcontext() if within else model.memory_zone():
        yield


# Verbs of the dictionary that stand in the way of the ones that news uses.
_NO_VERBS = frozenset({"din"})


@lru_cache(maxsize=2)
def _steps(model: Language) -> tuple[_Step, ...]:
    """The components of a pipeline in order, some of them in a form that is faster; the pipeline knows the
    short forms of titles by then, and ends no sentence at them.
    """
    _mend_lemmas(model)
    # A pipeline may bring a tokenizer that takes no exceptions.
    except_from_rules = getattr(model.tokenizer, "add_special_case", None)
    if except_from_rules is not None:
        for form in SHORT_FORMS:
            except_from_rules(form, [{"ORTH": form}])
    return tuple(faster(component) for _, component in model.pipeline)


def _mend_lemmas(model: Language) -> None:
    """Takes verbs that nobody uses from a lemmatizer of rules: "dined" is of "dine", not of "din".

    Its lists of words become sets, which it need not search from the beginning.
    """
    for _, component in model.pipeline:
        if isinstance(component, Lemmatizer) and component.lookups.has_table("lemma_index"):
            index = component.lookups.get_table("lemma_index")
            for part_of_speech, words in list(index.items()):
                index[part_of_speech] = frozenset(words)
            if "verb" in index:
                index["verb"] -= _NO_VERBS


def faster(component: Callable[[Doc], Doc]) -> _Step:
    """A component of a pipeline as a function from documents to documents, faster where we know how."""
    if isinstance(component, AttributeRuler):
        return WordRules(component).pipe
    if is_by_word(component):
        return Lemmas(component).pipe
    if is_greedy(component):
        return Transitions(component).pipe
    # A component is a function of one document, and may also have a form for many.
    many: _Step | None = getattr(component, "pipe", None)
    return many or partial(map, component)


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
        for span in _whole(doc):
            if any(not token.is_space for token in span):
                yield Sentence(index, span, start, paragraph)
                index += 1


def _whole(doc: Doc) -> Iterator[Span]:
    """The sentences of a document; one that ends in the short form of a title, or within a name, goes on in
    the next.
    """
    start: int | None = None
    for span in doc.sents:
        start = span.start if start is None else start
        if span.end < len(doc) and (doc[span.end - 1].lower_ in _BEFORE_NAMES or _breaks_name(doc, span.end)):
            continue
        yield doc[start : span.end]
        start = None


def _breaks_name(doc: Doc, end: int) -> bool:
    """Whether a sentence would end between two names with a mere space between them: "Tran Quoc | Bao"."""
    last, first = doc[end - 1], doc[end]
    named = (last.pos_ == "PROPN" and last.text.istitle()) or last.text in _OFFICES_IN_CAPITALS
    return (
        named
        and first.pos_ == "PROPN"
        and last.whitespace_ == " "
        and first.text.istitle()
        and end + 1 < len(doc)
        and doc[end + 1].text != ":"
    )
