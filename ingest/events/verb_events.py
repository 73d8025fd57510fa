"""Events told by a verb: "met", "received", "conferred with", "brought together"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.model import Event
from ingest.events.noun_events import is_other_sense
from ingest.events.objects import object_of, object_or_with, relative_object
from ingest.events.sides import (
    all_with_all,
    around_table,
    is_mutual,
    one_government,
    several_states,
    side_against_side,
)
from ingest.events.slots import DETACHED, after_preposition, agent_of, speaker_before, with_before
from ingest.status.format import format_of
from ingest.status.mood import is_passive, mood_of
from ingest.time_attachment import VISITS
from ingest.triggers import (
    GATHERING_VERBS,
    MEALS,
    MUTUAL,
    NOUNS,
    ROUND_VERBS,
    TREATIES,
    Verb,
)

# One may do this "to" someone as well as "with".
_ADDRESSING = frozenset({"talk", "speak"})
# What people exchange face to face, or across a table.
_EXCHANGED = frozenset("view idea opinion pleasantry gift toast handshake experience thought remark".split())


# "saw Lamar in Norvik on Friday": sure enough for an edge, "saw Lamar" is not.
_ENCOUNTER = 0.6
# "Talked for forty minutes".
_LONG_TALK = 0.75
# Where guests are received, so many words behind them.
_INDOORS = frozenset(
    "headquarters headquarter office palace residence ministry house hall chancellery".split()
)
_SETTLED_WITHIN = 6
_CHAIR_WITHIN = 3
_SETTING = frozenset({"DATE", "TIME", "GPE", "FAC"})
_SIGNING = frozenset({"sign", "initial", "ink"})
# Who did this "to see" someone saw him, or was about to.
_COMING = frozenset("be come go get manage fly drive travel rush return".split())
# In what something is raised with somebody.
_AT = frozenset({"in", "at", "during"})
# Whom one meets, one after the other or together.
_AUDIENCES = frozenset({"press", "media", "public", "crowd"})
# So many words behind whom one saw, he may be seen "as" something.
_JUDGED = 8


def verb_events(token: Token, lemma: str, verb: Verb, reader: ArgumentReader) -> Iterator[Event]:
    """The meetings that a verb of meeting states, by its frame."""
    passive = is_passive(token)
    subject = reader.subject(token)
    if not subject.people and not passive:
        subject.merge(speaker_before(token, reader))
    if verb.frame == "with" and (agent := agent_of(token, reader)).people:
        subject = agent  # "was discussed by Solen and Lamar"
    if passive and verb.frame != "with":  # "was closeted with Lamar" is no less mutual
        agent = after_preposition(token, {"by"}, reader)
        other = agent
    elif verb.frame == "meet":
        other = object_or_with(token, reader)
    elif verb.frame == "with":
        words = {"with", "to"} if lemma in _ADDRESSING else {"with"}
        other = (
            after_preposition(token, words, reader, within=DETACHED)
            or relative_object(token, reader)
            or with_before(token, reader)
        )
        if _in_their_talks(token):
            return
        if lemma == "exchange" and not _exchanges_words(token):
            return
        if lemma in _SIGNING and not _signs_treaty(token):
            return
        if lemma == "compare" and not any(child.lower_ == "notes" for child in token.children):
            return
    elif lemma == "call":
        other = after_preposition(token, {"on"}, reader, within=2)
        if _is_appeal(reader, other.end):
            return
    else:
        other = object_of(token, reader)
    if verb.frame in {"receive", "visit", "join"} and not other.people:
        return
    if not other and verb.frame in {"meet", "with"} and (both := _who_after_list(token, reader)) is not None:
        subject = both
    if (
        verb.frame == "with"
        and not other
        and not (_is_mutual_verb(token, lemma, subject) and is_mutual(subject))
    ):
        return
    if lemma == "talk" and not other and _speaks_of_something(token):
        return
    if lemma == "meet" and not other and _met_others(token):
        return
    if passive and not other.people and verb.frame != "with":
        return
    encounter = lemma in {"see", "visit"} and (
        _is_encounter(token, other) or (lemma == "visit" and other.guessed and _called_there(token, other))
    )
    called = lemma == "call" and _called_there(token, other)
    if verb.frame == "visit" and other.guessed and not encounter and not called:
        return
    if len(subject.people) >= 2 and other.people and _is_in_chair(other, reader):
        subject.merge(other)
        other = Argument()
    host = other if passive else subject
    # "was joined by Weber for talks": company, as often as not.
    confidence = verb.confidence * (0.8 if passive and verb.frame == "join" else 1.0)
    if encounter:
        confidence = _ENCOUNTER
    if lemma == "welcome" and _welcomes_in(token, other, reader):
        confidence = _ENCOUNTER
    if lemma in _SIGNING and len(subject.people) >= 2 and _is_placed(token):
        confidence = _ENCOUNTER
    if lemma in _ADDRESSING and _is_told_there(token):
        confidence = _ENCOUNTER
    if lemma in _ADDRESSING and _lasts(token):
        confidence = _LONG_TALK
    if lemma == "join" and (_at_table(token, other.end) or (other.mutual and _in_session(token))):
        confidence = _ENCOUNTER
    if verb.hosts and not passive and _is_to_table(token, other):
        yield from around_table(token, subject, other, confidence, f"verb:{lemma}", reader)
        return
    yield from side_against_side(
        token, subject, other, confidence, f"verb:{lemma}", reader, host=host if verb.hosts else None
    )


def _is_to_table(token: Token, guests: Argument) -> bool:
    """ "received Lamar and Orme for lunch", "hosted Lamar and Orme at a dinner"."""
    behind = token.doc[guests.end : min(guests.end + 5, token.sent.end)]
    return (
        len(behind) > 1
        and behind[0].lower_ in {"for", "at", "to"}
        and any(word.lemma_.lower() in MEALS | {"tea", "coffee"} for word in behind[1:])
    )


def _who_after_list(token: Token, reader: ArgumentReader) -> Argument | None:
    """ "Solen and Lamar, who are to meet on Friday": both, though the parser hangs "who" on the last."""
    clause = next((word for word in (token, *token.ancestors) if word.dep_ == "relcl"), token)
    last, comma = clause.head, clause.left_edge.i - 1
    if last.dep_ != "conj" or clause.left_edge.lower_ != "who" or comma < reader.start:
        return None
    if token != clause and token.head != clause:
        return None
    while last.dep_ == "conj":
        last = last.head
    mention = reader.mention_at.get(last.i)
    if mention is None or reader.doc[comma].text != ",":
        return None
    both = reader.read_list(mention.left, comma)
    return both if len(both.people) > 1 else None


def _in_their_talks(token: Token) -> bool:
    """ "did not raise it in his talks with Lamar": the talks tell of themselves, whatever was said there."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _AT and child.i > token.i:
            for noun in child.children:
                if noun.lemma_.lower() in NOUNS and any(grand.lower_ == "with" for grand in noun.children):
                    return True
    return False


