"""Events told by a noun: "talks with", "their summit", "an audience granted to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.arguments import Argument, ArgumentReader
from ingest.arguments.words import SINGULAR
from ingest.events.joint_acts import is_of_a_body, joint_act
from ingest.events.model import Event
from ingest.events.sides import (
    all_with_all,
    around_table,
    is_mutual,
    several_states,
    side_against_side,
)
from ingest.events.slots import after_preposition, agent_of, speaker_before
from ingest.events.ways import ways
from ingest.triggers import (
    ARRANGING_VERBS,
    ENGAGING_VERBS,
    LIGHT_VERBS,
    MEALS,
    NOT_EVENTS,
    REPORTING_VERBS,
    TELLING_VERBS,
)

_MEASURES = frozenset("day hour week round series set couple session number string minute".split())


_AMONG_WITHIN = 20
# "a reception in Norvik on Monday for".
_HONOURED_WITHIN = 10
_TOLD_TO_THEIR_FACE = frozenset("tell inform assure brief".split())
_LARGE = frozenset({"conference", "session", "reception"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ASKED_FOR = frozenset({"meeting", "talk", "audience", "conversation"})
_ASKING = frozenset({"request", "seek"})
_CHAIRING = frozenset({"chair", "convene", "host"})
# Fewer than those who held talks: it may have been a large one.
_CHAIRED = 0.8
_WINNING = frozenset("win secure obtain get extract wring".split())
_COME_FOR = frozenset({"summit", "talk", "meeting", "negotiation", "consultation"})
_COMING = frozenset("arrive come fly travel".split())
_OPENING = frozenset({"begin", "open", "start"})
_GETTING_TO = frozenset({"sit", "get", "gather"})
_GIVEN = MEALS | {"reception", "audience"}
_GIVING = frozenset({"host", "give", "hold", "offer", "organize", "organise"})
_HELD_WITH = _GIVING | {"have", "conduct", "schedule", "plan"}
# What one does, or makes, who speaks at a reception that he gives; and how sure it is that he gives it.
_SAYING = REPORTING_VERBS | frozenset("speak statement remark comment call appeal proposal".split())
_SPOKEN_AT = 0.6
_DETACHED = 10
# Meetings of these kinds have many members.
_OF_MANY = frozenset({"regional", "annual", "ministerial", "international"})
# What may be said to be a meeting: "The high point will be a dinner with Lamar".
_ITEMS = frozenset("highlight point item stop step engagement appointment event".split())
# Of what a clause tells, and as what.
_FOREGROUND = frozenset({"nsubj", "nsubjpass", "attr"})
_GROUPING = frozenset({"group", "gather", "bring", "unite", "involve", "join"})
_GRANTING = frozenset({"grant", "give", "accord", "offer"})


def noun_events(token: Token, confidence: float, reader: ArgumentReader) -> Iterator[Event]:
    """The meetings that an event noun states: "between", "with", "of", or carried by a light verb."""
    if token.lower_ == "talk" and token.dep_ not in {"dobj", "pobj"} and not _is_somebodys(token):
        return
    attended = token.dep_ == "dobj" and token.head.lemma_.lower() == "attend"
    if attended and (is_of_members(token, reader) or token.head.i == reader.start):
        return  # "Attending the talks were A and B": see `attendance`
    rule = f"noun:{token.lemma_.lower()}"
    between = after_preposition(token, {"between", "among"}, reader)
    if not between and token.dep_ in {"nsubj", "nsubjpass"}:
        # "a meeting took place between Miller and van der Veer"
        between = after_preposition(token.head, {"between", "among"}, reader, within=5)
    if not between and token.dep_ in {"nsubj", "nsubjpass"}:
        between = _between_before(token, reader)
    if len(between.people) + len(between.groups) >= 2:
        yield all_with_all(token, between, confidence, f"{rule}:between")
        return
    if len((grouped := _grouping(token, reader)).people) >= 2:
        yield all_with_all(token, grouped, confidence, f"{rule}:grouping")
        return
    if (chair := _chaired_by(token, reader)).people:
        everyone = reader.subject(token.head)
        everyone.merge(chair)
        yield all_with_all(token, everyone, confidence * _CHAIRED, f"{rule}:chaired")
        return
    other = after_preposition(token, {"with"}, reader)
    giver = _giver(token, reader)
    if not other and token.lemma_.lower() in _GIVEN:
        # "a reception by President Lamar"
        other = after_preposition(token, {"by"}, reader, within=2) or giver
    if not other and token.dep_ == "nsubjpass":
        # "talks are planned with Lamar"
        other = after_preposition(token.head, {"with"}, reader, within=3)
    if not other and (relative := _whom(token, reader)):
        other = relative
    clause = _holding_clause(token) if not other else None
    if clause is not None and (met := after_preposition(clause, {"with"} | _honour_of(token), reader)):
        subject = reader.subject(clause)
        yield from side_against_side(
            token, subject, met, confidence, rule, reader,
            host=subject if clause.lemma_.lower() in _GIVING - {"hold"} else None,
        )  # fmt: skip
        return
    if not other:
        other = _requested_by(token, reader)
    if not other and token.lower_.endswith("s"):
        other = _among_them(token, reader)
    granted = not other and token.head.lemma_.lower() in _GRANTING
    if granted:
        other = after_preposition(
            token.head, {"to"}, reader, within=6
        )  # "granted an audience to Premier Abe"
    guest = _guest_of_honour(token, reader) if not other else Argument()
    if guest.people:
        given = token.dep_ == "nsubjpass"
        giver = _giver_behind(guest, reader) if given else reader.governor_subject(token)
        yield from around_table(token, giver, guest, confidence, rule, reader)
        return
    if not other and (guest := _guest_spoken_at(token, reader)).people:
        # "made the statement at a reception in Norvik on Monday for Premier Lamar"
        giver = reader.governor_subject(token)
        sure = max(confidence, _SPOKEN_AT)
        yield from side_against_side(token, giver, guest, sure, rule, reader, host=giver)
        return
    possessor = _whose(token, other, reader)
    if not other and len(possessor.people) < 2:
        of = after_preposition(token, {"of"}, reader, within=1)
        if len(of.people) >= 2:
            yield all_with_all(token, of, confidence, f"{rule}:of")
            return
        carried = (
            is_carried(token)
            or _is_come_for(token, reader)
            or _subject_by_order(token, reader)
            or _addressee(token, reader)
            or _won_from(token, reader)
        )
        if possessor or not carried:
            yield from joint_act(token, confidence, reader)
            return
    of = after_preposition(token, {"of"}, reader, within=1) if other and not possessor else Argument()
    subject = (
        possessor
        or (of if of.people else Argument())  # "the talks of Solen with Lamar"
        or _noun_subject(token, reader)
        or _subject_by_order(token, reader)
    )
    if not subject.people and subject is possessor and possessor.groups and other.people:
        # "will fly to Norvik for the annual ministers' consultation with Lamar"
        subject = reader.governor_subject(token)
    if not subject.people:
        subject.merge(speaker_before(token, reader))
    if not other and (heard := _addressee(token, reader) or _won_from(token, reader)).people:
        other = heard
    if not other and not is_mutual(subject):
        return
    if subject.presumed and not other.people:
        return  # "The meetings with investors are likely before May"
    people = [*subject.people, *other.people]
    if (ways(token) or 0) > 2 and len(other.people) > 1 and several_states(people):
        # "three-way talks with Lamar and Orme"
        everyone = Argument(people=people, guessed=subject.guessed or other.guessed)
        yield all_with_all(_opening(token), everyone, confidence, f"{rule}:ways")
        return
    token = _opening(token)
    host = subject if granted else giver if giver.people and other is giver else None
    yield from side_against_side(token, subject, other, confidence, rule, reader, host=host)


def _grouping(token: Token, reader: ArgumentReader) -> Argument:
    """ "A summit grouping Solen, Lamar and Orme", "a meeting bringing together Solen and Lamar"."""
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBG" and child.lemma_.lower() in _GROUPING:
            together = child.i + 1 < reader.end and reader.doc[child.i + 1].lower_ == "together"
            return reader.read_list(child.i + 1 + together, reader.end)
    return Argument()


def _whose(token: Token, other: Argument, reader: ArgumentReader) -> Argument:
    """ "Following his talks with Lamar, Solen flew home": "his" can mean whom the main clause names first."""
    possessor = reader.possessor(token)
    pronoun = next((child for child in token.children if child.tag_ == "PRP$"), None)
    if pronoun is None or not other.people or len(possessor.people) > 1:
        return possessor
    met = {person.key for person in other.people}
    behind = reader.governor_subject(token)
    for mention in behind.mentions.values():
        if len(behind.people) == 1 and mention.first > token.i and behind.people[0].key not in met:
            return behind
    own = possessor.people and possessor.people[0].key in met
    return Argument() if own else possessor


def _is_somebodys(token: Token) -> bool:
    """ "His talk with Lamar ended in a quarrel", "a talk with Lamar was called off"."""
    words = {child.dep_ if child.dep_ == "poss" else child.lower_ for child in token.children}
    return "with" in words and bool(words & {"poss", "a"})


def _between_before(token: Token, reader: ArgumentReader) -> Argument:
    """ "The breakfast that she had arranged between Solen and Lamar was cancelled": before its verb."""
    for at in range(token.i + 1, token.head.i):
        if reader.doc[at].lower_ == "between":
            return reader.read_list(at + 1, token.head.i)
    return Argument()


def _among_them(token: Token, reader: ArgumentReader) -> Argument:
    """ "held 19 bilateral meetings in four days, among them with President Solen"."""
    for at in range(token.i + 1, min(token.i + _AMONG_WITHIN, reader.end - 1)):
        before = reader.doc[at - 1].lower_
        listed = reader.doc[at].lower_ == "including" or (before, reader.doc[at].lower_) == ("among", "them")
        if listed and reader.doc[at + 1].lower_ == "with":
            return reader.read_list(at + 2, reader.end)
    return Argument()


def _requested_by(token: Token, reader: ArgumentReader) -> Argument:
    """ "At a meeting requested by Ambassador Lamar, Solen said": who asked for it of the one who acts."""
    if token.lemma_.lower() not in _ASKED_FOR or any(child.lower_ == "of" for child in token.children):
        return Argument()
    asked = next((c for c in token.children if c.dep_ == "acl" and c.lemma_.lower() in _ASKING), None)
    return after_preposition(asked, {"by"}, reader, within=2) if asked is not None else Argument()


def _won_from(token: Token, reader: ArgumentReader) -> Argument:
    """ "Won a pledge from President Lamar after hours of talks": from whom, in those talks."""
    carrier = _carrier(token)
    if carrier.dep_ != "pobj" or carrier.head.lower_ not in {"after", "in", "during"}:
        return Argument()
    verb = carrier.head.head
    if verb.lemma_.lower() not in _WINNING or is_of_a_body(token):
        return Argument()
    return after_preposition(verb, {"from"}, reader, within=6)


def _addressee(token: Token, reader: ArgumentReader) -> Argument:
    """ "Arroyo told Ramos during a private meeting": whom the speaker of the clause speaks to, in that
    meeting.
    """
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in {"during", "at", "in"}:
        return Argument()
    verb = preposition.head
    if verb.lemma_.lower() not in TELLING_VERBS:
        return Argument()
    if verb.i > token.i:  # "In a meeting at the palace, Solen urged Premier Lamar to resign"
        # "At a meeting in Norvik he urged President Lamar": who may be far away.
        heard = preposition.lower_ != "at" or verb.lemma_.lower() in _TOLD_TO_THEIR_FACE
        own = any(child.tag_ == "PRP$" for child in token.children)
        others = token.lemma_.lower() in _LARGE or any(c.lower_ == "with" for c in token.children)
        if not heard or others or (is_of_a_body(token) and not own):
            return Argument()
        return reader.read_list(verb.i + 1, reader.end)
    for child in verb.children:
        heard = child.i in reader.mention_at or child.lower_ in SINGULAR
        if child.dep_ in {"dobj", "dative"} and heard:
            return reader.read_list(child.left_edge.i, preposition.i)
        if child.dep_ == "dobj":  # "made the commitment to Ramos during a private meeting"
            to = next((grand for grand in child.children if grand.lower_ == "to"), None)
            if to is not None and to.i < preposition.i:
                return reader.read_list(to.i + 1, preposition.i)
        if child.dep_ in {"dative", "prep"} and child.lower_ == "to":
            return reader.read_list(child.i + 1, preposition.i)
    return Argument()


def _guest_of_honour(token: Token, reader: ArgumentReader) -> Argument:
    """ "hosted a luncheon for Solen", "gave a dinner in honour of Lamar"."""
    presided = token.dep_ == "pobj" and token.head.head.lemma_.lower() == "preside"
    if token.lemma_.lower() not in MEALS or not (presided or token.dep_ in {"dobj", "nsubjpass"}):
        return Argument()
    for child in token.head.children:
        if child.dep_ == "dative" and child.i < token.i:
            return reader.noun_phrase(child, token.head)  # "will give him dinner"
    begin = token.head.i if token.dep_ == "nsubjpass" and token.head.i > token.i else token.i
    for at in range(begin + 1, min(begin + _HONOURED_WITHIN, reader.end)):
        word = reader.doc[at].lower_
        if word in {"honour", "honor"} and reader.doc[at - 1].tag_ == "PRP$":
            return _honoured(reader.doc[at - 1], token, reader)
        if word == "for" or (word == "of" and reader.doc[at - 1].lower_ in {"honour", "honor"}):
            return reader.read_list(at + 1, reader.end)
        if reader.doc[at].pos_ in {"VERB", "AUX", "SCONJ"} or reader.is_named(at):
            break
    return Argument()


def _giver_behind(guest: Argument, reader: ArgumentReader) -> Argument:
    """ "A dinner was given for Premier Lamar by Minister Solen": who gave it, behind the guest."""
    by = guest.end + (guest.end < reader.end and reader.doc[guest.end].text == ",")
    named = by < reader.end and reader.doc[by].lower_ == "by"
    return reader.read_list(by + 1, reader.end) if named else Argument()


def _chaired_by(token: Token, reader: ArgumentReader) -> Argument:
    """ "A, B and C attended a meeting chaired by D": all with all."""
    if token.dep_ != "dobj" or token.head.lemma_.lower() != "attend" or token.lemma_.lower() in MEALS:
        return Argument()
    chaired = next((c for c in token.children if c.dep_ == "acl" and c.lemma_.lower() in _CHAIRING), None)
    return agent_of(chaired, reader) if chaired is not None else Argument()


def _guest_spoken_at(token: Token, reader: ArgumentReader) -> Argument:
    """For whom the reception is at which somebody says something: who gives it speaks there."""
    if token.lemma_.lower() not in MEALS or token.dep_ != "pobj" or token.head.lower_ != "at":
        return Argument()
    verb = token.head.head
    said = [verb, *(child for child in verb.children if child.dep_ == "dobj")]
    if not any(word.lemma_.lower() in _SAYING for word in said):
        return Argument()
    for word in reader.doc[token.i + 1 : min(token.i + _DETACHED, reader.end)]:
        if word.lower_ == "for":
            guest = reader.read_list(word.i + 1, reader.end)
            return guest if not guest.groups and len(guest.people) == 1 else Argument()
        if word.pos_ in {"VERB", "AUX", "SCONJ", "PUNCT"}:
            break
    return Argument()


def _giver(token: Token, reader: ArgumentReader) -> Argument:
    """ "Attended a banquet hosted by President Lamar", "a lunch given in her honour by Lamar", "a lunch
    follows, hosted by Lamar".
    """
    attended = token.dep_ == "dobj" and token.head.lemma_.lower() == "attend"
    if token.lemma_.lower() not in _GIVEN or not (attended or token.dep_ in _FOREGROUND):
        return Argument()
    behind = token.children if attended else (*token.children, *token.head.children)
    given = next((c for c in behind if c.dep_ in {"acl", "advcl"} and c.lemma_.lower() in _GIVING), None)
    return after_preposition(given, {"by"}, reader, within=5) if given is not None else Argument()


def _honoured(pronoun: Token, token: Token, reader: ArgumentReader) -> Argument:
    """ "King Aldric gave a banquet in his honour": not the king's own."""
    guest, giver = reader.noun_phrase(pronoun, token), reader.governor_subject(token)
    if guest.people and guest.people[0] not in giver.people:
        return guest
    before = [person for person in reader.memory.subjects if person not in giver.people]
    return Argument(people=before, guessed=True) if len(before) == 1 else Argument()


