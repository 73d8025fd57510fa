"""Whether a meeting was held, is planned, called off, refused or wished for, and whether it was face to face.

Read from the trigger upward, word by governing word. Each link says how far the reality of what governs
reaches down: what is wished, planned or denied ("refused to meet", "plans for talks") decides; an adjunct
("said at a meeting") passes on only that it lies ahead; reports ("said that he met"), "after" and relative
clauses end the walk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ingest.status.fates import governing_verbs
from ingest.status.format import Format, format_of
from ingest.status.links import carrier_of, is_noun_like, link_of
from ingest.status.mood import is_caption, mood_of
from ingest.status.verdict import Verdict
from ingest.status.walk import verdict_of
from ingest.status.words import MOTION, Status

# So many words joined by "and" share what governs them.
_SHARING = 4

# Who does this from a meeting has had it.
_COME_OF_IT = frozenset({"outcome", "result"})
_COMING = frozenset({"come", "emerge", "return", "fresh", "back", "walk", "arrive"})

# By these a caption tells what came right after the picture.
_NEXT_IN_PICTURE = frozenset({"before", "ahead", "prior"})

Tense = Literal["past", "future", "unknown"]

__all__ = [
    "Format",
    "Standing",
    "Status",
    "Tense",
    "is_asserted",
    "is_journey",
    "standing_of",
    "tense_of",
    "was_planned",
    "was_wished",
]


@dataclass(frozen=True, slots=True)
class Standing:
    """What kind of fact a meeting is. `cue` is the word that decided; "letter" is no meeting at all."""

    status: Status
    format: Format
    cue: str = ""


def standing_of(trigger: Token) -> Standing:
    """The status and format of the meeting that a verb or noun speaks of."""
    verdict = _verdict(trigger)
    return Standing(verdict.status or "held", format_of(trigger, carrier_of(trigger)), verdict.cue)


def _verdict(trigger: Token) -> Verdict:
    """What the words above the trigger decide; in a caption what follows was about to begin, and did:
    "Solen (left) greets Dorn before their talks on Tuesday".
    """
    verdict = verdict_of(trigger)
    about_to_begin = verdict.status == "planned" and verdict.cue in _NEXT_IN_PICTURE
    return Verdict() if about_to_begin and is_caption(trigger) else verdict


def is_journey(trigger: Token) -> bool:
    """Whether a plan is only the purpose of a journey that was made: "flew to Norvik to meet Dorn"."""
    return verdict_of(trigger).cue in MOTION


def is_asserted(trigger: Token) -> bool:
    """Whether a sentence says that a meeting was, or only speaks of it: "to protest against the meeting".

    "The meeting ended", "said after the meeting" and every verb of meeting say so.
    """
    if trigger.pos_ in {"VERB", "AUX"} and not is_noun_like(trigger):
        return True
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "of" and trigger.head.head.lemma_ in _COME_OF_IT:
        return True  # "told him of the outcome of his talks with Dorn"
    link = link_of(trigger)
    for _ in range(_SHARING):
        if link is None or link.kind != "shared":
            break
        link = link_of(link.governor)
    if link is None:
        return True
    governor = link.governor
    if link.word == "from":
        return governor.lemma_.lower() in _COMING  # "came away from his talks with Dorn"
    if link.kind == "after" and governor.tag_ == "VBG":
        governor = governor.head  # "Speaking after his talks with Dorn, he said"
    if link.kind not in {"subject", "object", "adjunct", "after"} or governor.pos_ not in {"VERB", "AUX"}:
        return False
    if link.kind in {"adjunct", "after"} and mood_of(governor).infinitive:
        governor = governor.head  # "failed to reach an accord at their meeting"
    mood = mood_of(governor)
    return mood.past and not mood.infinitive


def was_planned(trigger: Token) -> bool:
    """Whether a plan is told as one of the past: "was to meet Dorn", "would have met", "was due to"."""
    return verdict_of(trigger).status == "planned" and any(
        mood_of(verb).past and not mood_of(verb).modal for verb in governing_verbs(trigger)
    )


def was_wished(trigger: Token) -> bool:
    """Whether a wish is told as one of the past: "had wanted to see Dorn"."""
    return verdict_of(trigger).status == "possible" and any(
        mood_of(verb).pluperfect for verb in governing_verbs(trigger)
    )


def tense_of(trigger: Token) -> Tense:
    """Where in time the meeting lies, seen from the article: decides what "on Tuesday" means.

    What was called or put off had lain ahead; what is only wished for or was refused may be on either side.
    """
    verdict = _verdict(trigger)
    status = verdict.status or "held"
    if status == "held" or (status == "cancelled" and verdict.cue == "not"):
        return "past"  # so is what "did not take place"
    return "future" if status in {"planned", "postponed", "cancelled"} else "unknown"