def _welcomes_in(token: Token, other: Argument, reader: ArgumentReader) -> bool:
    """ "welcomed Premier Lamar to her office": by those who stay, and not at the airport."""
    begin = other.end + (other.end < reader.end and reader.doc[other.end].text == ",")
    behind = reader.doc[begin : min(begin + _SETTLED_WITHIN, reader.end)]
    if other.guessed or len(behind) < 2 or behind[0].lower_ not in {"to", "at", "in"}:
        return False
    indoors = any(word.lemma_.lower() in _INDOORS for word in behind)
    return indoors and not any(word.lower_ in {"airport", "tarmac"} for word in behind)


def _is_in_chair(other: Argument, reader: ArgumentReader) -> bool:
    """ "Solen and Lamar met, with Dorn in the chair", "with Dorn presiding": who sat between them."""
    behind = reader.doc[other.end : min(other.end + _CHAIR_WITHIN, reader.end)]
    words = [word.lower_ for word in behind]
    return "chair" in words or bool(words and words[0] in {"presiding", "mediating", "moderating"})


def _is_told_there(token: Token) -> bool:
    """ "There he spoke with", "spoke in Norvik with"; who speaks to others in a place may make a speech."""
    words = {child.lower_ for child in token.children}
    return "there" in words or ("with" in words and token.tag_ == "VBD" and _is_placed(token))


def _is_placed(token: Token) -> bool:
    """ "signed the accord in Norvik", "signed it here"."""
    return any(child.lower_ == "here" for child in token.children) or any(
        child.lower_ in {"in", "at"} and any(place.ent_type_ in {"GPE", "FAC"} for place in child.children)
        for child in token.children
    )


