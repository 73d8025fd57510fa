"""Reads which office of a state a named person holds, and to which party a person belongs.

The office is said of the article's own time. A former or late one is a claim that it has ended, a future one
is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Span, Token

from ingest.entities.model import Office
from ingest.entities.titles import office_role, read_title
from ingest.party_names import IsParty, capitals_from, joined, party_in, party_name, role_in_party
from ingest.records import Evidence, MembershipClaim, OfficeClaim, OfficePolarity
from ingest.states import CountrySpan
from ingest.title_phrases import Part, PersonSpan, Sentence, TitlePhrase, names_office

# How sure: the phrase names the state; the state is the one that the person is known to speak for.
_NAMED, _KNOWN = 0.9, 0.6

# What may stand beside a state's name in a complement that means the state or one of its organs:
# "President of the Islamic Republic of Iran", "Speaker of the Turkish parliament".
_STATE_WORDS = frozenset(
    """
    the republic kingdom state states federation union islamic democratic people 's peoples federal
    socialist arab united plurinational bolivarian commonwealth sultanate emirate principality government
    cabinet council ministers parliament assembly national senate house representatives commons lords
    duma knesset majlis bundestag congress legislature security supreme constitutional court armed forces
    army navy air force police general staff central bank election electoral commission executive board
    ministry foreign defence defense interior affairs and
    """.split()
)
_PLACES_IN_A_ROW = frozenset("first second third last next future longest-serving youngest".split())
_RANKS = frozenset(
    "deputy vice first second assistant under senior chief special permanent acting junior".split()
)
# "Then" and "previous" speak of another time without a word about now.
_OVER = re.compile(r"(?:former|ex|late|erstwhile|onetime|deposed|ousted)\b[\s-]*", re.IGNORECASE)

# Roles that one person at a time has, so that a successor ends the term of the one before.
_SINGLE_POSTS = frozenset(
    """
    head_of_state head_of_government foreign_minister defence_minister finance_minister interior_minister
    supreme_leader central_bank_governor
    """.split()
)
# Two co-princes, three members of a presidency, two captains regent, a council of seven.
_SHARED_HEADS = frozenset({"AND", "BIH", "SMR", "CHE"})

PartyId = Callable[[str, str | None], str]


def office_claims(
    span: Span,
    offset: int,
    text: str,
    people: Sequence[PersonSpan],
    countries: Sequence[CountrySpan],
    known: Mapping[str, str] | None = None,
    is_party: IsParty = lambda name, country: False,
) -> list[OfficeClaim]:
    """The offices of states that one sentence gives to its named people, each once.

    Args:
        span: the sentence, parsed.
        offset: where the sentence's Doc begins in the article.
        text: the article.
        people: names with their entities, in the article's offsets.
        countries: phrases that stand for states, in the article's offsets.
        known: the state that a person is known to speak for, for a title that names none.
        is_party: whether a name is a party's, so that its chairman is not taken for a state's.
    """
    if not people or not names_office(span):
        return []
    sentence = Sentence(span, offset, people, countries)
    evidence = _evidence(span, offset, text)
    claims: dict[tuple[str, str, str], OfficeClaim] = {}
    for phrase in sentence.phrases():
        polarity = _polarity(phrase)
        if polarity is None or party_in(phrase, sentence, is_party) is not None:
            continue
        country, confidence = state_named(phrase, sentence), _NAMED
        if country is None and _is_whole(phrase):
            country, confidence = (known or {}).get(phrase.entity), _KNOWN
        title = _office(_OVER.sub("", _title(phrase, sentence) or "", count=1))
        read = read_title(title) if title else None
        if country is None or title is None or read is None or {"former", "elect"} & set(read.modifiers):
            continue
        if read.role in ("honorific", "royal", "civilian", "candidate"):
            continue
        rule = f"title {phrase.where} name"
        claim = OfficeClaim(
            phrase.entity, title, country, evidence, confidence, rule, polarity, single_post(title, country)
        )
        claims.setdefault((phrase.entity, title.lower(), country), claim)
    return list(claims.values())


def with_term(claim: OfficeClaim, offices: Sequence[Office], day: date | None) -> OfficeClaim:
    """The claim with the bounds of the term that the person has served on that day, if these offices have
    one.

    What ended is bounded by the last term that was over by then.
    """
    role = office_role(claim.title, claim.country)
    if day is None or role is None:
        return claim
    terms = [office for office in offices if (office.role, office.country) == (role, claim.country)]
    if claim.polarity == "stated":
        fitting = [term for term in terms if term.held_on(day)]
    else:
        fitting = [term for term in terms if term.end is not None and term.end <= day]
    if not fitting:
        return claim
    term = max(fitting, key=lambda term: (term.start or date.min, term.end or date.max))
    return replace(claim, since=term.start, until=term.end)


def single_post(title: str, country: str) -> str | None:
    """The role that a title stands for in a country, if one person at a time has it.

    >>> single_post("Premier", "CHN"), single_post("Deputy Prime Minister", "CHN")
    ('head_of_government', None)
    """
    role = office_role(title, country)
    if role not in _SINGLE_POSTS or (role == "head_of_state" and country in _SHARED_HEADS):
        return None
    return role


def membership_claims(
    span: Span,
    offset: int,
    text: str,
    people: Sequence[PersonSpan],
    countries: Sequence[CountrySpan],
    party_id: PartyId,
    is_party: IsParty = lambda name, country: False,
    known: Mapping[str, str] | None = None,
) -> list[MembershipClaim]:
    """The parties to which one sentence says that its named people belong, each once.

    Args:
        span: the sentence, parsed.
        offset: where the sentence's Doc begins in the article.
        text: the article.
        people: names with their entities, in the article's offsets.
        countries: phrases that stand for states, in the article's offsets.
        party_id: the id of a party of a name and, if the text tells, a state.
        is_party: whether a name without "Party" in it is a party's ("CPC", "Labour").
        known: the state that a person is known to speak for.
    """
    if not people:
        return []
    sentence = Sentence(span, offset, people, countries)
    evidence = _evidence(span, offset, text)
    claims: dict[tuple[str, str], MembershipClaim] = {}

    def add(
        person: str,
        name: str,
        country: str | None,
        role: str,
        rule: str,
        polarity: OfficePolarity = "stated",
    ) -> None:
        state = country or (known or {}).get(person)
        party = party_id(name, state)
        claim = MembershipClaim(person, party, role, evidence, _NAMED, rule, polarity)
        claims.setdefault((person, party), claim)

    for phrase in sentence.phrases():
        found, polarity = party_in(phrase, sentence, is_party), _polarity(phrase)
        if found is not None and polarity is not None:
            name, part = found
            role, rule = role_in_party(phrase, part, name), f"title {phrase.where} name"
            add(
                phrase.entity,
                name,
                _state_of(phrase, sentence),
                _OVER.sub("", role, count=1) or "member",
                rule,
                polarity,
            )
    for person, (first, last) in sentence.extent.items():
        # "Solen of the Liberal Party"
        behind = (
            capitals_from(sentence, last + 2)
            if last + 2 < span.end and span.doc[last + 1].lower_ == "of"
            else ()
        )
        party = party_name(behind, sentence, is_party)
        if party is not None:
            add(person.entity, party, None, "member", "of party")
        # "Labour's Anna Solen"
        if first - 2 >= span.start and span.doc[first - 1].tag_ == "POS":
            owner = span.doc[first - 2]
            if owner.i not in sentence.states and is_party(owner.text, None):
                add(person.entity, owner.text, None, "member", "party's name")
    return list(claims.values())


def _polarity(phrase: TitlePhrase) -> OfficePolarity | None:
    """Whether the phrase says that the office is held, or that it is over; None if it leaves that open."""
    if not phrase.former:
        return "stated"
    return "ended" if any(_OVER.match(token.text) for token in phrase.tokens) else None


def _evidence(span: Span, offset: int, text: str) -> Evidence:
    start, end = offset + span.start_char, offset + span.end_char
    return Evidence(start, end, text[start:end])


def state_named(phrase: TitlePhrase, sentence: Sentence) -> str | None:
    """The state that the phrase names: before the head, else in a complement that means it or its organ."""
    for token in reversed(phrase.head.tokens):
        if token.i in sentence.states:
            return sentence.states[token.i]
    for part in phrase.complements:
        state = next((sentence.states[t.i] for t in part.tokens if t.i in sentence.states), None)
        if state is not None and part.joined_by in ("of", "for", "de"):
            rest = (t for t in part.tokens if t.i not in sentence.states)
            return state if all(t.lower_ in _STATE_WORDS or not t.is_alpha for t in rest) else None
    return phrase.of_country


def _is_whole(phrase: TitlePhrase) -> bool:
    """Whether the title needs no complement that could belong to something else than a state."""
    return all(t.lower_ in _STATE_WORDS for part in phrase.complements for t in part.tokens)


def _title(phrase: TitlePhrase, sentence: Sentence) -> str | None:
    """The office without the state: "Deputy Prime Minister", "Minister of Foreign Affairs"."""
    words = _without_states(phrase.head, sentence)
    for part in phrase.complements:
        rest = [t for t in part.tokens if t.i not in sentence.states and t.tag_ != "POS"]
        if part.joined_by in ("of", "for") and rest and not _means_state(rest, len(rest) < len(part.tokens)):
            words += f" {part.joined_by} {joined(rest)}"
    return words or None


def _office(title: str | None) -> str | None:
    """The title without a description before it: "Islamist Prime Minister" is prime minister.

    None for a place in a row of holders: "Israel's first premier" is history.
    """
    while title:
        first, _, rest = title.partition(" ")
        whole, bare = read_title(title), read_title(rest) if rest else None
        if bare is None:
            return title
        counted = rest.partition(" ")[0].lower() in _COUNTED
        if first.lower() in _PLACES_IN_A_ROW and not counted:
            return None
        described = whole is None or whole.role == "minister" or first.islower()
        if bare.role == "minister" or counted or not described or first.lower() in _RANKS:
            return title
        title = rest
    return title


# "First Deputy Prime Minister", "First Minister", "Second Secretary" are offices of today.
_COUNTED = frozenset("deputy vice minister secretary lady counsellor".split())

_STATE_FORMS = frozenset(
    """
    the republic kingdom federation state states union islamic democratic people peoples federal
    socialist
    """.split()
)


def _means_state(tokens: Sequence[Token], beside_a_state: bool) -> bool:
    """ "Of the Republic" is the state; "of State" belongs to the office ("Secretary of State")."""
    words = {token.lower_ for token in tokens if token.is_alpha}
    return words <= _STATE_FORMS and (beside_a_state or not words <= {"state", "states", "the"})


def _without_states(part: Part, sentence: Sentence) -> str:
    kept: list[Token] = []
    for token in part.tokens:
        if token.i in sentence.states:
            kept = []  # what stands before the state qualifies it: "the visiting Kenyan Foreign Minister"
        elif kept or (token.tag_ != "POS" and token.is_alpha) or token.text[0].isalpha():
            kept.append(token)
    return joined(kept)


def _state_of(phrase: TitlePhrase, sentence: Sentence) -> str | None:
    return next((sentence.states[t.i] for t in phrase.tokens if t.i in sentence.states), phrase.of_country)