def _whom(token: Token, reader: ArgumentReader) -> Argument:
    """ "Lamar, with whom Solen had talks"."""
    head = token.head
    if head.pos_ not in {"VERB", "AUX"}:
        return Argument()
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "with":
            for grand in child.children:
                if grand.lower_ == "whom":
                    return reader.noun_phrase(grand, head)
    return Argument()


def _holding_clause(token: Token) -> Token | None:
    """The verb of holding in "the summit that Solen was to have held with Lamar", "a meeting he was to have
    with Lamar"; None without one.
    """
    for child in token.children:
        if child.dep_ != "relcl":
            continue
        for verb in (child, *(grand for grand in child.children if grand.dep_ == "xcomp")):
            objects = [object_ for object_ in verb.children if object_.dep_ == "dobj"]
            left_out = not objects and any(c.dep_ == "nsubj" and c.i > token.i for c in child.children)
            if verb.lemma_.lower() in _HELD_WITH and (
                left_out or any(object_.lower_ in {"that", "which"} for object_ in objects)
            ):
                return verb
    return None


def _honour_of(token: Token) -> set[str]:
    """A meal is given "for" somebody."""
    return {"for"} if token.lemma_.lower() in _GIVEN else set()


def _carrier(token: Token) -> Token:
    """ "wrapped up two days of negotiations": the noun that the verb has for an object."""
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _MEASURES:
        return token.head.head
    return token