def _lasts(token: Token) -> bool:
    """ "talked for two hours": a conversation, and nothing said in passing."""
    return any(
        child.lower_ == "for" and any(grand.ent_type_ == "TIME" for grand in child.subtree)
        for child in token.children
    )


def _is_encounter(token: Token, other: Argument) -> bool:
    """Whether "saw" or "visited" says when or where, as of a meeting, or "saw" says of office holders alone;
    "saw him as an ally" does neither.
    """
    if token.tag_ == "VBG":
        return False
    if token.lemma_ == "see" and token.dep_ in {"xcomp", "advcl"} and token.head.lemma_ in _COMING:
        return True  # "went to see the minister", "got to see the king"
    if token.lemma_ == "see" and token.dep_ == "relcl" and token.head.lemma_.lower() in VISITS:
        return True  # "a two-day visit during which he saw the minister"
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 1 + 2 * DETACHED)]
    words = {word.lower_ for word in following if word.i < other.end + _JUDGED}
    if "face" in words or "person" in words or "turn" in words:
        return True  # "saw Solen, Dorn and Lamar in turn"
    if words & {"as", "win", "lose", "beat"} or any(
        word.dep_ in {"ccomp", "xcomp"} for word in token.children
    ):
        return False
    if token.lemma_ == "see" and token.tag_ == "VBD" and other.people and not other.guessed:
        in_office = [m.title is not None for m in other.mentions.values()]
        if len(in_office) == len(other.people) and all(in_office):
            return True  # "saw President Solen and the head of the security service, Lamar"
    by = next((word.i for word in following if word.dep_ == "agent"), 0)
    behind = [word for word in following if word.i >= other.end or word.i < by]
    return any(word.lemma_.lower() in _INDOORS for word in behind[:8] if word.i < by) or any(
        word.ent_type_ in _SETTING and word.pos_ != "ADJ" for word in behind[:8]
    )


def _is_mutual_verb(token: Token, lemma: str, subject: Argument) -> bool:
    """ "Solen and Lamar conferred", "spoke by telephone"; who sign together meet if they sign for different
    states.
    """
    if lemma == "speak":
        of_something = subject.mutual and len(subject.people) > 2 and _speaks_about(token)
        return of_something or _lasts(token) or format_of(token, None) in {"phone", "video"}
    if lemma in _SIGNING:
        return len({person.country for person in subject.people} - {None}) >= 2
    if lemma == "sit":
        return any(child.lower_ == "down" for child in token.children)
    return lemma in MUTUAL


def _speaks_about(token: Token) -> bool:
    """ "The three spoke about the price of wheat"."""
    return any(child.lower_ == "about" and child.dep_ == "prep" for child in token.children)


def _signs_treaty(token: Token) -> bool:
    """ "signed a declaration with"; not "signed a letter", "signed a player"."""
    signed = [child for child in token.children if child.dep_ in {"dobj", "nsubjpass"}]
    if token.dep_ == "acl":
        signed.append(token.head)  # "the accord, initialled by"
    return any(
        word.lemma_.lower() in TREATIES or word.lower_ == "it"
        for noun in signed
        for word in (noun, *noun.conjuncts)
    )


def _in_session(token: Token) -> bool:
    """ "joined them for the rest of the session"."""
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 9)]
    return any(word.lemma_.lower() in {"session", "talk", "meeting", *MEALS} for word in following)


def _at_table(token: Token, end: int) -> bool:
    """ "were joined over dinner by Lamar", "joined Premier Lamar for lunch"."""
    table = MEALS | {"coffee", "tea", "drink"}
    following = token.doc[token.i + 1 : min(token.sent.end, token.i + 5)]
    behind = token.doc[end : min(token.sent.end, end + 3)]
    at_once = len(behind) > 1 and behind[0].lower_ in {"for", "at", "over"}
    return any(word.lemma_.lower() in table for word in (*following, *(behind if at_once else ())))


def _exchanges_words(token: Token) -> bool:
    """ "exchanged views"; not "exchanged letters", "prisoners", "fire"."""
    objects = [child for child in token.children if child.dep_ in {"dobj", "nsubjpass"}]
    return not objects or any(
        word.lemma_.lower() in _EXCHANGED or word.lower_ == "words"
        for noun in objects
        for word in (noun, *noun.conjuncts)
    )


