"""Finds the party in a title ("leader of the Labour Party", "CPC Politburo member") and the role in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from ingest.title_phrases import Part, Sentence, TitlePhrase

# Offices in a chamber or at an election that say no more than that one belongs to the party.
_PLAIN_MEMBERS = frozenset(
    """
    member senator congressman congresswoman lawmaker deputy legislator mp candidate politician councilor
    councillor representative official
    """.split()
)
# "Labour Minister" is a minister of labour.
_DEPARTMENTAL = frozenset({"minister", "secretary", "ministry", "spokesman", "spokeswoman"})

IsParty = Callable[[str, str | None], bool]


def party_in(phrase: TitlePhrase, sentence: Sentence, is_party: IsParty) -> tuple[str, Part] | None:
    """The party that a title phrase names, and the part in which it stands."""
    for part in (*phrase.complements, phrase.head):
        if part is phrase.head and phrase.head_word in _DEPARTMENTAL and not _says_party(part):
            continue
        tokens = part.tokens[:-1] if part is phrase.head else part.tokens
        name = party_name(tokens, sentence, is_party)
        if name is not None:
            return name, part
    return None


def _says_party(part: Part) -> bool:
    return any(token.lower_ == "party" for token in part.tokens)


def party_name(tokens: Sequence[Token], sentence: Sentence, is_party: IsParty) -> str | None:
    """The capitalised words that end in "Party" among these tokens, or the longest known party's name."""
    for index, token in enumerate(tokens):
        if token.lower_ == "party":
            start = index
            while start > 0 and _in_name(tokens[start - 1]):
                start -= 1
            if start < index and tokens[start].i in sentence.states and tokens[start + 1].tag_ == "POS":
                start += 2  # "Russia's Liberal Party"
            if start < index:
                return joined(tokens[start : index + 1])
    state = next((sentence.states[t.i] for t in tokens if t.i in sentence.states), None)
    for length in range(min(len(tokens), 8), 0, -1):
        for start in range(len(tokens) - length + 1):
            name = joined(tokens[start : start + length])
            if name[:1].isupper() and is_party(name, state) and _ends_here(name, tokens[start + length :]):
                return name
    return None


def _ends_here(name: str, following: Sequence[Token]) -> bool:
    """Whether a name is whole: "CPC" in "CPC Politburo" is, "National" in "National Assembly" is not, nor is
    "Pro" in "Pro-Kenyan".
    """
    if following and following[0].text == "-":
        return False
    return name.isupper() or not following or not following[0].text[0].isupper()


def _in_name(token: Token) -> bool:
    return token.text[0].isupper() or token.text in ("-", "'s", "’s")


def capitals_from(sentence: Sentence, position: int) -> tuple[Token, ...]:
    """The capitalised words from a position on, with a determiner before them."""
    doc, found = sentence.doc, []
    if position < sentence.span.end and doc[position].lower_ == "the":
        position += 1
    while position < sentence.span.end and (_in_name(doc[position]) or doc[position].lower_ == "party"):
        found.append(doc[position])
        position += 1
    return tuple(found)


def role_in_party(phrase: TitlePhrase, part: Part, name: str) -> str:
    """The office in the party: "President", "member of the Political Bureau"; or "member"."""
    if part is phrase.head:
        head = phrase.head.text.rpartition(name)[2].strip(" -'’s") or phrase.head_word
        return "member" if phrase.head_word in _PLAIN_MEMBERS else head
    organs = [
        f" {other.joined_by} the {other.text}"
        for other in phrase.complements[: phrase.complements.index(part)]
    ]
    own = phrase.head.text.rpartition("'s ")[2]
    if phrase.head_word in _PLAIN_MEMBERS and not organs:
        return "member"
    return own + "".join(organs)


def joined(tokens: Sequence[Token]) -> str:
    """The words of tokens as one line of text."""
    return re.sub(r"\s+", " ", "".join(token.text_with_ws for token in tokens)).strip()