def is_carried(token: Token) -> bool:
    """Whether a verb of holding carries the noun, so that its subjects took part: "the two held talks"."""
    token = _carrier(token)
    if token.dep_ == "pobj" and token.head.lower_ == "in":
        return token.head.head.lemma_.lower() in ENGAGING_VERBS
    if token.dep_ == "pobj" and token.head.lower_ == "over" and token.head.head.lemma_.lower() == "preside":
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.lemma_.lower() in _GETTING_TO:
        return True  # "sat down for talks"
    if token.dep_ == "pobj" and token.head.lower_ in {"on", "to"} and token.head.head.lemma_ == "agree":
        # "have agreed on new talks"; not those on which they "had agreed last year"
        return not any(child.lower_ == "had" for child in token.head.head.children)
    if token.dep_ == "pobj" and token.head.lower_ == "with" and token.head.head.lemma_ in {"go", "press"}:
        return any(child.lower_ == "ahead" for child in token.head.head.children)
    return token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in LIGHT_VERBS


def _is_come_for(token: Token, reader: ArgumentReader) -> bool:
    """ "Presidents A and B are in Lome for a summit": those of several states come for each other."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ != "for" or token.lemma_.lower() not in _COME_FOR:
        return False
    coming = preposition.head
    if coming.lemma_ == "be" or coming.lower_ == "due":
        around = [
            *coming.children,
            *(grand for c in coming.children if c.lower_ == "due" for grand in c.children),
        ]
        there = any(word.lower_ in {"in", "here"} for word in around)
        coming = coming.head if coming.lower_ == "due" else coming
    elif coming.lemma_ == "expect" and coming.tag_ == "VBN":
        there = any(child.lower_ in {"in", "here"} for child in coming.children)
    else:
        there = coming.lemma_.lower() in _COMING
    return there and not is_of_members(token, reader) and several_states(reader.subject(coming).people)


def _opening(token: Token) -> Token:
    """ "for a summit that began on Wednesday": the verb that says how far it is."""
    opening = (c for c in token.children if c.dep_ == "relcl" and c.lemma_.lower() in _OPENING)
    return next(opening, token)


def _noun_subject(token: Token, reader: ArgumentReader) -> Argument:
    """Who takes part in a noun's event besides those it names: the subject of the clause it stands in."""
    token = _carrier(token)
    if token.dep_ in {"nsubj", "nsubjpass"}:
        agent = (
            after_preposition(token.head, {"by"}, reader, within=4)
            if token.dep_ == "nsubjpass" and token.head.lemma_ != "attend"
            else Argument()
        )
        if not agent.people and token.head.dep_ == "relcl" and _is_there(token.head):
            # "will visit Norvik, where talks are planned with Lamar"
            return reader.subject_of_noun(token.head.head)
        return agent if agent.people else _told_before(token.head, reader) or reader.protagonist()
    if _is_announced(token):
        return reader.governor_subject(token) or reader.protagonist()
    if (
        token.dep_ == "dobj"
        and token.head.lemma_.lower() in ARRANGING_VERBS
        and token.head.lemma_.lower() not in LIGHT_VERBS
        and not any(child.lower_ == "off" for child in token.head.children)  # "called off a meeting with"
    ):
        return Argument()
    return reader.governor_subject(token)


