"""Finds the phrases in a sentence that say which office a named person holds, and takes them apart.

A phrase stands before the name ("Russia's Deputy Prime Minister, Dmitri Chernishenko"), behind a comma
after it
("Lavrov, the Russian foreign minister"), or as a predicate ("Lavrov is Russia's foreign minister"). It has a
head that ends in an office word, and complements: "Minister | of Foreign Affairs | of Cuba".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from ingest.states import CountrySpan
from ingest.titles import ABBREVIATED, FORMER, HEADS

Where = Literal["before", "after", "predicate"]

# Heads that are no office: they say what someone is to someone else, or how to call them.
_NO_OFFICE = frozenset(
    """
    counterpart colleague predecessor successor wife husband son daughter brother sister father mother
    widow guest host visitor delegation rebel guerrilla boss tycoon businessman
    """.split()
)
_HEADS = (HEADS | ABBREVIATED.keys()) - _NO_OFFICE
# Ranks and styles that may stand between an office and the name: "Prime Minister Sheikh …".
_STYLES = frozenset(
    """
    prince princess sheikh sheikha shaikh general gen lieutenant lt colonel col major maj admiral adm
    marshal captain sir lord lady dr mr mrs ms prof dame
    """.split()
)
# "Secretary General" is an office and no secretary with a rank.
_GENERALS = frozenset(
    """
    secretary attorney governor director consul surgeon solicitor auditor inspector prosecutor under vice
    """.split()
)
_JOINING = frozenset({"of", "for", "to", "on", "de"})
_DETERMINERS = frozenset("the a an its his her their our also currently now new".split())
# Participles that stand in a title: "the visiting Kenyan Foreign Minister".
_HOLDING = frozenset("visiting outgoing incoming acting departing retiring".split())
_TITLE_WORDS = _HEADS | _HOLDING
_STOPS = frozenset({"VERB", "AUX", "PRON", "SCONJ", "INTJ"})
_COPULAS = frozenset({"is", "'s", "’s"})
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A person's name in the article's offsets, and the entity that it names."""

    start_char: int
    end_char: int
    entity: str


@dataclass(frozen=True, slots=True)
class Part:
    """A head or a complement: its tokens without determiners in front, and the word that joins it."""

    joined_by: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words as the text has them."""
        return "".join(token.text_with_ws for token in self.tokens).strip()


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """What a phrase says of a person. `of_country`: a state behind the name, or of the title joined to it."""

    entity: str
    where: Where
    head: Part
    complements: tuple[Part, ...]
    of_country: str | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the phrase but the words that join its parts."""
        return (*self.head.tokens, *(token for part in self.complements for token in part.tokens))

    @property
    def former(self) -> bool:
        """Whether the office is over."""
        words = {token.lower_ for token in self.tokens}
        return bool(words & FORMER) or any(word.startswith(("ex-", "then-", "former-")) for word in words)

    @property
    def head_word(self) -> str:
        """The office word, in small letters."""
        return self.head.tokens[-1].lower_


class Sentence:
    """One sentence with its names and states laid over its tokens."""

    def __init__(
        self, span: Span, offset: int, people: Sequence[PersonSpan], countries: Sequence[CountrySpan]
    ) -> None:
        self.span, self.doc = span, span.doc
        self.states: dict[int, str] = {}
        self.names: dict[int, PersonSpan] = {}
        self.extent: dict[PersonSpan, tuple[int, int]] = {}
        for token in span:
            start, end = offset + token.idx, offset + token.idx + len(token)
            for country in countries:
                if start < country.end_char and end > country.start_char:
                    self.states.setdefault(token.i, country.iso3)
            for person in people:
                if start < person.end_char and end > person.start_char:
                    self.names[token.i] = person
                    first, _ = self.extent.get(person, (token.i, token.i))
                    self.extent[person] = (first, token.i)

    def phrases(self) -> Iterator[TitlePhrase]:
        """Every title phrase, person by person in reading order."""
        for person, (first, last) in self.extent.items():
            following = self._state_after(last)
            places: tuple[tuple[Where, list[Token]], ...] = (
                ("before", self._before(first)),
                ("after", self._after(last)),
                ("predicate", self._predicate(last)),
            )
            for where, tokens in places:
                state = following if where == "before" else None
                for piece in _joined_by_and(tokens):
                    phrase = _phrase(person.entity, where, piece, state)
                    # "Vietnamese Deputy Prime Minister and Foreign Minister": the state is given once.
                    state = state or next((self.states[t.i] for t in piece if t.i in self.states), None)
                    if phrase is not None:
                        yield phrase

    def _state_after(self, last: int) -> str | None:
        """ "President Solen of Kenya": the state behind the name."""
        if last + 2 < self.span.end and self.doc[last + 1].lower_ == "of":
            behind = last + 3 if self.doc[last + 2].lower_ == "the" and last + 3 < self.span.end else last + 2
            return self.states.get(behind)
        return None

    def _before(self, first: int) -> list[Token]:
        position = first - 1
        if position > self.span.start and self.doc[position].text == ",":
            position -= 1
        found: list[Token] = []
        while position >= self.span.start and len(found) < _LONGEST and self._belongs(position):
            found.append(self.doc[position])
            position -= 1
        found.reverse()
        if position in self.names:
            # "Kesk of the Liberal Party and Foreign Minister Dorn": what stands before "and" is the other's.
            joints = [index for index, token in enumerate(found) if token.lower_ == "and"]
            found = found[joints[-1] + 1 :] if joints else []
        if first - 1 >= self.span.start and self.doc[first - 1].text == "," and not _opens(found):
            return []
        return found

    def _after(self, last: int) -> list[Token]:
        position = last + 1
        if position >= self.span.end or self.doc[position].text not in {",", "(", "-", "–", "—"}:
            return []
        found = self._forward(position + 1)
        return [] if found and begins_predicate(self.doc, found[-1].i + 1, self.span.end) else found

    def _predicate(self, last: int) -> list[Token]:
        position = last + 1
        if self.doc[position : min(position + 2, self.span.end)].text == ", who":
            position += 2
        if position >= self.span.end:
            return []
        verb = self.doc[position]
        if verb.lower_ not in _COPULAS or verb.tag_ == "POS":
            return []
        return self._forward(position + 1)

    def _forward(self, position: int) -> list[Token]:
        while position < self.span.end and self.doc[position].lower_ in _DETERMINERS:
            position += 1
        found: list[Token] = []
        while position < self.span.end and len(found) < _LONGEST and self._belongs(position):
            found.append(self.doc[position])
            position += 1
        while found and found[-1].is_punct:
            found.pop()
        # "…, Foreign Minister Dorn": the next one's title in a list.
        return [] if position in self.names else found

    def _belongs(self, position: int) -> bool:
        token = self.doc[position]
        if position in self.names:
            return False
        if token.pos_ in _STOPS and token.lower_ not in _TITLE_WORDS and not token.text[0].isupper():
            return token.lower_ in _DETERMINERS
        if token.pos_ == "ADP" and token.lower_ not in _JOINING:
            return False
        if token.tag_ == "POS":
            return True
        if token.is_punct:
            return token.text in {"-", "–", "&", "."} and not (token.text == "." and token.whitespace_)
        return not token.is_space and not token.is_quote


