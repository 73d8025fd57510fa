"""Whether people sat in one room: by telephone, by video, by letter, or face to face.

Only words of the meeting's own clause count: "met Dorn and handed over a letter" and "met a day after a phone
call" tell of meetings in person.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from ingest.status.mood import words_after

Format = Literal["in_person", "video", "phone", "unknown", "letter"]

_PHONE = frozenset(
    "phone telephone telephonic telephonically phoned telephoned tele-conversation telecon hotline".split()
)
_VIDEO = frozenset(
    """
    video videoconference videoconferencing teleconference virtual virtually online videolink video-link
    video-conference videocall zoom webinar remotely video-teleconference
    """.split()
)
_LETTER = frozenset("letter message cable telegram note missive".split())
_DISTANT_CALL = frozenset("call conversation talk discussion conference".split())

# Words for an exchange that may as well be one by telephone; a place or a face makes it one in a room.
_ANYHOW = frozenset(
    """
    discuss speak talk talks exchange consult confer conversation discussion consultation dialogue contact
    communicate negotiate negotiation raise brief
    """.split()
)
_FACE = frozenset(
    """
    face-to-face in-person person here sidelines sideline margins margin visit visiting office palace
    residence
    headquarters delegation guest hosted airport
    """.split()
)
# Who deals with another through these sits with them, and not with him.
_BETWEEN = frozenset(
    "media press newspaper newspapers intermediary intermediaries mediator mediators".split()
)
# Within so many words the manner of a meeting is told.
_MANNER = 11
_OTHER_TIME = frozenset(
    "after before following since ahead prior until despite of about on regarding from for".split()
)


def format_of(trigger: Token, carrier: Token | None) -> Format:
    """The format of the meeting that a trigger speaks of; `carrier` is the verb of a noun ("held talks")."""
    lemma = trigger.lemma_.lower()
    if lemma in {"phone", "telephone", "ring"}:
        return "phone"
    near = {word.lower_ for word in _near(trigger)}
    if carrier is not None:
        near |= {word.lower_ for word in _near(carrier, of=trigger)}
    if trigger.dep_ == "relcl" and trigger.head.lemma_.lower() in _DISTANT_CALL:
        near |= {word.lower_ for word in _near(trigger.head)}  # "a phone call in which they discussed"
    if near & {"through", "via"} and near & _BETWEEN:
        return "letter"
    if near & _VIDEO:
        return "video"
    if lemma == "call":
        return _call(trigger, near)
    if lemma in _LETTER and trigger.pos_ == "NOUN":
        return "letter"
    if near & _PHONE or ("call" in near and near & {"in", "during"} and lemma in _ANYHOW):
        return "phone"
    if lemma in _ANYHOW:
        letters = {word + ending for word in _LETTER for ending in ("", "s")}
        if lemma == "exchange" and near & letters:
            return "letter"
        return "in_person" if near & _FACE or _is_placed(trigger, carrier) else "unknown"
    return "in_person"


def _call(trigger: Token, near: set[str]) -> Format:
    """ "called on Dorn" and a courtesy call are visits; other calls between people are by telephone."""
    if near & {"courtesy", "farewell"}:
        return "in_person"
    following = trigger.nbor().lower_ if trigger.i + 1 < len(trigger.doc) else ""
    if following in {"on", "upon", "at", "in"} and not near & _PHONE:
        return "in_person"
    return "phone"


def _near(word: Token, of: Token | None = None) -> Iterator[Token]:
    """The word, what stands before it in its phrase, and the phrases of manner that hang on it."""
    if of is None:
        yield word
    for child in word.children:
        if child == of:
            continue
        if child.dep_ in {"amod", "compound", "advmod", "nmod", "npadvmod", "prt"}:
            yield child
            yield from (grand for grand in child.children if grand.dep_ in {"amod", "compound", "nmod"})
        elif child.dep_ in {"prep", "agent"} and child.lower_ not in _OTHER_TIME:
            yield child
            for grand in child.children:
                if grand.dep_ in {"pobj", "pcomp"}:
                    yield grand
                    yield from (low for low in grand.children if low.dep_ in {"amod", "compound", "nmod"})
        elif child.dep_ == "dobj" and child.lemma_.lower() in _DISTANT_CALL | _LETTER:
            yield child
            yield from (grand for grand in child.children if grand.dep_ in {"amod", "compound", "nmod"})
    yield from _by_order(word)
    yield from _by_screen(word)


def _by_screen(word: Token) -> Iterator[Token]:
    """ "Discussed the distribution of aid in a video conference", behind all of which they spoke."""
    for here in words_after(word, _MANNER):
        if here.pos_ in {"VERB", "SCONJ"} or here.text in {",", ";"}:
            return
        if here.lower_ in {"in", "during"}:
            yield from (
                near
                for near in words_after(here, 3)
                if near.lower_ in _VIDEO and near.head.lemma_.lower() in {"conference", "call", "link"}
            )


def _by_order(word: Token) -> Iterator[Token]:
    """ "spoke with Lamar over the phone": the manner, wherever the parser hung it, up to the next verb."""
    for here in words_after(word, _MANNER):
        if here.lower_ in {"virtually", "remotely", "online"}:
            yield here
        if here.lower_ in {"by", "via", "over", "through", "on"}:
            yield from (near for near in words_after(here, 3) if near.lower_ in _PHONE | _VIDEO)
        if here.pos_ in {"VERB", "SCONJ", "PUNCT"} and here.text not in {"-", "'", "’"}:
            return
        named = here.lower_ == "of" and here.i + 1 < len(here.doc) and here.nbor().text[0].isupper()
        if here.lower_ in _OTHER_TIME and here.lower_ != "on" and not named:  # "Secretary of State"
            return


def _is_placed(trigger: Token, carrier: Token | None) -> bool:
    """ "held talks in Norvik": people who talk in a place are in it."""
    for word in (trigger, carrier):
        for child in word.children if word is not None else ():
            if child.lower_ in {"in", "at"} and child.dep_ == "prep":
                for place in child.children:
                    if (
                        place.dep_ == "pobj"
                        and place.pos_ == "PROPN"
                        and place.ent_type_ not in {"DATE", "TIME"}
                    ):
                        return True
    return False
