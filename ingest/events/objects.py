"""Whom a verb of meeting has for an object: behind "with", behind when and where, or in a relative clause."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.events.slots import DETACHED, after_preposition

# What is met without being anyone.
_MET_THINGS = frozenset(
    """
    demand need target requirement standard challenge condition deadline goal criterion expectation obligation
    commitment objective cost expense eye term responsibility resistance difficulty problem want quota end
    """.split()
)

CREDENTIALS = frozenset({"credential", "credentials", "credence"})
"""The papers by which an envoy is accredited."""
_PAPERS = CREDENTIALS | {"letter", "copy"}
_PAPERS_WITHIN = 8
# The words of a phrase that says when or where.
_PLACES = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_WHEN_OR_WHERE = frozenset({"on", "in", "at", "today", "yesterday"})
# "Will meet in Norvik at the invitation of Premier Lamar": of whom one meets by it, it says nothing.
_ASKED_BY = frozenset({"invitation", "request", "behest", "initiative", "suggestion", "urging"})
# So many words of such phrases may stand between "received" and whom.
_FAR = 20


def object_or_with(token: Token, reader: ArgumentReader) -> Argument:
    """Whom one met: the direct object, or what follows "with"; adverbs and days may stand between."""
    relative = relative_object(token, reader)
    if relative:
        return relative
    at = token.i + 1
    while at < reader.end and (
        (reader.doc[at].pos_ in {"ADV", "PART"} and reader.doc[at].lower_ != "not")
        or reader.doc[at].dep_ == "prt"
    ):
        at += 1
    if at < reader.end and reader.doc[at].lower_ == "with":
        joined = (
            at + 2 < reader.end and reader.doc[at + 1].lower_ == "and" and reader.doc[at + 2].pos_ == "VERB"
        )
        return reader.read_list(at + 3 if joined else at + 1, reader.end)  # "met with and feted"
    direct = reader.read_list(at, reader.end) if at < reader.end and not _is_time(reader, at) else Argument()
    if not direct:
        direct = _behind_adjuncts(reader, at)
    if direct:
        return direct
    return after_preposition(token, {"with"}, reader, within=DETACHED) or _unlisted_group(token)


def _unlisted_group(token: Token) -> Argument:
    """ "met with farmers and fishermen": whom one meets with are people, whatever they are called."""
    argument = Argument()
    for child in token.children:
        met = child if child.dep_ == "dobj" else None
        if child.dep_ == "prep" and child.lower_ == "with":
            met = next((grand for grand in child.children if grand.dep_ == "pobj"), None)
        if (
            met is not None
            and met.tag_ == "NNS"
            and (child.dep_ == "prep" or met.lemma_.lower() not in _MET_THINGS)
        ):
            phrase = met.doc[met.left_edge.i : met.right_edge.i + 1]
            argument.groups.append(" ".join(phrase.text.split()))
            argument.end = met.right_edge.i + 1
            break
    return argument


def object_of(token: Token, reader: ArgumentReader) -> Argument:
    """Whom one received or visited: the direct object, also behind adverbs, days and places."""
    relative = relative_object(token, reader)
    if relative:
        return relative
    at = token.i + 1
    while at < reader.end and (reader.doc[at].pos_ == "ADV" or _is_day(reader.doc[at])):
        at += 1  # "received here Thursday a number of ambassadors"
    if token.lemma_ == "receive" and (papers := _credentials(token)) is not None:
        at = papers  # "received the credentials of Ambassador Solen"
    return reader.read_list(at, reader.end) or _behind_adjuncts(reader, at, set_off=_must_have_guests(token))


def _must_have_guests(token: Token) -> bool:
    """Whether the verb cannot go without an object: "received, at his palace, Premier Lamar". Who met in
    Norvik, or was received there, has none behind it.
    """
    active = token.tag_ != "VBN" or any(
        child.lemma_ == "have" or child.dep_ == "nsubj" for child in token.children
    )
    return token.lemma_ in {"receive", "host", "welcome"} and active


def _credentials(token: Token) -> int | None:
    """Where those are named whose papers one received: "the credentials of", "letters of credence from"."""
    for child in token.children:
        if child.dep_ != "dobj" or child.lemma_.lower() not in _PAPERS:
            continue
        if not any(word.lemma_.lower() in CREDENTIALS for word in child.subtree):
            continue
        for at in range(child.i + 1, min(child.i + _PAPERS_WITHIN, len(token.doc) - 2)):
            word = token.doc[at]
            following = token.doc[at + 1 + (token.doc[at + 1].pos_ == "DET")]
            if word.lower_ in {"of", "from"} and following.lemma_.lower() not in _PAPERS:
                return at + 1
    return None


def _behind_adjuncts(reader: ArgumentReader, at: int, set_off: bool = False) -> Argument:
    """ "received on Monday at the palace the president of Mali": whom, past when and where.

    `set_off`: commas may set them off: "received, at the palace on Monday, the president of Mali".
    """
    begin = at
    while (
        at < reader.end
        and at - begin < _FAR
        and (reader.doc[at].lower_ in _WHEN_OR_WHERE or (set_off and _is_set_off(reader, at)))
    ):
        at += 1
        while (
            at < reader.end
            and not reader.is_named(at)
            and (
                reader.doc[at].pos_ in _PLACES
                or reader.doc[at].lower_ == "of"
                or reader.doc[at].tag_ == "PRP$"  # "received at his office in Norvik Premier Lamar"
            )
        ):
            if reader.doc[at].lower_ == "the" and reader.doc[at - 1].pos_ in {"NOUN", "PROPN"}:
                break
            at += 1
        at += set_off and _closes(reader, at)
    if at == begin or any(word.lower_ in _ASKED_BY for word in reader.doc[begin:at]):
        return Argument()
    found = reader.read_list(at, reader.end)
    # "received on Sunday Oman's Under-Secretary for Foreign Affairs Orme": the name may stand far behind.
    by_name = any(mention.name and mention.strength != "weak" for mention in found.mentions.values())
    return found if by_name or reader.is_named(at) or reader.is_named(at + 1) else Argument()


def _is_set_off(reader: ArgumentReader, at: int) -> bool:
    """Whether a day or a comma before when and where stands here."""
    following = reader.doc[at + 1].lower_ if at + 1 < reader.end else ""
    return _is_time(reader, at) or (reader.doc[at].text == "," and following in _WHEN_OR_WHERE)


def _closes(reader: ArgumentReader, at: int) -> bool:
    """Whether a comma stands here that closes what was set off."""
    return at < reader.end and reader.doc[at].text == ","


def relative_object(token: Token, reader: ArgumentReader) -> Argument:
    """ "Dorn, whom Vray met", "the premier he is to meet"."""
    for child in token.children:
        if child.dep_ in {"dobj", "pobj"} and child.lower_ in {"whom", "who"} and child.i < token.i:
            return reader.noun_phrase(child, token)
        if child.dep_ == "prep" and any(grand.lower_ == "whom" for grand in child.children):
            return reader.noun_phrase(
                next(grand for grand in child.children if grand.lower_ == "whom"), token
            )
    return Argument()


def _is_day(token: Token) -> bool:
    return token.ent_type_ == "DATE" and token.dep_ == "npadvmod"


def _is_time(reader: ArgumentReader, position: int) -> bool:
    return reader.doc[position].ent_type_ in {"DATE", "TIME"}
