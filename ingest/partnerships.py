"""Reads who is an ally or a partner of whom: two states, the kind of bond, and whether it stands.

The bond comes from the syntax around a word for it (`ingest.partner_words`), never from two states
standing in one sentence: "allied forces in Iraq and Kuwait" is no bond. Two frames:

- a role, "X is an ally of Y": a holder (subject, apposition, "ally X") and the one it is for ("of Y",
"Y's", "US ally");
- a bond, "the alliance between X and Y": sides in its own phrase, or the subject of "have", "sign",
"maintain" it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from ingest.partner_bonds import allied, is_bond, of_bond
from ingest.partner_polarity import polarity_of
from ingest.partner_roles import of_role
from ingest.partner_sides import Bond, qualities
from ingest.partner_words import BONDS, NOT_OF_STATES, QUALIFIED_BONDS, ROLES, relation_of
from ingest.records import Evidence, PartnershipClaim
from ingest.states import CountrySpan, SentenceStates

_WORDS = ROLES | BONDS | QUALIFIED_BONDS.keys()


def partnership_claims(
    span: Span,
    offset: int,
    text: str,
    countries: Sequence[CountrySpan],
    pair: tuple[str, str] | None = None,
    people: Sequence[CountrySpan] = (),
) -> list[PartnershipClaim]:
    """The partnerships that one sentence states, in a fixed order, each pair and kind once.

    Args:
        span: the sentence, parsed.
        offset: where the sentence's Doc begins in the article.
        text: the article.
        countries: phrases that stand for states, in the article's offsets.
        pair: the two states in focus, for "both countries" in a sentence that names neither.
        people: names of people whose state is known: whose ally it is that one of them speaks of.
    """
    if not any(token.lemma_.lower() in _WORDS or token.lower_ == "allied" for token in span):
        return []
    states = SentenceStates(span, offset, countries, pair, people)
    if not states.mentioned and pair is None:
        return []
    evidence = Evidence(
        offset + span.start_char,
        offset + span.end_char,
        text[offset + span.start_char : offset + span.end_char],
    )
    claims: dict[tuple[tuple[str, str], str, str], PartnershipClaim] = {}
    for word in span:
        for a, b, confidence in _bonds(word, states):
            first, second = sorted((a, b))
            relation = relation_of(word.lemma_.lower(), qualities(word))
            polarity = polarity_of(word)
            claim = PartnershipClaim(
                (first, second), relation, polarity, evidence, confidence, f"{word.lemma_.lower()}"
            )
            key = (claim.countries, relation, polarity)
            if key not in claims or claims[key].confidence < confidence:
                claims[key] = claim
    return sorted(claims.values(), key=lambda c: (c.countries, c.relation, c.polarity))


def _bonds(word: Token, states: SentenceStates) -> Iterator[Bond]:
    noun = word.lemma_.lower()
    if word.lower_ == "allied" or (word.pos_ == "VERB" and noun == "ally"):
        yield from allied(word, states)
    elif noun in ROLES and not qualities(word) & NOT_OF_STATES:
        yield from of_role(word, states)
    elif is_bond(word, noun):
        yield from of_bond(word, states)
