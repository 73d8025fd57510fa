"""The state that the words around a name give its bearer: in the title, in brackets, behind "who has ruled".

What is said beside the name is sure, and comes before anything that the article suggests (`nationality`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.entities import EntityData
from ingest.mentions import Mention, token_span
from ingest.offices import state_named
from ingest.parse import Sentence
from ingest.parties import Parties
from ingest.party_names import joined, party_in
from ingest.states import CountrySpan
from ingest.title_phrases import PersonSpan, TitlePhrase, begins_predicate, names_office
from ingest.title_phrases import Sentence as TitledSentence
from ingest.titles import PLURAL_HEADS

_EQUALS = frozenset({"counterpart", "colleague", "peer"})
# So many words of a name's phrase are read for the nation: "North Korean army defector".
_CALLED_WITHIN = 3
_RULING = frozenset({"rule", "govern", "lead"})
_LOCAL = frozenset({"mayor", "governor", "councillor", "councilor"})
_CHURCHES = frozenset({"Orthodox", "Catholic"})  # "a Greek Orthodox" is a Greek as seldom as not
_IN_LISTS = frozenset({",", "and", ":", "--", "–", "—"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN"})
_DETERMINERS = frozenset({"a", "an", "the"})
# The party and state of a member of Congress, behind the name.
_FOR_STATE = re.compile(r",? ?\(?[DRI]-[A-Z]")
# A smaller town may be any of several of that name.
_TOWN = 100_000


def beside(
    sentence: Sentence,
    mentions: Sequence[Mention],
    states: Sequence[CountrySpan],
    parties: Parties,
    data: EntityData,
) -> tuple[Mention, ...]:
    """The same mentions, each with the state that the title phrases around its name mean.

    "Teo Lamar, deputy secretary of the Norwegian Security Council", "Secretary-General of the Labour Party of
    Kenya Teo Lamar", "the mayor of Shanghai, Teo Lamar".
    """
    if not states and not names_office(sentence.span) and "-" not in sentence.span.text:
        return tuple(mentions)
    return tuple(
        mention
        if not mention.name or mention.country is not None
        else replace(mention, country=_beside(sentence, mention, mentions, states, parties, data))
        for mention in mentions
    )


def _beside(
    sentence: Sentence,
    mention: Mention,
    mentions: Sequence[Mention],
    states: Sequence[CountrySpan],
    parties: Parties,
    data: EntityData,
) -> str | None:
    told = (
        _elected(sentence, mention)
        or _in_brackets(sentence, mention, states)
        or _ruled(sentence, mention, states)
        or _called(sentence, mention, states, data)
        or _one_of_them(sentence, mention, states, data)
        or _among(sentence, mention, mentions, states)
    )
    if told is not None:
        return told
    # "Sudan's army chief, General Teo Lamar": the rank goes with the name, the office stands before both.
    for first in dict.fromkeys((mention.first, min(mention.left, mention.first))):
        people = [
            PersonSpan(
                *token_span(sentence, first if other is mention else other.first, other.last),
                "this" if other is mention else str(number),
            )
            for number, other in enumerate(mentions)
            if other.name
        ]
        laid = TitledSentence(sentence.span, sentence.offset, people, states)
        for phrase in laid.phrases():
            if phrase.entity != "this":
                continue
            party = party_in(phrase, laid, parties.is_party)
            country = (
                state_named(phrase, laid)
                or (parties.country_of(party[0]) if party is not None else None)
                or (_state_of_town(phrase, data) if phrase.head_word in _LOCAL else None)
            )
            if country is not None:
                return country
    return None


def _in_brackets(sentence: Sentence, mention: Mention, states: Sequence[CountrySpan]) -> str | None:
    """ "Alan Orme (US) and Hervé Lund (France)"."""
    doc, bracket = sentence.span.doc, mention.last + 1
    if bracket + 2 >= sentence.span.end or doc[bracket].text != "(":
        return None
    start = sentence.position(doc[bracket]) + 1
    for state in states:
        closing = state.end_char - sentence.offset
        if state.start_char == start and doc.text[closing : closing + 1] == ")":
            return state.iso3
    return None


def _ruled(sentence: Sentence, mention: Mention, states: Sequence[CountrySpan]) -> str | None:
    """ "Teo Lamar, who has ruled Kenya since 1990"."""
    doc, at = sentence.span.doc, max(mention.last, mention.right) + 1
    following = doc[at : min(at + _CALLED_WITHIN + 4, sentence.span.end)]
    if [token.lower_ for token in following[:2]] != [",", "who"]:
        return None
    verb = next((token for token in following if token.lemma_.lower() in _RULING), None)
    if verb is None or verb.i + 1 >= sentence.span.end:
        return None
    start = sentence.position(doc[verb.i + (2 if verb.nbor().lower_ == "the" else 1)])
    return next((state.iso3 for state in states if state.start_char == start), None)


def _called(
    sentence: Sentence, mention: Mention, states: Sequence[CountrySpan], data: EntityData
) -> str | None:
    """ "Colombian José Arango", "the North Korean defector Hwang Chol-su": what they are called by nation.

    Only in the phrase of the name, which has no office (offices are read with their phrases), or before the
    comma of "his Kenyan counterpart, General Lamar".
    """
    doc, at = sentence.span.doc, min(mention.left, mention.first) - 1
    if at - 1 > sentence.span.start and doc[at].text == ",":
        if doc[at - 1].lower_ in _EQUALS:
            at -= 1
        elif doc[at - 2].lower_ in _DETERMINERS and doc[mention.last + 1 : mention.last + 2].text == ",":
            return _by_nation(sentence, at - 1, states, data)  # "the Estonian, Teo Lamar, spoke first"
    for _ in range(_CALLED_WITHIN):
        if at < sentence.span.start or doc[at].pos_ not in {"ADJ", "NOUN", "PROPN"} or doc[at].is_punct:
            return None
        start = sentence.position(doc[at])
        if any(state.start_char <= start < state.end_char for state in states):
            return _by_nation(sentence, at, states, data)
        at -= 1
    return None


def _by_nation(sentence: Sentence, at: int, states: Sequence[CountrySpan], data: EntityData) -> str | None:
    """The state of which a token is the adjective or says who is of it: "Estonian", "Spaniard"."""
    word, start = sentence.span.doc[at].text, sentence.position(sentence.span.doc[at])
    for state in states:
        if state.start_char <= start < state.end_char:
            country = data.country(state.iso3)
            called = (*country.adjectives, *country.demonyms) if country is not None else ()
            return state.iso3 if any(one.endswith(word) for one in called) else None
    return None


def _one_of_them(
    sentence: Sentence, mention: Mention, states: Sequence[CountrySpan], data: EntityData
) -> str | None:
    """ "Teo Lamar, a patient Algerian, said", "Teo Lamar, an Italian missionary": what they are."""
    doc, end = sentence.span.doc, sentence.span.end
    at = max(mention.last, mention.right) + 1
    if at + 3 >= end or doc[at].text != "," or doc[at + 1].lower_ not in _DETERMINERS:
        return None
    closing = next((t.i for t in doc[at + 2 : min(at + 5, end)] if t.pos_ not in _DESCRIBING), None)
    if (
        closing is None
        or doc[closing - 1].text in _CHURCHES
        or begins_predicate(doc, closing, end)
        or not (doc[closing].is_punct or doc[closing].pos_ in {"ADP", "PRON", "VERB"})
    ):
        return None
    return next(
        (
            state
            for token in doc[max(at + 2, closing - 2) : closing]
            if (state := _by_nation(sentence, token.i, states, data)) is not None
        ),
        None,
    )


def _among(
    sentence: Sentence, mention: Mention, mentions: Sequence[Mention], states: Sequence[CountrySpan]
) -> str | None:
    """ "Two Kenyan envoys, Teo Lamar and Bo Dorn": names behind what several of one state are."""
    doc, ends = sentence.span.doc, {other.last: other for other in mentions if other.name}
    at, joined_names = max(min(mention.left, mention.first) - 1, sentence.span.start), 0
    while at > sentence.span.start and (doc[at].lower_ in _IN_LISTS or at in ends):
        if at in ends:
            other = ends[at]
            if other.title is not None or other.country is not None:
                return None
            at, joined_names = min(other.left, other.first), joined_names + 1
        at -= 1
    following = doc[mention.last + 1 : mention.last + 3]
    leads = len(following) == 2 and following[0].lower_ == "and" and following[1].text[0].isupper()
    if doc[at].lower_ not in PLURAL_HEADS or not (joined_names or leads):
        return None
    start, end = sentence.position(doc[doc[at].left_edge.i]), sentence.position(doc[at])
    found = {state.iso3 for state in states if start <= state.start_char < end}
    return found.pop() if len(found) == 1 else None


def _elected(sentence: Sentence, mention: Mention) -> str | None:
    """ "Rep. Teo Lamar, D-Mich.", "Sen. Teo Lamar (R-Ohio)": a party and a state of the United States."""
    _, end = token_span(sentence, mention.first, mention.last)
    return "USA" if _FOR_STATE.match(sentence.span.doc.text[end - sentence.offset :][:8]) else None


def _state_of_town(phrase: TitlePhrase, data: EntityData) -> str | None:
    """Where a mayor's or governor's town lies, if it is a large one."""
    for part in (*phrase.complements, phrase.head):
        name = joined([token for token in part.tokens if token.text[0].isupper() and token.pos_ == "PROPN"])
        name = name.removesuffix(part.tokens[-1].text).strip() if part is phrase.head else name
        places = data.places_named(name) if name else ()
        if places and places[0].population > _TOWN:
            return places[0].country
    return None