def _is_announced(token: Token) -> bool:
    """ "There will be talks with Lamar", "also on the agenda is a meeting with Lamar", "will be followed by
    talks with Lamar": nobody is said to hold them.
    """
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ == "pobj":
        return token.head.lower_ == "by" and verb.lemma_.lower() == "follow"
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i != token.i]
    return token.dep_ == "attr" and verb.lemma_ == "be" and all(_is_thing(word) for word in subjects)


def _is_thing(subject: Token) -> bool:
    """ "The highlight will be a dinner": no person and no state."""
    return subject.pos_ == "NOUN" and subject.lemma_.lower() in _ITEMS


def _told_before(verb: Token, reader: ArgumentReader) -> Argument:
    """ "Solen cut short his stay, and talks with Lamar were called off": whom the clause before is about."""
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB" or verb.head.i > verb.i:
        return Argument()
    subject = reader.subject(verb.head)
    people = [person for person in subject.people if not person.speaks_for_others]
    return Argument(people=people, guessed=True, presumed=True) if len(people) == 1 else Argument()


def _is_there(clause: Token) -> bool:
    return any(child.lower_ in {"where", "when"} for child in clause.children)


def _subject_by_order(token: Token, reader: ArgumentReader) -> Argument:
    """The subject right before a light verb right before the noun, where the parse has lost it: "after the
    two held talks".
    """
    at = token.i - 1
    while (
        at > reader.start
        and reader.doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"}
        and at not in reader.mention_at
    ):
        at -= 1
    verb = reader.doc[at]
    if verb.lemma_.lower() not in LIGHT_VERBS or verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return Argument()
    at -= 1
    while at > reader.start and reader.doc[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    return reader.phrase_ending_at(at)


def is_of_members(noun: Token, reader: ArgumentReader) -> bool:
    """ "The APEC summit", "a conference": of so many that two who attended it need not have met."""
    attended = noun.dep_ == "dobj" and noun.head.lemma_ == "attend"
    if attended and any(child.lower_ in _OF_MANY for child in noun.lefts):
        return True  # "attend the regional meetings"
    return noun.lemma_.lower() in _LARGE or any(
        child.dep_ in {"compound", "poss"}
        and child.pos_ == "PROPN"
        and child.i not in reader.country_at
        and child.ent_type_ not in _PLACES | {"DATE"}
        for child in noun.children
    )


def is_other_sense(token: Token, lemma: str) -> bool:
    """Whether the word before the noun makes it no meeting: "press conference"."""
    before = token.i - 1
    if lemma == "down" and not (before > token.sent.start and token.nbor(-2).lower_ == "sit"):
        return True  # only in "a sit-down with"
    if lemma == "chat" and not (token.dep_ == "dobj" and token.head.lemma_ in {"have", "hold"}):
        return True  # only in "had a brief chat with"
    previous = token.doc[before].lower_ if before >= token.sent.start else ""
    return previous in NOT_EVENTS.get(lemma, frozenset())
