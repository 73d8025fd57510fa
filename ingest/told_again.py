"""What a text goes on to say of a meeting just told, naming nobody: "It will be held in Norvik on Friday", "A
second meeting was put off".
"""

from __future__ import annotations

from spacy.tokens import Token

from ingest.arguments import ArgumentReader
from ingest.events import Event
from ingest.status import standing_of

# So many sentences behind a meeting "the meeting" is still that one.
TOLD_AGAIN_WITHIN = 4
# The rules of events of another meeting of the same people, and of the same meeting.
ANOTHER = "again:another"
SAME = "again:same"
# Talks and rounds go on between two sides, whoever speaks for them.
_NOUNS = frozenset({"meeting", "summit", "encounter"})
DEFINITE = frozenset("the this that their his her".split())
"""Before a meeting, or a plan, of which the text has told."""
# What makes another meeting of the same people.
_ANOTHER = frozenset("second third next new another further fresh follow-up".split())
# What may be said of a meeting that is no other people's: not "the ministerial meeting".
_PLAIN = _ANOTHER | frozenset(
    "planned scheduled proposed upcoming forthcoming coming bilateral face-to-face long-awaited first".split()
)
_WHOSE = frozenset("of between with among".split())
_TAKING_PLACE = frozenset({"hold", "take"})
_LYING_AHEAD = frozenset({"planned", "postponed", "cancelled"})
_SURE = 0.65


def told_again(reader: ArgumentReader, last: Event, last_status: str) -> Event | None:
    """The event of the same people, if the sentence says what is to become of their meeting, or became of it.

    `last_status` is how far their meeting had come: of one that was held only another lies ahead.
    """
    for token in reader.sentence.span:
        if token.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        another = _is_another(token)
        known = another or (last_status in _LYING_AHEAD and _is_the_same(token))
        if known and standing_of(token).status in _LYING_AHEAD:
            return Event(token, last.sides, _SURE, ANOTHER if another else SAME, guessed=True)
    return None


def _is_another(noun: Token) -> bool:
    return _is_plain(noun) and any(word.lower_ in _ANOTHER for word in noun.lefts)


def _is_the_same(word: Token) -> bool:
    if word.lower_ == "it":
        return word.head.lemma_.lower() in _TAKING_PLACE
    return _is_plain(word) and any(child.lower_ in DEFINITE for child in word.lefts)


def _is_plain(noun: Token) -> bool:
    """Whether nothing says whose meeting it is."""
    if noun.lemma_.lower() not in _NOUNS or noun.pos_ != "NOUN" or noun.head.lemma_ == "host":
        return (
            False  # "The next meeting will be hosted by Antigua": of those who meet in turn with each other
        )
    said = [word for word in noun.lefts if word.dep_ in {"amod", "compound", "nmod", "poss"}]
    plain = all(word.lower_ in _PLAIN | DEFINITE or word.ent_type_ == "DATE" for word in said)
    return plain and not any(child.lower_ in _WHOSE for child in noun.rights)