def _speaks_of_something(token: Token) -> bool:
    """ "what Solen and Lamar were talking about": each of them, elsewhere."""
    return token.tag_ == "VBG" or any(child.lower_ in {"about", "of", "to"} for child in token.children)


def _met_others(token: Token) -> bool:
    """ "The two met the press", "they met with the pub": nobody by name, and not each other."""
    if any(child.dep_ == "dobj" and child.lemma_.lower() in _AUDIENCES for child in token.children):
        return True
    behind = token.doc[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].lower_ == "with" and behind[1].lower_ == "the"


def _called_there(token: Token, other: Argument) -> bool:
    """ "called on him this morning", "visited her at the palace": when or where, and no appeal."""
    behind = token.doc[other.end : min(token.sent.end, other.end + 4)]
    settled = any(word.ent_type_ in {"DATE", "TIME"} or word.lemma_.lower() in _INDOORS for word in behind)
    return settled and behind[0].lower_ not in {"to", "for"}


def _is_appeal(reader: ArgumentReader, end: int) -> bool:
    """ "called on Dorn to resign": an appeal, not a visit."""
    return end < reader.end and reader.doc[end].lower_ in {"to", "for"}


def gathers(token: Token, lemma: str) -> bool:
    """Whether a verb says that people were put together: "brought together", "the summit drew"."""
    if lemma in GATHERING_VERBS and (lemma != "bring" or _together(token)):
        return True
    return lemma in ROUND_VERBS and _has_round_for_subject(token)


def _together(token: Token) -> bool:
    """ "brought together", "brought the two leaders, Solen and Lamar, together", "face to face"."""
    for word in token.doc[token.i + 1 : token.sent.end]:
        if word.lower_ == "together" or (word.lower_ == "face" and word.nbor(-1).lower_ == "to"):
            return True
        if word.pos_ in {"VERB", "AUX", "SCONJ"}:
            return False
    return any(child.lower_ == "together" for child in token.children)


def gathered(token: Token, reader: ArgumentReader) -> Iterator[Event]:
    """ "The summit brought together A, B and C": all with all; who brings others together mediates."""
    passive = next((child for child in token.children if child.dep_ == "nsubjpass"), None)
    if passive is not None:  # "Solen and Lamar were brought together by Dorn"
        together = reader.subject(token)
        if len(together.people) >= 2 and not one_government(together.people):
            yield all_with_all(token, together, 0.75, f"verb:{token.lemma_.lower()}-together")
        return
    if not any(child.dep_ in {"dobj", "ccomp"} for child in token.children):
        # "Presidents Solen of Kenya and Lamar of Mali will gather in Norvik"
        subject = reader.subject(token)
        if several_states(subject.people) and not subject.guessed:
            yield all_with_all(token, subject, 0.75, f"verb:{token.lemma_.lower()}")
            return
    at = token.i + 1
    while at < reader.end and reader.doc[at].lower_ in {"together", "up"}:
        at += 1
    everyone = reader.read_list(at, reader.end)
    convenor = reader.subject(token)
    named = _has_round_for_subject(token) or bool(convenor) or _is_told_of(token)
    if len(everyone.people) >= 2 and len(convenor.people) == 1 and _at_home(token):
        everyone.merge(convenor)  # "brought them together at his residence", "assembled them here"
    if len(everyone.people) >= 2 and named and not one_government(everyone.people):
        yield all_with_all(token, everyone, 0.8, f"verb:{token.lemma_.lower()}-together")


def _at_home(token: Token) -> bool:
    """ "at his residence", "here": where who brought others together is at home, and sits with them."""
    own = any(
        place.lemma_.lower() in _INDOORS and any(word.tag_ == "PRP$" for word in place.children)
        for child in token.children
        if child.lower_ in {"at", "in"}
        for place in child.children
    )
    return own or any(child.lower_ == "here" for child in token.children)


def _is_told_of(verb: Token) -> bool:
    """ "It will bring together A and B", of a meeting that the sentence before tells of."""
    it = any(child.dep_ == "nsubj" and child.lower_ == "it" for child in verb.children)
    return it and mood_of(verb).modal in {"will", "would"}


def _has_round_for_subject(verb: Token) -> bool:
    """ "The summit drew …", "talks which involved …"."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            noun = verb.head if child.lower_ in {"which", "that"} and verb.dep_ == "relcl" else child
            if noun.lemma_.lower() in NOUNS and not is_other_sense(noun, noun.lemma_.lower()):
                return True
    return False
