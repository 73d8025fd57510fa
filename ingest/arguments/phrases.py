"""The people of a noun phrase: a name, a list, a pronoun, a group word, a delegation's leader."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.arguments.argument import Argument
from ingest.arguments.lists import ListReader
from ingest.arguments.words import (
    DELEGATIONS,
    FINITE,
    MODIFIERS,
    PLURAL_PRONOUNS,
    SINGULAR,
    is_finite_verb,
)
from ingest.coreference import FIRST_PERSON, OF_TWO
from ingest.mentions import Mention
from ingest.people import Person
from ingest.titles import FAMILY_HEADS, HEADS, PLURAL_HEADS, POSSESSIVES, ROYAL_HEADS
from ingest.triggers import REPORTING_VERBS

FOREMOST = frozenset({"first", "last", "only"})
"""Who alone is said to have done something: "The first to see her was Solen"."""
# Styles that stand for a person: "His Majesty", "Her Royal Highness", "the Sovereign".
_STYLES = frozenset({"majesty", "highness", "holiness", "sovereign", "monarch"})


class PhraseReader(ListReader):
    """Reads noun phrases: names, lists, pronouns, group words."""

    def noun_phrase(self, head: Token, governor: Token) -> Argument:
        """The people of the phrase around `head`: a name, a list, a pronoun, a group word, a delegation's
        leader.
        """
        word = head.lower_
        if (word in {"who", "whom", "which", "that"} and head.pos_ == "PRON") or word == "whose":
            clause = governor
            while clause.dep_ not in {"relcl", "acl"} and clause.head.i != clause.i:
                clause = clause.head
            if clause.dep_ != "relcl":
                return Argument()
            named = self._one_of(clause.head) or self.named_by_copula(clause.head)
            return named or self.noun_phrase(clause.head, clause)
        if word in FIRST_PERSON and head.pos_ == "PRON":
            return self._single(head) if self.memory.speaker is not None else self._speaker_of(head)
        if word in SINGULAR | {"his", "himself", "herself"}:
            return self._with_joined(self._single(head), head, governor)
        styled = word in _STYLES and (head.i not in self.mention_at or self.doc[head.i - 1].lower_ == "the")
        if styled and (sovereign := self._sovereign()) is not None:
            return Argument(people=[sovereign], guessed=True)
        if word in DELEGATIONS and self.memory.delegation is not None and self._is_known_body(head):
            return Argument(people=[self.memory.delegation], guessed=True)
        if word in OF_TWO and self.doc[head.left_edge.i].lower_ == "the":
            meant = self.memory.of_two(head, self)
            return Argument(people=[meant], guessed=True) if meant is not None else Argument()
        if word in PLURAL_PRONOUNS | {"their"} or self._refers_to_several(head):
            return self._several(head)
        if head.i in self.mention_at:
            mention = self.mention_at[head.i]
            begin = min(mention.left, mention.first, self._joined_before(mention))
        else:
            begin = head.left_edge.i
        stop = governor.i if governor.i > head.i else self.end
        begin = self._list_start(head, begin)
        argument = self.read_list(max(begin, self.start), min(stop, self.end))
        if (
            not argument
            and head.i in self.mention_at
            and (person := self._take(self.mention_at[head.i])) is not None
        ):
            argument.add(person, self.mention_at[head.i])
        if len(argument.people) > 1 and (foremost := self._foremost_before(begin)) is not None:
            foremost.merge(argument)
            foremost.end, argument = argument.end, foremost
        if not argument.people:
            argument.merge(self._conjuncts(head, governor))
        if not argument.people and self._describes_one(head):
            bearer = self._bearer(head)
            return Argument(people=[bearer], guessed=True) if bearer is not None else self._single(head)
        return argument

    def _speaker_of(self, pronoun: Token) -> Argument:
        """ "I met him in Norvik," Solen said: who says so in the same sentence."""
        for verb in pronoun.ancestors:
            said = verb.lemma_.lower() in REPORTING_VERBS and verb.tag_ in FINITE
            if said and not any(child.i == pronoun.i for child in verb.children):
                speaker = Argument(guessed=True)
                speaker.merge(self.subject(verb))
                return speaker if len(speaker.people) == 1 else Argument()
        return Argument()

    def _sovereign(self) -> Person | None:
        """Who "His Majesty" is: the one crowned head of the article."""
        royal = [p for p in self.people.persons if any(title.head in ROYAL_HEADS for title in p.titles)]
        return royal[0] if len(royal) == 1 else None

    def _with_joined(self, argument: Argument, head: Token, governor: Token) -> Argument:
        """ "He and his Greek counterpart, Nikos Pappas, met": a pronoun with those joined to it."""
        following = head.i + 1
        joined = following + 1 < self.end and (
            self.doc[following].lower_ == "and"
            or (self.doc[following].text == "," and self._named_within(following + 1))
        )
        if joined and argument.people and head.lower_ in SINGULAR:
            stop = governor.i if governor.i > head.i else self.end
            argument.merge(self.read_list(following + 1, stop))
        return argument

    def _is_known_body(self, head: Token) -> bool:
        """ "The delegation also met the mayor": with nothing said of it that would make it another."""
        following = self.doc[head.i + 1].lower_ if head.i + 1 < self.end else ""
        return [child.lower_ for child in head.lefts] == ["the"] and following not in {"of", "from", "led"}

    def led_by(self, head: Token) -> Argument:
        """ "a delegation led by Premier Lamar": who leads it."""
        led = self._leader(head.i, self.end)
        return led[0] if led is not None else Argument()

    def _describes_one(self, head: Token) -> bool:
        """ "the cleric", "the visiting minister": someone spoken of before, called by what he is."""
        if head.lower_ not in HEADS or head.tag_ not in {"NN", "NNP"} or head.lower_ in FAMILY_HEADS:
            return False
        kept = {"the", "visiting"}
        return any(c.lower_ == "the" for c in head.children) and all(
            c.lower_ in kept or c.dep_ not in {"amod", "compound", "poss", "prep"} for c in head.children
        )

    def _one_of(self, plural: Token) -> Argument:
        """ "Kovtun, one of three Russians who met Litvinenko": the one named before."""
        preposition = plural.head
        if preposition.lower_ != "of" or preposition.head.lower_ != "one" or preposition.head.dep_ != "appos":
            return Argument()
        return self.noun_phrase(preposition.head.head, preposition.head)

    def named_by_copula(self, plural: Token) -> Argument:
        """ "The leaders who are meeting in Lome are A, B and C", "The first to see her was A": those whom the
        main clause names.
        """
        copula, single = plural.head, plural.lower_ in FOREMOST
        if plural.dep_ != "nsubj" or copula.lemma_ != "be" or not (single or plural.lower_ in PLURAL_HEADS):
            return Argument()
        named = self.read_list(copula.i + 1, self.end) if copula.i > plural.i else Argument()
        return named if len(named.people) >= (1 if single else 2) else Argument()

    def _bearer(self, head: Token) -> Person | None:
        """ "The senator", after "Senator Solen": the one whom the article has called so by then."""
        bearers = [
            person
            for person in self.people.persons
            if person.mentions
            and person.mentions[0].sentence < self.sentence.index
            and any(title.head == head.lower_ and not title.former for title in person.titles)
        ]
        return bearers[0] if len(bearers) == 1 else None

    def _list_start(self, head: Token, begin: int) -> int:
        """Where the subject's list begins: at the leftmost name coordinated with the head."""
        first = begin
        for position in range(begin - 1, max(self.start, begin - 40) - 1, -1):
            token = self.doc[position]
            if token.i in self.mention_at and head.left_edge.i <= position:
                first = min(first, self.mention_at[position].left)
            if is_finite_verb(token):
                break
        edge = head.left_edge.i
        while edge < first and not (edge in self.mention_at or self.doc[edge].pos_ in MODIFIERS):
            edge += 1
        return (
            min(first, max(edge, self.start))
            if edge in self.mention_at or edge >= first
            else min(first, edge)
        )

    def _joined_before(self, mention: Mention) -> int:
        """ "Presidents Solen and Eduardo dos Santos met": where the list begins, if the parse has torn a name
        apart at a word that it takes for a verb.
        """
        torn = any(token.pos_ in {"VERB", "AUX"} for token in self.doc[mention.first : mention.last + 1])
        joint = min(mention.left, mention.first) - 1
        if not torn or joint <= self.start or self.doc[joint].lower_ != "and":
            return mention.first
        before = joint - 1
        while before > self.start and (before in self.country_at or self.doc[before].lower_ in {"of", "the"}):
            before -= 1
        first = self.mention_at.get(before)
        return mention.first if first is None else min(first.left, first.first)

    def _foremost_before(self, begin: int) -> Argument | None:
        """ "President Solen, Premier Orme and King Carl sat round one table": the first of a list, whom the
        parse leaves out.
        """
        mention = self.mention_at.get(begin - 2)
        if mention is None or self.doc[begin - 1].text != "," or mention.strength == "weak":
            return None
        apart = self.doc[mention.last].dep_ in {"npadvmod", "dep"}
        if min(mention.left, mention.first) > self.start + 1 or not apart or not mention.name:
            return None
        person = self._take(mention)
        argument = Argument()
        if person is not None:
            argument.add(person, mention)
        return argument if person is not None else None

    def _conjuncts(self, head: Token, governor: Token) -> Argument:
        argument = Argument()
        for token in [head, *head.conjuncts]:
            mention = self.mention_at.get(token.i)
            if mention is not None and (person := self._take(mention)) is not None:
                argument.add(person, mention)
        if not argument.people and head.lower_ in DELEGATIONS:
            return self.led_by(head)
        return argument

    def _refers_to_several(self, head: Token) -> bool:
        if head.lower_ in {"first", "last"} and head.i > self.start:
            return self.is_group_reference(head.i - 1)  # "the two last met in July"
        if head.pos_ not in {"NOUN", "NUM", "PROPN", "PRON", "DET"}:
            return False
        if head.i + 1 < self.end and self._names_follow(head.i + 1):
            return False
        if head.lower_ in {"two", "three", "both"}:
            return not self._names_follow(self._end_of_whole(head))
        words = {child.lower_ for child in head.children}
        # "four leaders" brings new people in, "the four leaders" means those known.
        counted = "both" in words or (
            words & {"two", "three", "four", "five"} and words & {"the", "these", "those"}
        )
        return bool(counted) and (
            head.lower_ in PLURAL_HEADS or head.lower_ in {"sides", "men", "women", "parties"}
        )

    def _end_of_whole(self, number: Token) -> int:
        """Past "of their leaders" in "two of their leaders, Solen and Lamar"."""
        of = number.i + 1
        if of >= self.end or self.doc[of].lower_ != "of":
            return of
        return self._end_of_phrase(of + 1, self.end)

    def _single(self, token: Token) -> Argument:
        argument = Argument(guessed=True)
        person = self.memory.singular(token, self)
        if person is not None:
            argument.add(person)
        return argument

    def _several(self, token: Token) -> Argument:
        return self._several_in(token.left_edge.i, token.i)

    def _several_in(self, first: int, last: int) -> Argument:
        argument = Argument(guessed=True, mutual=True)
        for person in self.memory.several(self.doc[first : last + 1], self):
            argument.add(person)
        return argument

    def counterpart_of(self, argument: Argument) -> Argument:
        """ "Lavrov's counterpart, Gela Orme, spoke after the talks": whose counterpart one person is."""
        mention = argument.mentions.get(argument.people[0].key) if len(argument.people) == 1 else None
        if mention is None or mention.head != "counterpart":
            return Argument()
        before = min(mention.left, mention.first) - 1
        if before <= self.start:
            return Argument()
        if self.doc[before].tag_ == "PRP$":
            owner = self.doc[before - 1].lower_ == "and" and self.phrase_ending_at(before - 2)
            return owner or self._single(self.doc[before])  # "Lamar and his Greek counterpart, Orme"
        return self.phrase_ending_at(before - 1) if self.doc[before].text in POSSESSIVES else Argument()

    def phrase_ending_at(self, position: int) -> Argument:
        """Who is named by the words that end here: a name, an office, or "the two (leaders)"."""
        argument = Argument()
        mention = self.mention_at.get(position)
        if mention is not None:
            if (person := self._take(mention)) is not None:
                argument.add(person, mention)
            return argument
        for first in range(position, max(self.start, position - 3) - 1, -1):
            if self.is_group_reference(first):
                return self._several_in(first, position)
        return argument

    def said_just_before(self, mention: Mention) -> bool:
        """Whether a reporting verb stands right before a name with its titles: "said Finnish envoy Pekka
        Salo".
        """
        at = min(mention.left, mention.first) - 1
        while at > self.start and (
            self.doc[at].pos_ in MODIFIERS
            or at in self.country_at
            or (self.doc[at].lower_ in {"for", "of", "in", "and"} and self.doc[at + 1].text[0].isupper())
        ):
            at -= 1  # "said Organisation for Security and Cooperation in Europe envoy Pekka Salo"
        return self.doc[at].lemma_.lower() in REPORTING_VERBS
