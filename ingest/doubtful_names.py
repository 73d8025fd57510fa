"""Which names are doubtful: taken for people's on weak signs, and by their place in the sentence no person's.

Capitals alone make no person, and the parser's tagger takes towns, newspapers, ships and the first word of a
sentence for people: "Snow is forecast", "the daily Nordlys", "the Okavango plain", "the village of Aksu".
Somebody with a title, known to the entity data, or in what the article claims is never doubtful; nor is a
full name without a sign against it, or a lone one that says or does something.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.mentions import Mention
from ingest.names import parts
from ingest.parse import Sentence
from ingest.people import Person
from ingest.titles import HEADS, HONORIFICS

# Nouns that say of the name behind them that it is a place's ("the village of"), or a thing's ("the daily").
_PLACES = frozenset(
    """
    village town city suburb district province region county state republic island islet port harbour
    harbor camp valley desert river lake strait peninsula crossing checkpoint temple church cathedral
    mosque monastery chateau castle palace ruins capital exclave enclave settlement area municipality hill
    battle siege
    """.split()
)
_THINGS = frozenset(
    """
    newspaper daily weekly magazine broadcaster website agency channel station company firm group airline
    carrier bank brokers consultancy distributor giant charity organisation organization ngo
    movement party faction union vessel ship ferry frigate destroyer submarine trawler tanker freighter
    yacht aircraft jet rocket missile exercise operation prison centre center hotel stadium club team
    film opera festival prize award
    """.split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_LEADING_THERE = frozenset("in at from to on of near around outside through across into between".split())
_MODIFIES = frozenset({"compound", "nmod", "amod"})
# Verbs of which anything may be the subject.
_OF_ANYTHING = frozenset("be have become remain seem appear rise fall start begin end continue go".split())


def is_doubtful(people: Sequence[Person], sentences: Mapping[int, Sentence]) -> bool:
    """Whether the name of somebody whom the article mentions is more likely no person's.

    Args:
        people: one person, as the article's mentions were gathered under one id.
        sentences: the article's sentences by index.
    """
    mentions = [mention for person in people for mention in person.mentions]
    if not mentions or any(mention.title is not None or not mention.name for mention in mentions):
        return False
    if any(person.link.verdict == "yes" for person in people):
        return False
    signs = [_Sign(mention, sentences[mention.sentence]) for mention in mentions]
    if any(sign.is_styled for sign in signs):
        return False
    if any(len(parts(name)) > 1 for person in people for name in person.names):
        return 2 * sum(sign.is_no_name for sign in signs) >= len(signs)
    if any(sign.acts for sign in signs):
        return False
    return len(signs) == 1 or 2 * sum(sign.is_no_name or sign.is_where for sign in signs) >= len(signs)


def stands_as_no_name(mention: Mention, sentence: Sentence) -> bool:
    """Whether capitals stand where no person's name does: "the Holy Land", "the daily Nordlys"."""
    sign = _Sign(mention, sentence)
    return sign.is_no_name and not sign.is_styled


class _Sign:
    """What the place of one mention in its sentence says of its name."""

    def __init__(self, mention: Mention, sentence: Sentence) -> None:
        doc, start = sentence.span.doc, sentence.span.start
        self._words = [token.lower_ for token in doc[mention.first : mention.last + 1]]
        self._before = doc[mention.first - 1] if mention.first > start else None
        self._beyond = doc[mention.first - 2] if mention.first - 1 > start else None
        self._root = doc[mention.first : mention.last + 1].root
        self._next = doc[mention.last + 1] if mention.last + 1 < sentence.span.end else None
        self._tagged = [
            entity
            for entity in sentence.span.ents
            if entity.label_ == "PERSON" and entity.start <= mention.last < entity.end
        ]
        self._first = mention.first

    @property
    def is_styled(self) -> bool:
        """ "The Rev. Teo Lamar", "the Dalai Lama"."""
        return self._words[0].rstrip(".") in HONORIFICS or bool(HEADS & {self._words[0], self._words[-1]})

    @property
    def acts(self) -> bool:
        """ "Blair raised it", "his sister, Lena"; "Teo "Bora" Lamar", where the surname comes last."""
        if not self._tagged or self.is_no_name:
            return False
        if any(entity.start < self._first for entity in self._tagged):
            return True
        verb = self._root.head
        if self._root.dep_ == "appos" and verb.lower_ in HEADS:
            return True
        acting = self._root.dep_ == "nsubj" and verb.pos_ == "VERB"
        return acting and verb.lemma_.lower() not in _OF_ANYTHING

    @property
    def is_no_name(self) -> bool:
        """ "The Okavango Delta", "the Al-Rai daily", "the daily Al-Rai", "the village of Ab Barik"."""
        if self._next is not None and self._next.pos_ == "NOUN" and self._root.dep_ in _MODIFIES:
            return True
        if self._before is None:
            return False
        if self._before.lower_ in _ARTICLES or self._before.lemma_.lower() in _THINGS:
            return True
        return (
            self._before.lower_ == "of"
            and self._beyond is not None
            and self._beyond.lemma_.lower() in _PLACES
        )

    @property
    def is_where(self) -> bool:
        """ "From Brno to Břeclav"."""
        return self._before is not None and self._before.lower_ in _LEADING_THERE
