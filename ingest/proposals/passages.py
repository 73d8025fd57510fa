"""Which sentences are worth a question: of meeting, with people in reach and no claim by the rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.entities.folding import fold
from ingest.mentions import Mention
from ingest.parse import Document, Sentence
from ingest.people import People, Person
from ingest.proposals.protocol import Question
from ingest.records import Claim, MeetingClaim
from ingest.triggers import NOT_EVENTS, NOUNS, VERBS

# How many sentences before it are shown with a sentence: "the two leaders" rarely reach further back.
SENTENCES_BEFORE = 2

# Longer ones are lists and broken markup, and cost most.
LONGEST_SENTENCE = 1_500


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to ask about, and what the answer is measured against.

    `start` is where the question's sentence begins in the article's text; `people` has each name that may be
    given, folded, with all whom it can mean; `here` are the ids of those whom the sentence itself names.
    """

    sentence: Sentence
    start: int
    question: Question
    people: Mapping[str, tuple[Person, ...]]
    here: frozenset[str]


def passages(
    document: Document, mentions: Sequence[Sequence[Mention]], people: People, claims: Sequence[Claim]
) -> Iterator[Passage]:
    """The sentences to ask about, in the order of the text.

    Args:
        document: the parsed article.
        mentions: of each sentence, the people that it names.
        people: whom those mentions mean.
        claims: what the rules found in the article.
    """
    text = document.article.text
    told = [claim.evidence for claim in claims if isinstance(claim, MeetingClaim)]
    for number, sentence in enumerate(document.sentences):
        if any(evidence.start < sentence.end and sentence.start < evidence.end for evidence in told):
            continue
        if sentence.end - sentence.start > LONGEST_SENTENCE or not any(map(certainty, sentence.span)):
            continue
        first = max(0, number - SENTENCES_BEFORE)
        reach = document.sentences[first : number + 1]
        named = _named(reach, mentions[first : number + 1], people)
        meant = {person.id: person for _, person in named}
        if len(meant) < 2:
            continue
        sentence_text = text[sentence.start : sentence.end]
        start = sentence.start + len(sentence_text) - len(sentence_text.lstrip())
        question = Question(
            sentence=sentence_text.strip(),
            before=" ".join(text[each.start : each.end].strip() for each in reach[:-1])[-LONGEST_SENTENCE:],
            names=tuple(_offered(reach, named)),
        )
        here = frozenset(person.id for mention, person in named if mention.sentence == sentence.index)
        yield Passage(sentence, start, question, _by_name(reach, named), here)


def certainty(token: Token) -> float:
    """How sure the rules are of a meeting that this word speaks of; 0 where it speaks of none."""
    lemma = token.lemma_.lower()
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    if before in NOT_EVENTS.get(lemma, frozenset()):
        return 0.0  # "a news conference"
    verb = VERBS[lemma].confidence if lemma in VERBS else 0.0
    noun = NOUNS.get(lemma, 0.0)
    # "talks" is a verb of saying or a noun of meeting, and much less sure as the one than as the other.
    return (noun or verb) if token.pos_ in {"NOUN", "PROPN"} else (verb or noun)


def folded(name: str) -> str:
    """A name in plain small letters with single spaces, for comparing."""
    return " ".join(fold(name).split())


def _named(
    reach: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], people: People
) -> list[tuple[Mention, Person]]:
    """Every mention in reach with the one it means, if that is settled and no spokesman."""
    return [
        (mention, person)
        for _, found in zip(reach, mentions, strict=True)
        for mention in found
        if (person := people.person_of(mention)) is not None and not person.speaks_for_others
    ]


def _offered(reach: Sequence[Sentence], named: Sequence[tuple[Mention, Person]]) -> Iterator[str]:
    """One name for each person, as the article has it: in full, or the office where it gives no name."""
    seen: set[str] = set()
    for mention, person in named:
        if person.id not in seen:
            seen.add(person.id)
            yield person.full_name if _has_name(person) else _phrase(reach, mention)


def _by_name(
    reach: Sequence[Sentence], named: Sequence[tuple[Mention, Person]]
) -> dict[str, tuple[Person, ...]]:
    meant: dict[str, dict[str, Person]] = defaultdict(dict)
    for mention, person in named:
        names = {mention.name, _phrase(reach, mention), person.full_name if _has_name(person) else ""}
        for name in names:
            if key := folded(name):
                meant[key].setdefault(person.id, person)
    return {name: tuple(people.values()) for name, people in meant.items()}


def _has_name(person: Person) -> bool:
    # Whom only entity data knows by name has one, but not of this article.
    return any(mention.name for mention in person.mentions)


def _phrase(reach: Sequence[Sentence], mention: Mention) -> str:
    """The mention with the titles around it, as it stands in the text."""
    doc = next(sentence for sentence in reach if sentence.index == mention.sentence).span.doc
    return doc[min(mention.left, mention.first) : max(mention.right, mention.last) + 1].text
