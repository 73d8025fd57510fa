"""The subject that a verb or an event noun belongs to, by the parse."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.arguments.argument import Argument
from ingest.arguments.phrases import FOREMOST, PhraseReader
from ingest.arguments.words import FINITE
from ingest.triggers import REPORTING_VERBS, TIMES

_JOURNEYS = frozenset("visit trip tour stay stop schedule agenda program programme itinerary mission".split())

# What a journey does that is made of meetings.
_COURSE = frozenset("include feature begin start open end conclude culminate".split())

# Who leaves for a place goes there.
_LEAVING = frozenset("leave depart head set fly".split())

_SINCE = frozenset({"since", "after", "before", "until"})
# Whoever is the object of these is to do what the infinitive behind him says.
_MAKING_DO = frozenset("force compel oblige prompt cause require send dispatch".split())


class ArgumentReader(PhraseReader):
    """Reads the arguments of triggers in one sentence."""

    def subject(self, verb: Token, depth: int = 0) -> Argument:
        """Who does what the verb says, through coordination, infinitives, participles and relatives."""
        if depth > 6:
            return Argument()
        heads = self._own_subjects(verb)
        if heads and (travels := _goes_there(verb)) is not None:
            return self.subject(travels, depth + 1)
        if heads:
            subject = (
                self.noun_phrase(heads[0], verb)
                or self._journey(heads[0])
                or self._ending_subject(heads[0], verb)
            )
            for other in heads[1:]:
                # "Solen, who heads the council, and Lamar talked": the parse gives the verb two subjects.
                subject.merge(self.noun_phrase(other, verb))
            # The hour of "11.30 Meets Premier Lamar" is no subject.
            return self._owner() if not subject and heads[0].tag_ == "CD" else subject
        if verb.dep_ in {"ROOT", "ccomp"} and verb.i > self.start:
            # A subject the parse gave to nobody, right before the verb: "…," Solen said.
            before = self._mention_ending_before(verb) or self._named_behind_day(verb)
            if before is not None:
                return before
        head = verb.head
        if head.i == verb.i:
            return self._owner() or self._posting(verb)
        if verb.dep_ == "xcomp" and head.lemma_.lower() in _MAKING_DO and (moved := self._moved(head, verb)):
            return moved
        if verb.dep_ == "relcl":
            if head.lower_ in FOREMOST and (first := self.named_by_copula(head)):
                return first
            return self.noun_phrase(head, verb) or self.subject_of_noun(head, depth + 1)
        if verb.dep_ == "acl":
            if verb.tag_ == "VBD" and head.i in self.mention_at:
                # "Solen, the first minister to come to Mali, called on Lamar": no participle, as the tag says
                return self.noun_phrase(head, verb)
            if cut_off := self._behind_since(head, verb):
                return cut_off
            possessor = self._possessor(head)
            if head.lemma_.lower() in TIMES:  # "spent two hours closeted with Lamar"
                return self.governor_subject(head, depth + 1)
            if verb.tag_ in {"VBG", "VBN"}:
                return self.named_by_copula(head) or self.noun_phrase(head, verb)
            return possessor if possessor else self.subject_of_noun(head, depth + 1)
        if head.pos_ in {"VERB", "AUX"}:
            return self.subject(head, depth + 1)
        if head.pos_ == "ADP" or verb.dep_ in {"pcomp", "pobj"}:
            return self.governor_subject(head, depth + 1)
        if head.pos_ in {"NOUN", "PROPN"}:
            return self.subject_of_noun(head, depth + 1)
        return self.subject(head, depth + 1)

    def governor_subject(self, token: Token, depth: int = 0) -> Argument:
        """The subject of the clause that a preposition or noun hangs in."""
        if depth > 6:
            return Argument()
        if token.head.i == token.i:
            return self._owner()
        head = token.head
        if head.pos_ in {"VERB", "AUX"}:
            subject = self.subject(head, depth + 1)
            if not subject and self._reports_behind(head, token):
                return self.subject(head.head, depth + 1)
            return subject
        if head.pos_ in {"NOUN", "PROPN"} and (possessor := self._possessor(head)):
            return possessor
        return self.governor_subject(head, depth + 1)

    def _moved(self, verb: Token, act: Token) -> Argument:
        """ "The storm forced Solen to cancel his meeting": who is made to do it, and not what makes him."""
        for child in verb.children:
            if child.dep_ == "dobj" and child.i < act.i:
                return self.noun_phrase(child, act)
        return Argument()

    def _owner(self) -> Argument:
        """Whose programme has this line: "11.30 Meets Premier Lamar"."""
        argument = Argument()
        if self.memory.owner is not None:
            argument.add(self.memory.owner)
        return argument

    def _posting(self, verb: Token) -> Argument:
        """ "“Had a good meeting with Premier Lamar,” he wrote": who tells of himself, and leaves out "I"."""
        opened = verb.i - 1
        if opened == self.start and self.doc[opened].is_quote and verb.tag_ in {"VBD", "VBN"}:
            return self.protagonist()
        return Argument()

    def _reports_behind(self, verb: Token, token: Token) -> bool:
        """ "Solen left Norvik after holding talks with Lamar, state television said": who reports has not
        held them.
        """
        told = verb.head
        reports = verb.lemma_.lower() in REPORTING_VERBS and verb.i > token.i
        return reports and told.pos_ == "VERB" and told.i < token.i

    def subject_of_noun(self, noun: Token, depth: int = 0) -> Argument:
        """Whose event a noun is: its possessor, else the subject of the clause it stands in."""
        return self._possessor(noun) or self.governor_subject(noun, depth + 1)

    def _possessor(self, noun: Token) -> Argument:
        for child in noun.children:
            if child.dep_ == "poss":
                return self.noun_phrase(child, noun)
        return Argument()

    def possessor(self, noun: Token) -> Argument:
        """The people in "A's meeting", "their meeting", "his talks"."""
        return self._possessor(noun)

    def _journey(self, noun: Token) -> Argument:
        """Whose visit it is that "includes talks with …": its possessor, else the one spoken of."""
        if noun.lower_ in {"which", "that"} and noun.head.dep_ == "relcl":
            # "a stay in Norvik, which includes talks"; not "praised the council, which met in Norvik"
            around = (noun.head.head, noun.head.head.head.head)
            visit = next((word for word in around if word.lemma_.lower() in _JOURNEYS), None)
            return self.subject_of_noun(visit) if visit is not None else Argument()
        if noun.lemma_.lower() not in _JOURNEYS:
            # "The highlight of his visit to Norvik will be talks with Lamar"
            of = (grand for child in noun.children if child.lower_ == "of" for grand in child.children)
            journey = next((word for word in of if word.lemma_.lower() in _JOURNEYS), None)
            return self._journey(journey) if journey is not None else Argument()
        return self._possessor(noun) or self._visitor(noun) or self.protagonist()

    def _visitor(self, visit: Token) -> Argument:
        """ "The visit of Premier Lamar to Norvik includes talks"."""
        if visit.head.lemma_.lower() not in _COURSE:
            return Argument()  # "The visit of Premier Lamar gave them hope"
        for child in visit.children:
            if child.lower_ in {"of", "by"} and child.i > visit.i:
                return self.read_list(child.i + 1, self.end)
        return Argument()

    def protagonist(self) -> Argument:
        """The one person the sentences before were about: a presumption, good enough for a plan and not for a
        fact.
        """
        argument = Argument(guessed=True, presumed=True)
        if len(self.memory.subjects) == 1 and not self.memory.subjects[0].speaks_for_others:
            argument.add(self.memory.subjects[0])
        return argument

    def _own_subjects(self, verb: Token) -> list[Token]:
        """The subjects that the parse gives a verb, without one that is what the verb before it was done to:
        "Solen met Lamar, and Orme spoke to Dorn".
        """
        heads = [head for head in _subjects_of(verb) if not _is_day(head, verb)]
        if len(heads) < 2 or (mention := self.mention_at.get(heads[0].i)) is None:
            return heads
        at = min(mention.left, mention.first) - 1
        while at > self.start and self.doc[at].pos_ in {"ADJ", "DET"}:
            at -= 1
        before = self.doc[max(at, self.start)]
        done = (
            before.pos_ == "VERB" and before.tag_ in FINITE and before.lemma_.lower() not in REPORTING_VERBS
        )
        return heads[1:] if done else heads

    def _named_behind_day(self, verb: Token) -> Argument | None:
        """ "On 1 March Ambassador Solen, who is new, presented …": the parse takes all for the day."""
        for child in verb.children:
            if child.dep_ != "prep" or child.i != self.start or child.i > verb.i:
                continue
            mention = next((self.mention_at.get(grand.i) for grand in child.children), None)
            behind = mention is not None and self.doc[child.i + 1].ent_type_ == "DATE"
            if mention is not None and behind and (person := self._take(mention)) is not None:
                argument = Argument()
                argument.add(person, mention)
                return argument
        return None

    def _ending_subject(self, head: Token, verb: Token) -> Argument:
        """ "Member of the committee's secretariat Teo Solen received": a name that ends the subject, wherever
        in it the parse hangs the name.
        """
        mention = self.mention_at.get(verb.i - 1)
        inside = mention is not None and mention.name and head.is_ancestor(self.doc[verb.i - 1])
        titled = inside and mention is not None and mention.title is not None
        return (self._mention_ending_before(verb) if titled else None) or Argument()

    def _behind_since(self, head: Token, verb: Token) -> Argument:
        """ "the first trip since General Solen, her envoy, conferred with Lamar": by the parse, "since Solen"
        stands alone.
        """
        passive = any(child.dep_ == "agent" for child in verb.children) or self.doc[verb.i - 1].text != ","
        for token in self.doc[head.i : verb.i]:
            if token.lower_ in _SINCE and verb.tag_ in {"VBD", "VBN"} and not passive:
                for child in token.children:
                    if child.dep_ == "pobj" and child.i in self.mention_at:
                        return self.noun_phrase(child, verb)
        return Argument()

    def _mention_ending_before(self, verb: Token) -> Argument | None:
        at = verb.i - 1
        while at > self.start and (self.doc[at].pos_ in {"ADV", "AUX"} or self.doc[at].dep_ == "npadvmod"):
            at -= 1  # "Visiting Premier Solen yesterday met": the parse has made a clause of who met
        if self.doc[at].text == "," and at == verb.i - 1:
            at -= 1  # "the envoy to Mali, Lapo Orme, met": a name between commas
        mention = self.mention_at.get(at)
        if mention is None or (person := self._take(mention)) is None:
            return None
        argument = Argument()
        argument.add(person, mention)
        return argument


def _goes_there(verb: Token) -> Token | None:
    """ "Left Monday for Norvik to hold talks", where the parser has Norvik hold them: the verb of leaving."""
    for_whom = any(child.lower_ == "for" and child.dep_ == "mark" for child in verb.children)
    leaves = for_whom and verb.dep_ == "advcl" and verb.head.lemma_.lower() in _LEAVING
    return verb.head if leaves else None


def _is_day(head: Token, verb: Token) -> bool:
    """ "received Solen on Thursday, and the following day had talks with Lamar": when, and not who."""
    return verb.dep_ == "conj" and head.ent_type_ == "DATE" and head.pos_ == "NOUN"


def _subjects_of(verb: Token) -> list[Token]:
    """The subjects that the parse gives a verb, or else its auxiliary: "Solen has, in turn, met"."""
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return own or [
        grand
        for child in verb.children
        if child.dep_ in {"aux", "auxpass"}
        for grand in child.children
        if grand.dep_ in {"nsubj", "nsubjpass"}
    ]