def begins_predicate(doc: Doc, position: int, end: int) -> bool:
    """Whether a verb follows right behind an office: "During talks with Lamar, the Finnish president called
    for peace" calls Lamar no president.
    """
    if position >= end or doc[position].tag_ not in {"VBD", "VBZ", "MD"}:
        return False
    return doc[position].dep_ not in {"acl", "relcl"}  # "Lamar, the minister charged with trade"


def names_office(span: Span) -> bool:
    """Whether an office word stands in a sentence; without one there is no title phrase in it."""
    return any(_is_head(token) for token in span)


def _opens(tokens: Sequence[Token]) -> bool:
    """Whether a phrase before a comma is a title for the name behind it, and no end of something else.

    "The President of Cuba, Miguel Díaz-Canel" is one; "talks with the president, Dorn said" has no
    complement, and
    "Russia's Deputy Prime Minister, Dmitri Chernishenko" has an owner.
    """
    return any(token.tag_ == "POS" or token.lower_ == "of" for token in tokens) or any(
        token.ent_type_ in ("NORP", "GPE") for token in tokens
    )


def _joined_by_and(tokens: list[Token]) -> Iterator[list[Token]]:
    """ "Premier and vice-chairman of the party" is two titles; "trade and industry minister" is one."""
    start = 0
    for index, token in enumerate(tokens):
        if token.lower_ != "and" or index == start:
            continue
        if _is_head(tokens[index - 1]) or (
            _has_complement(tokens[start:index]) and any(map(_is_head, tokens[index + 1 :]))
        ):
            yield tokens[start:index]
            start = index + 1
    yield tokens[start:]


def _has_complement(tokens: Sequence[Token]) -> bool:
    return any(token.lower_ in _JOINING for token in tokens) and any(map(_is_head, tokens))


def _phrase(entity: str, where: Where, tokens: list[Token], of_country: str | None) -> TitlePhrase | None:
    parts = _parts(tokens)
    ends = [index for index, part in enumerate(parts) if part.tokens and _is_head(part.tokens[-1])]
    if not ends:
        return None
    # Before a name the last office counts ("spokesman for President Solen"), behind it the first.
    index = ends[-1] if where == "before" else ends[0]
    if where == "before":
        parts[index] = Part(parts[index].joined_by, _without_style(parts[index].tokens))
    if where != "before" and index > 0:
        return None
    return TitlePhrase(entity, where, parts[index], tuple(parts[index + 1 :]), of_country)


def _without_style(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Defence Minister General" without the rank, "Secretary General" as it is."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].lower_.rstrip(".") in _STYLES:
        before = tokens[end - 2].lower_
        if before in _GENERALS or before == "-":
            break
        end -= 1
    return tokens[:end] if _is_head(tokens[end - 1]) else tokens


def _is_head(token: Token) -> bool:
    word = token.lower_
    return word in _HEADS or (word.rpartition("-")[2] in _HEADS and not word.endswith("-"))


def _parts(tokens: Sequence[Token]) -> list[Part]:
    parts: list[tuple[str, list[Token]]] = [("", [])]
    for token in tokens:
        if token.lower_ in _JOINING:
            parts.append((token.lower_, []))
        elif parts[-1][1] or token.lower_ not in _DETERMINERS:
            parts[-1][1].append(token)
    return [Part(word, tuple(found)) for word, found in parts]
