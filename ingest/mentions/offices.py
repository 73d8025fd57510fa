"""People by office alone: "the Cuban President", "the visiting minister"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ingest.mentions.model import Mention, Title
from ingest.mentions.titles import TitleReader
from ingest.titles import (
    ABBREVIATED,
    EQUALS,
    GENERALS,
    NOT_MODIFIERS,
    OFFICE_HEADS,
)

# "The visiting" stands so many words before an office.
_VISITING_WITHIN = 2


class OfficeReader(TitleReader):
    """Reads the offices of one sentence that stand for a person without a name."""

    def offices(self, named: Sequence[Mention]) -> Iterator[Mention]:
        """ "the Cuban President", "Russian Deputy Prime Minister", "the visiting minister": an office and no
        name.
        """
        taken = {
            position
            for mention in named
            for position in range(min(mention.left, mention.first), max(mention.right, mention.last) + 1)
        }
        for position in range(self.start, self.end):
            word = self.doc[position].lower_
            if word not in OFFICE_HEADS and word not in ABBREVIATED and word not in EQUALS:
                continue
            last = self._end_of_office(position)
            if position in taken or self._inside_hyphen(position) or self._describes_next(last):
                continue
            title = self._title(last, position)
            if self._is_first_of_two(title, last, named):
                continue
            right = last
            if word == "head" and (leads := self._leads(last)) is not None:
                title, right = replace(title, head=leads, last=last + 2), last + 2
            country = title.country
            if country is None and (of := self._of_country(right)) is not None:
                country = of
                state = right + (3 if self.doc[right + 2].lower_ == "the" else 2)
                right = self.country_at[state].last
            definite = self._is_definite(title, country)
            if word in EQUALS and (country is None or self._named_next(right, taken)):
                continue
            if definite:
                yield Mention(
                    self.sentence.index, title.first, right, title.first, right, "", "known",
                    replace(title, country=country), country, self._is_visiting(title),
                )  # fmt: skip

    def _is_visiting(self, title: Title) -> bool:
        begin = max(self.start, title.first - _VISITING_WITHIN)
        return any(token.lower_ == "visiting" for token in self.doc[begin : title.last])

    def _named_next(self, last: int, taken: AbstractSet[int]) -> bool:
        """ "His Indian colleague, national security adviser Teo Lamar": the name is behind the comma."""
        position = last + 2 if last + 1 < self.end and self.doc[last + 1].text in {",", "("} else last + 1
        while position < self.end and position not in taken:
            if self.doc[position].pos_ not in {"NOUN", "PROPN", "ADJ", "DET"}:
                return False
            position += 1
        return position < self.end

    def _is_first_of_two(self, title: Title, last: int, named: Sequence[Mention]) -> bool:
        """ "Kenyan Deputy Premier and Defence Minister Anna Solen": one person, who holds both offices."""
        if last + 1 >= self.end or self.doc[last + 1].lower_ != "and":
            return False
        if title.first > self.start and self.doc[title.first - 1].lower_ in NOT_MODIFIERS:
            return False  # "the Kenyan deputy premier and Defence Minister Anna Solen"
        return any(
            mention.name
            and min(mention.left, mention.first) == last + 2
            and mention.title is not None
            and mention.head in OFFICE_HEADS
            and not any(at in self.country_at for at in range(last + 2, mention.first))
            for mention in named
        )

    def _leads(self, head: int) -> str | None:
        """ "The head of state" is its leader, "the head of government" its premier; others head something."""
        behind = self.doc[head + 1 : min(head + 3, self.end)].text.lower()
        return {"of state": "leader", "of government": "premier"}.get(behind)

    def _end_of_office(self, position: int) -> int:
        """ "the secretary general", "the Secretary-General": past the second word."""
        after = position + 1
        if after + 1 < self.end and self.doc[after].text == "-":
            after += 1
        general = after < self.end and self.doc[after].lower_ == "general"
        return after if general and self.doc[position].lower_ in GENERALS else position

    def _describes_next(self, position: int) -> bool:
        """ "the chief Chechen negotiator", "a leader writer": the word is no head here."""
        following = position + 1
        if following >= self.end:
            return False
        token = self.doc[following]
        return (following in self.country_at and self.country_at[following].via == "adjective") or (
            token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.dep_ != "appos" and not token.is_punct
        )

    def _inside_hyphen(self, position: int) -> bool:
        before = position - 1
        return before >= self.start and self.doc[before].text == "-" and not self.doc[before].whitespace_

    def _is_definite(self, title: Title, country: str | None) -> bool:
        """A certain holder is meant: "the minister", "Cuban President"; not "a prime minister", "the post of
        premier".
        """
        before = title.first - 1
        words: list[str] = []
        while before >= self.start and len(words) < 3 and self.doc[before].lower_ in NOT_MODIFIERS:
            words.append(self.doc[before].lower_)
            before -= 1
        if any(word in {"a", "an", "another", "any"} for word in words):
            return False
        if "the" in words or "his" in words or "her" in words or "that" in words or "this" in words:
            return True
        previous = self.doc[before].lower_ if before >= self.start else ""
        if previous in {"as", "of", "for", "become", "became"} and country is None:
            return False
        return country is not None or (title.first == self.start and self.doc[title.first].text[0].isupper())
