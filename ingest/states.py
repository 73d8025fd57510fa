"""Which states a phrase of a sentence stands for, by its syntax: "Moscow", "the Cuban president", "both
countries".

Where a sentence leaves a state out and an earlier one has it in focus, the caller says which two are in
focus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from ingest.partner_words import CALLING
from ingest.titles import OFFICE_HEADS, OTHER_HEADS
from ingest.triggers import REPORTING_VERBS

# Nouns that act for the state whose adjective or name stands before them: "the Russian side", "Thai
# authorities".
_STATE_NOUNS = frozenset(
    """
    government administration state nation country kingdom republic people authority side regime army
    military force troop cabinet ministry leadership embassy delegation capital neighbour neighbor public
    diplomat administration junta monarchy
    """.split()
)
# "Both states", "the two sides", "the two allies": two states that the sentence or the focus gives.
_COLLECTIVE = frozenset(
    """
    country nation state side government people neighbour neighbor ally partner leader president minister
    official capital power friend party
    """.split()
)
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
# Clauses that take the subject of the clause they hang on.
_SHARING = frozenset({"xcomp", "conj", "advcl", "acl", "ccomp", "pcomp", "parataxis", "relcl"})


@dataclass(frozen=True, slots=True)
class CountrySpan:
    """A phrase that stands for a state, or a name of someone who speaks for one, in the article's offsets."""

    start_char: int
    end_char: int
    iso3: str


class SentenceStates:
    """Answers which states the phrases of one sentence stand for. All answers are in reading order."""

    def __init__(
        self,
        span: Span,
        offset: int,
        countries: Sequence[CountrySpan],
        focus: tuple[str, str] | None = None,
        people: Sequence[CountrySpan] = (),
    ) -> None:
        self.span = span
        self.focus = focus
        self.at = _laid(span, offset, countries)
        self._person_at = _laid(span, offset, people)
        self.mentioned = distinct(self.at[i] for i in sorted(self.at))

    def of(self, token: Token) -> tuple[str, ...]:
        """The states of a noun phrase's head and of what is joined to it by "and"."""
        return distinct(iso3 for member in (token, *token.conjuncts) for iso3 in self._of_one(member))

    def two(self, but: Token | None = None) -> tuple[str, ...]:
        """What "both countries" means: the sentence's two states if one stands before, else the focus."""
        if but is not None:
            before = distinct(self.at[i] for i in sorted(self.at) if i < but.i)
            if len(before) == 2:
                return before
            if not before:
                return self.focus or ()
        if len(self.mentioned) == 2:
            return self.mentioned
        return self.focus or ()

    def modifiers(self, noun: Token) -> tuple[str, ...]:
        """The states before a noun as its modifiers: "US", "Israel's", "Sino-Vietnamese", "its"."""
        found: list[str] = []
        for token in self._modifier_tokens(noun):
            found.extend(self.of(token) if token.dep_ == "poss" else self._of_one(token))
        return distinct(found)

    def possessor(self, noun: Token) -> tuple[str, ...]:
        """The states that own a noun: "Russia's ally", "its ally"."""
        return distinct(s for child in noun.lefts if child.dep_ == "poss" for s in self.of(child))

    def subject(self, token: Token) -> tuple[str, ...]:
        """The states of the subject of a token's clause; one without a subject shares its host's."""
        verb = clause(token)
        while verb is not None:
            subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
            if subject is not None and token not in subject.subtree:
                return self.of(subject)
            verb = clause(verb) if verb.dep_ in _SHARING or subject is not None else None
        return ()

    def of_person(self, token: Token) -> tuple[str, ...]:
        """The state of which a person named here is: "Bush", "Karimov"."""
        state = self._person_at.get(token.i)
        return (state,) if state is not None else ()

    def speaker(self, token: Token) -> tuple[str, ...]:
        """The state of who says what a token is part of: "… is our ally," Solen said."""
        for verb in token.ancestors:
            if verb.lemma_.lower() not in REPORTING_VERBS | CALLING:
                continue
            for child in verb.children:
                if child.dep_ == "nsubj" and token not in child.subtree:
                    return self.of_person(child) or self.of(child)
        return ()

    def _of_one(self, token: Token) -> tuple[str, ...]:
        if token.i in self.at:
            return (self.at[token.i],)
        if token.tag_ in _RELATIVES:
            antecedent = _antecedent(token)
            return self._of_one(antecedent) if antecedent is not None else ()
        if token.tag_ in ("PRP", "PRP$"):
            return self._of_pronoun(token)
        if token.lemma_.lower() in _COLLECTIVE and _is_two(token):
            return self.two(token)
        if not _acts_for_a_state(token):
            return ()
        before = self.modifiers(token)
        if before:
            return before
        of = (g for child in token.rights if child.lower_ in ("of", "to", "from") for g in child.children)
        return distinct(s for owner in of if owner.i in self.at for s in self.of(owner))

    def _of_pronoun(self, token: Token) -> tuple[str, ...]:
        if token.lower_ in ("they", "them", "their", "both", "we", "our"):
            subject = self.subject(token)
            return subject if len(subject) >= 2 else self.two(token)
        if token.lower_ in ("it", "its", "he", "his", "she", "her"):
            subject = self.subject(token)
            return subject if len(subject) == 1 else ()
        return ()

    def _modifier_tokens(self, noun: Token) -> Iterator[Token]:
        for child in noun.lefts:
            if child.dep_ in _MODIFIERS:
                if child.dep_ != "poss":
                    yield from self._modifier_tokens(child)
                yield child
                # "US-Japan alliance": the parser joins the second to the first.
                yield from (
                    other
                    for other in child.rights
                    if other.i in self.at and other.dep_ not in ("pobj", "poss")
                )
            elif child.i in self.at and child.dep_ in ("punct", "dep", "nummod", "npadvmod", "advmod"):
                yield child


def _laid(span: Span, offset: int, phrases: Sequence[CountrySpan]) -> dict[int, str]:
    """The states of phrases, by the tokens on which these lie."""
    at: dict[int, str] = {}
    for phrase in phrases:
        for token in span:
            start = offset + token.idx
            if start < phrase.end_char and start + len(token) > phrase.start_char:
                at.setdefault(token.i, phrase.iso3)
    return at


def clause(token: Token) -> Token | None:
    """The nearest verb above a token; None above the root."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


def distinct(states: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order given."""
    return tuple(dict.fromkeys(states))


def _antecedent(relative: Token) -> Token | None:
    for ancestor in relative.ancestors:
        if ancestor.dep_ == "relcl":
            return ancestor.head
    # "Britain, whose Prime Minister has …": the clause may be parsed as the main one; the comma tells.
    if relative.i >= 2 and relative.nbor(-1).text == ",":
        return relative.nbor(-2)
    return None


def _is_two(token: Token) -> bool:
    return any(child.lower_ in ("both", "two") for child in token.lefts)


def _acts_for_a_state(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return (
        token.ent_type_ == "PERSON" or lemma in _STATE_NOUNS or lemma in OFFICE_HEADS or lemma in OTHER_HEADS
    )
