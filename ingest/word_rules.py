"""The attribute ruler of a spaCy pipeline, with the outcome of its rules for single words remembered.

The small English model has some two hundred rules that turn a tag into a part of speech, nearly all of which
look at one word alone. spaCy tries each rule on each token, which takes as long as parsing. The outcome of
such rules is the same wherever the same word has the same tag and dependency, so it is looked up after the
first time, and set for a whole document at once. What is set stays what the ruler itself would set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from spacy.attrs import (  # type: ignore[import-not-found]  # spaCy has no stubs for it
    DEP,
    LEMMA,
    MORPH,
    POS,
    TAG,
)
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

# What a rule may ask of its one word to be remembered, and how it may ask.
_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
_COMPARISONS = frozenset({"IN", "NOT_IN"})

# What rules of one word may set to have it set for a whole document at once.
_SET = [TAG, POS, MORPH, LEMMA, DEP]

_Match = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Which rules a word meets, by number and name, and what all of them together set: columns of `_SET`."""

    rules: tuple[tuple[int, int], ...]
    columns: tuple[tuple[int, int], ...]


class WordRules:
    """Does what an attribute ruler does. It takes the rules as they are when it is made."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._alone = Matcher(ruler.vocab)
        self._others = Matcher(ruler.vocab)
        # Words that rules name. All other words behave alike, which keeps what is remembered small.
        self._named: set[int] = set()
        self._outcomes: dict[tuple[int, int, int, int], _Outcome] = {}
        for number, rule in enumerate(ruler.patterns):
            # The ruler itself calls its rules by their number.
            key = str(number)
            patterns = cast(list[list[dict[str, Any]]], rule["patterns"])
            sets_simply = set(ruler.attrs[number]) <= set(_SET)
            if sets_simply and all(len(pattern) == 1 and _is_simple(pattern[0]) for pattern in patterns):
                self._alone.add(key, patterns)
                words = {word for pattern in patterns for word in _words(pattern[0])}
                self._named.update(ruler.vocab.strings.add(word) for word in words)
            else:
                self._others.add(key, patterns)

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The same documents with their attributes set, one by one."""
        for doc in docs:
            outcomes = self._outcomes_of(doc)
            others = self._others(doc, allow_missing=True) if len(self._others) else []
            if others:
                self._ruler.set_annotations(doc, self._matches(outcomes, others))  # type: ignore[no-untyped-call]
            else:
                _set_all(doc, outcomes)
            yield doc

    def _outcomes_of(self, doc: Doc) -> list[_Outcome]:
        found = []
        for position, (lower, tag, dep, space) in enumerate(doc.to_array(_ASKED).tolist()):
            key = (lower if lower in self._named else 0, tag, dep, space)
            outcome = self._outcomes.get(key)
            if outcome is None:
                outcome = self._outcomes[key] = self._tried(doc, position)
            found.append(outcome)
        return found

    def _matches(self, outcomes: Iterable[_Outcome], others: Iterable[tuple[int, int, int]]) -> list[_Match]:
        """What the ruler's own matcher would find, for the documents in which words decide together."""
        found = [
            (number, name, position, position + 1)
            for position, outcome in enumerate(outcomes)
            for number, name in outcome.rules
        ]
        found.extend((self._number(name), name, start, end) for name, start, end in others)
        # Later rules have precedence.
        found.sort()
        return found

    def _tried(self, doc: Doc, position: int) -> _Outcome:
        matches = self._alone(doc[position : position + 1], allow_missing=True)
        rules = tuple(sorted((self._number(name), name) for name, _, _ in matches))
        values: dict[int, int] = {}
        for number, _ in rules:
            values |= {_SET.index(attribute): value for attribute, value in self._ruler.attrs[number].items()}
        return _Outcome(rules, tuple(values.items()))

    def _number(self, name: int) -> int:
        return int(self._ruler.vocab.strings[name])


def _set_all(doc: Doc, outcomes: Iterable[_Outcome]) -> None:
    values: Any = doc.to_array(_SET)
    for row, outcome in zip(values, outcomes, strict=True):
        for column, value in outcome.columns:
            row[column] = value
    doc.from_array(_SET, values)


def _is_simple(asked: Mapping[str, Any]) -> bool:
    """Whether nothing but the word's letters, tag and dependency decides."""
    return asked.keys() <= set(_ASKED) and all(
        not isinstance(value, dict) or value.keys() <= _COMPARISONS for value in asked.values()
    )


def _words(asked: Mapping[str, Any]) -> Iterator[str]:
    lower = asked.get("LOWER", ())
    if isinstance(lower, str):
        yield lower
    elif isinstance(lower, dict):
        for words in lower.values():
            yield from words
