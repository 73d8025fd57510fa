"""Whether a proposal becomes a claim: the text and the rules have to bear it out.

The quote must stand in the sentence, and every name must be a person of the article. What the rules read
off the quoted word of meeting bounds what the model may say: what lies ahead it cannot call held, and a call
stays a call. The date is theirs alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from spacy.tokens import Token

from ingest.dates import when_of
from ingest.meetings import GUESS, participant
from ingest.people import Person
from ingest.proposals.passages import Passage, certainty, folded
from ingest.proposals.protocol import Proposal
from ingest.records import Evidence, MeetingClaim, MeetingFormat, When
from ingest.status import Standing, standing_of, tense_of
from ingest.topics import topics_of

Refusal = Literal[
    "the quote is not in the sentence",
    "the quote has no word of meeting",
    "a name is not a person of the passage",
    "a name can mean several people",
    "somebody is on two sides",
    "fewer than two sides",
    "a letter is no meeting",
    "the sentence does not say that it was held",
]

# A model's word counts for so much of what a rule's would about the same word of meeting.
SHARE = 0.6


def checked(
    proposal: Proposal, passage: Passage, model: str, published: date | None, dateline_day: date | None
) -> MeetingClaim | Refusal:
    """The claim that a proposal amounts to, or why it is none."""
    quoted = _quoted(proposal.quote, passage)
    if quoted is None:
        return "the quote is not in the sentence"
    triggers = _triggers(passage, *quoted)
    if not triggers:
        return "the quote has no word of meeting"
    sides = _sides(proposal, passage)
    if isinstance(sides, str):
        return sides
    # The surest word, and of equals the first.
    trigger = max(triggers, key=certainty)
    standing = standing_of(trigger)
    if standing.format == "letter":
        return "a letter is no meeting"
    if proposal.status == "held" and standing.status != "held":
        return "the sentence does not say that it was held"
    when = _when(trigger, published, dateline_day)
    status = proposal.status
    if status == "held" and when.earliest and published and when.earliest > published:
        status = "planned"
    is_guess = any(person.id not in passage.here for person, _ in sides)
    return MeetingClaim(
        status=status,
        format=_format(proposal, standing),
        participants=tuple(participant(person, side, "participant") for person, side in sides),
        evidence=Evidence(passage.sentence.start, passage.sentence.end, ""),
        confidence=round(SHARE * certainty(trigger) * (GUESS if is_guess else 1.0), 3),
        rule=f"model:{model}",
        when=when,
        topics=topics_of([passage.sentence.span]),
    )


def _quoted(quote: str, passage: Passage) -> tuple[int, int] | None:
    """Where the quote stands in the article's text. White space may differ, for lines are wrapped."""
    words = quote.split()
    found = re.search(r"\s+".join(map(re.escape, words)), passage.question.sentence) if words else None
    return (passage.start + found.start(), passage.start + found.end()) if found is not None else None


def _triggers(passage: Passage, start: int, end: int) -> list[Token]:
    position = passage.sentence.position
    return [
        token
        for token in passage.sentence.span
        if start <= position(token) and position(token) + len(token) <= end and certainty(token)
    ]


def _sides(proposal: Proposal, passage: Passage) -> list[tuple[Person, int]] | Refusal:
    """Who met, each with a side; sides count from zero in the order of the proposal."""
    numbers: dict[int, int] = {}
    found: dict[str, tuple[Person, int]] = {}
    for each in proposal.participants:
        meant = passage.people.get(folded(each.name), ())
        if not meant:
            return "a name is not a person of the passage"
        if len(meant) > 1:
            return "a name can mean several people"
        side = numbers.setdefault(each.side, len(numbers))
        if found.setdefault(meant[0].id, (meant[0], side))[1] != side:
            return "somebody is on two sides"
    sides = list(found.values())
    return sides if _count(side for _, side in sides) > 1 else "fewer than two sides"


def _count(values: Iterable[int]) -> int:
    return len(set(values))


def _format(proposal: Proposal, standing: Standing) -> MeetingFormat:
    """A call stays a call, whatever the model makes of it."""
    return standing.format if standing.format in {"video", "phone"} else proposal.format


def _when(trigger: Token, published: date | None, dateline_day: date | None) -> When:
    return when_of(trigger, published=published, tense=tense_of(trigger), dateline_day=dateline_day)
