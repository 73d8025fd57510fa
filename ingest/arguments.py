"""Reads people out of noun phrases and lists, and finds the subject that a verb or an event noun belongs to.

Two ways go together. The parse says which phrase is subject, object or "with …". What stands in the phrase is
read in token order, because titles and appositions break parses: "with President A, Prime Minister B and
Foreign Minister C" is a list for a reader long before it is one for a parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.coreference import Memory
from ingest.mentions import CountryTokens, Mention
from ingest.parse import Sentence
from ingest.people import People, Person
from ingest.titles import FAMILY_HEADS, GROUP_NOUNS, OFFICE_HEADS, OTHER_HEADS, PLURAL_HEADS
from ingest.triggers import REPORTING_VERBS

_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_OPEN_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SINGULAR = frozenset({"he", "she", "him", "her"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "both", "pair", "duo", "trio"})
_DELEGATIONS = frozenset({"delegation", "team", "mission", "group", "delegations"})
_LED = frozenset({"led", "headed", "chaired"})
# A town of fewer people is rarely named without saying where it lies; its name is likelier someone's:
# "Rubio".
_LARGE_TOWN = 500_000
_JOURNEYS = frozenset("visit trip tour stay stop schedule agenda program programme itinerary mission".split())


@dataclass(slots=True)
class Argument:
    """Who fills one place of a frame, in reading order.

    `mutual`: the phrase means people who met each other. `end`: one past its last token, where it is a list.
    """

    people: list[Person] = field(default_factory=list)
    mentions: dict[int, Mention] = field(default_factory=dict)
    groups: list[str] = field(default_factory=list)
    mutual: bool = False
    guessed: bool = False
    told_after: bool = False
    presumed: bool = False
    end: int = 0

    def add(self, person: Person, mention: Mention | None = None) -> None:
        """Adds a person once."""
        if all(person is not other for other in self.people):
            self.people.append(person)
        if mention is not None:
            self.mentions.setdefault(person.key, mention)

    def merge(self, other: Argument) -> None:
        """Takes in what another argument holds."""
        for person in other.people:
            self.add(person, other.mentions.get(person.key))
        self.groups.extend(group for group in other.groups if group not in self.groups)
        self.guessed = self.guessed or other.guessed
        self.told_after = self.told_after or other.told_after
        self.presumed = self.presumed or other.presumed
        self.mutual = self.mutual or other.mutual

    def __bool__(self) -> bool:
        return bool(self.people or self.groups)


class ArgumentReader:
    """Reads the arguments of triggers in one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        countries: Sequence[CountryTokens],
        people: People,
        memory: Memory,
    ) -> None:
        self.sentence = sentence
        self.doc = sentence.span.doc
        self.start, self.end = sentence.span.start, sentence.span.end
        self.people = people
        self.memory = memory
        self.mentions = mentions
        self.country_at = {
            i: country for country in countries for i in range(country.first, country.last + 1)
        }
        self.mention_at: dict[int, Mention] = {}
        for mention in mentions:
            for position in range(min(mention.left, mention.first), mention.last + 1):
                known = self.mention_at.get(position)
                if known is None or (not known.name and mention.name):
                    self.mention_at[position] = mention

    # Lists in token order

    def read_list(self, first: int, stop: int) -> Argument:
        """The people and groups of the list that begins at `first` and ends before `stop` at the latest."""
        argument = Argument(end=first)
        position = first
        while position < stop:
            item = self._item(position, stop)
            if item is None:
                break
            part, position = item
            argument.merge(part)
            argument.end = position
            following = self._connector(position, stop)
            if following is None:
                break
            position = following
        return argument

    def _item(self, position: int, stop: int) -> tuple[Argument, int] | None:
        """One item of a list and where it ends; None where no item begins here."""
        argument = Argument()
        begin = position
        group_at: int | None = None
        office = inside = False
        while position < stop:
            token = self.doc[position]
            mention = self.mention_at.get(position)
            inside = inside or token.lower_ in {"of", "for", "from"}
            if mention is not None and inside:
                # "a delegation from the Kansai region", "the brother of Solen": part of what another is
                # called.
                position = mention.last + 1
                continue
            if mention is not None and self._owns_next(mention):
                # "met Solen's lawyer": not Solen.
                position = mention.last + 2
                continue
            if mention is not None and self._is_own_family(mention, begin):
                return None
            if mention is not None and (taken := self._take(mention)) is not None:
                argument.add(taken, mention)
                return argument, self._after_item(max(mention.right, mention.last) + 1, stop)
            if mention is not None and not mention.name:
                # An office whose holder nobody knows; the name may follow as an apposition.
                position = mention.last + 1
                office = True
                if (
                    position + 1 < stop
                    and self.doc[position].text in {",", "-", "–", "--"}
                    and self._named_within(position + 1)
                ):
                    position += 1
                continue
            word = token.lower_
            if word in _SINGULAR and token.pos_ == "PRON" and token.dep_ != "poss":
                person = self.memory.singular(token, self)
                if person is not None:
                    argument.add(person)
                    argument.guessed = True
                    return argument, position + 1
                return None
            if self.is_group_reference(position) and not self._names_follow(
                self._end_of_phrase(position, stop)
            ):
                several = self.memory.several(self.doc[position : position + 5], self)
                end = self._end_of_phrase(position, stop)
                for person in several:
                    argument.add(person)
                if several:
                    argument.guessed = argument.mutual = True
                    return argument, end
            if word in GROUP_NOUNS or word in PLURAL_HEADS:
                group_at = position
                if word in _DELEGATIONS and (leader := self._leader(position, stop)) is not None:
                    return leader
            office = office or word in OFFICE_HEADS
            modifies = (
                token.pos_ in _MODIFIERS
                or (token.tag_ == "VBG" and token.dep_ == "amod")
                or word in {"visiting", "outgoing", "incoming", "acting", "ruling"}
                or (token.tag_ == "VBN" and token.dep_ == "amod")
                or word in _POSSESSIVES
                or token.text in _OPEN_QUOTES
                or token.text in {"-", "–", "/"}
                or token.tag_ == "PRP$"
                or position in self.country_at
                or (word in {"of", "for", "from"} and position > begin)
            )
            if inside and word in {",", "and"} and position + 1 in self.country_at:
                position += 1  # "the leaders of Chile, Brazil and Peru"
                continue
            if group_at is not None and self._names_follow(position):
                group_at, inside = None, False  # "his counterparts, Pappas and Loizou"
                position += 1
                continue
            if word == "and" and position > begin and self._pairs_adjectives(position):
                position += 1  # "his Greek and Cypriot counterparts"
                continue
            if not modifies or (token.tag_ in _FINITE and token.pos_ in {"VERB", "AUX"}):
                break
            position += 1
        if group_at is not None:
            argument.groups.append(self._phrase(begin, position))
        if group_at is not None or office:
            return argument, self._after_item(position, stop)
        return None

    def _is_own_family(self, mention: Mention, begin: int) -> bool:
        """ "met his wife Anne": no diplomacy."""
        return mention.head in FAMILY_HEADS and any(
            self.doc[i].tag_ == "PRP$" for i in range(begin, mention.first)
        )

    def _owns_next(self, mention: Mention) -> bool:
        after = mention.last + 1
        return (
            after + 1 < self.end
            and self.doc[after].text in _POSSESSIVES
            and self.doc[after].dep_ in {"case", "punct", "poss"}
        )

    def _pairs_adjectives(self, position: int) -> bool:
        before, after = self.doc[position - 1], self.doc[min(position + 1, self.end - 1)]
        return before.pos_ == "ADJ" and after.pos_ == "ADJ" and before.i not in self.mention_at

    def _names_follow(self, position: int) -> bool:
        """Whether a comma or dash after a group word opens the list of its names."""
        return (
            self.doc[position].text in {",", "-", "–", "—", "--", ":", "("}
            and position + 1 < self.end
            and self._named_within(position + 1)
        )

    def _named_within(self, position: int) -> bool:
        """Whether the phrase that begins here is a name with its titles."""
        mention = self.mention_at.get(position)
        if mention is not None:
            return bool(mention.name)
        at = position
        while at < self.end and at < position + 6 and self.doc[at].pos_ in _MODIFIERS:
            if at in self.mention_at:
                return bool(self.mention_at[at].name)
            at += 1
        return False

    def _phrase(self, first: int, stop: int) -> str:
        while stop > first and self.doc[stop - 1].lower_ in {"of", "for", "from", "-", "and", "the"}:
            stop -= 1
        text: str = self.doc[first:stop].text
        return " ".join(text.split())

    def _leader(self, position: int, stop: int) -> tuple[Argument, int] | None:
        """ "a delegation led by Foreign Minister X": X sits in the talks."""
        for at in range(position + 1, min(position + 12, stop)):
            if self.doc[at].lower_ in _LED and at + 1 < stop and self.doc[at + 1].lower_ == "by":
                return self._item(at + 2, stop)
            if self.doc[at].pos_ in {"VERB", "AUX"} or self.doc[at].text in {".", ";"}:
                return None
        return None

    def _take(self, mention: Mention) -> Person | None:
        known = self.people.person_of(mention)
        if known is not None or not mention.name:
            return known
        return self.people.admit(mention) if self._could_be_person(mention) else None

    def _could_be_person(self, mention: Mention) -> bool:
        """A run of capitals in a person's place: the Dalai Lama, a rebel known by one name, "Szabo" tagged as
        a town.
        """
        labels = {self.doc[i].ent_type_ for i in range(mention.first, mention.last + 1)} - {"", "PERSON"}
        if labels & {"NORP", "EVENT", "LAW", "DATE", "TIME", "LANGUAGE", "WORK_OF_ART"}:
            return False
        if (labels - {"GPE"} and mention.first == mention.last) or mention.last - mention.first > 3:
            return False
        data = self.people.data
        places = data.places_named(mention.name)
        is_place = any(place.capital or place.population > _LARGE_TOWN or labels for place in places)
        known = (
            data.country_of(mention.name)
            or data.organizations_named(mention.name)
            or data.parties_named(mention.name)
        )
        return not (is_place or known)

    def _after_item(self, position: int, stop: int) -> int:
        """Past what only describes the one just named: "of Niger", "(Fidesz)", ", the host,"."""
        while position < stop:
            word = self.doc[position].lower_
            if word in {"of", "from"} and position + 1 < stop:
                beyond = position + 1
                while beyond < stop and (
                    beyond in self.country_at
                    or self.doc[beyond].pos_ in {"PROPN", "DET", "NOUN", "ADJ"}
                    or self.doc[beyond].text == "-"
                ):
                    if beyond in self.mention_at and beyond not in self.country_at:
                        break
                    beyond += 1
                if beyond == position + 1:
                    return position
                position = beyond
            elif word == "(":
                closing = next(
                    (i for i in range(position, min(stop, position + 12)) if self.doc[i].text == ")"), None
                )
                if closing is None:
                    return position
                position = closing + 1
            elif word in {"here", "separately", "today", "yesterday"}:
                position += 1
            elif word == "," and (closing_comma := self._apposition_end(position, stop)) is not None:
                position = closing_comma
            else:
                return position
        return position

    def _apposition_end(self, comma: int, stop: int) -> int | None:
        """Where ", the country's top diplomat," ends, if nobody is named in it and a comma or "and" closes
        it.
        """
        if comma + 1 >= stop or self.doc[comma + 1].lower_ in {
            "and",
            "or",
            "but",
            "who",
            "whom",
            "which",
            "as",
        }:
            return None
        for at in range(comma + 1, min(stop, comma + 14)):
            token = self.doc[at]
            if token.text in {",", ";"}:
                return at
            if at in self.mention_at and self.mention_at[at].name:
                return None
            if token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or token.text in {".", ":"}:
                return None
        return None

    def _connector(self, position: int, stop: int) -> int | None:
        """Where the next item of a list begins, or None where the list ends."""
        position = self._past_adverbial(position, stop)
        start = position
        while position < stop and self.doc[position].lower_ in {
            ",",
            ";",
            "and",
            "&",
            "then",
            "also",
            "later",
            "plus",
            "with",
        }:
            if self.doc[position].lower_ == "with" and position == start:
                return None
            position += 1
        for words in (("as", "well", "as"), ("along", "with"), ("together", "with"), ("including",)):
            if tuple(self.doc[i].lower_ for i in range(position, min(stop, position + len(words)))) == words:
                position += len(words)
        if position == start or position >= stop:
            return None
        return None if self._begins_clause(position, stop) else position

    def _past_adverbial(self, position: int, stop: int) -> int:
        """ "met X on Tuesday and Y on Wednesday": past the day or the place when a list goes on behind it."""
        at = position
        if at < stop and self.doc[at].lower_ in {"on", "in", "at", "earlier", "later"}:
            at += 1
            while at < stop and (
                self.doc[at].ent_type_ in {"DATE", "TIME", "GPE", "LOC", "FAC"}
                or at in self.country_at
                or self.doc[at].lower_ in {"the", "day", "morning", "afternoon", "evening"}
            ):
                at += 1
            if at < stop and self.doc[at].lower_ in {"and", ","}:
                return at
        elif at < stop and self.doc[at].ent_type_ in {"DATE", "TIME"}:
            while at < stop and self.doc[at].ent_type_ in {"DATE", "TIME"}:
                at += 1
            if at < stop and self.doc[at].lower_ in {"and", ","}:
                return at
        return position

    def _begins_clause(self, position: int, stop: int) -> bool:
        """ "met Dorn and Vray said": what follows is the subject of another verb, not next in the list."""
        at = position
        last_mention = None
        while at < stop and at < position + 25:
            mention = self.mention_at.get(at)
            if mention is not None:
                last_mention = mention
                at = max(mention.last, mention.right if mention.right < stop else mention.last) + 1
                break
            token = self.doc[at]
            if token.pos_ in {"VERB", "AUX"} and token.tag_ in _FINITE:
                return True
            at += 1
        if last_mention is None:
            return False
        while at < self.end and self.doc[at].pos_ == "ADV":
            at += 1
        if (
            at >= self.end
            or at == stop
            or self.doc[at].tag_ not in _FINITE
            or self.doc[at].pos_ not in {"VERB", "AUX"}
        ):
            return False
        # "… and President Moore organized as part of": a participle that the tagger takes for a past tense.
        return any(
            self.doc[i].dep_ in {"nsubj", "nsubjpass"}
            for i in range(min(last_mention.left, last_mention.first), last_mention.last + 1)
        )

    def _end_of_phrase(self, position: int, stop: int) -> int:
        while position < stop and self.doc[position].pos_ in _MODIFIERS | {"PRON"}:
            position += 1
        return position

    def is_group_reference(self, position: int) -> bool:
        """ "the two", "both leaders", "the two sides", "they": people known from before."""
        token = self.doc[position]
        word = token.lower_
        if word in _PLURAL_PRONOUNS:
            return word != "both" or position + 1 >= self.end or self.doc[position + 1].lower_ not in {"of"}
        if word in {"two", "three", "four", "five"}:
            following = self.doc[position + 1] if position + 1 < self.end else None
            noun = following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}
            previous = self.doc[position - 1].lower_ if position > self.start else ""
            if previous not in {"the", "these", "those"}:
                return False
            return not noun or self._plural_of_people(position + 1)
        return False

    def _plural_of_people(self, position: int) -> bool:
        at = position
        while at < self.end and self.doc[at].pos_ in {"ADJ", "NOUN", "PROPN"}:
            if self.doc[at].lower_ in PLURAL_HEADS or self.doc[at].lower_ in {
                "sides",
                "men",
                "women",
                "parties",
            }:
                return True
            at += 1
        return False

    # Subjects and objects by the parse

    def subject(self, verb: Token, depth: int = 0) -> Argument:
        """Who does what the verb says, through coordination, infinitives, participles and relatives."""
        if depth > 6:
            return Argument()
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return self.noun_phrase(child, verb) or self._journey(child)
        if verb.dep_ in {"ROOT", "ccomp"} and verb.i > self.start:
            # A subject the parse gave to nobody, right before the verb: "…," Solen said.
            before = self._mention_ending_before(verb)
            if before is not None:
                return before
        head = verb.head
        if head.i == verb.i:
            return Argument()
        if verb.dep_ == "relcl":
            return self.noun_phrase(head, verb) or self.subject_of_noun(head, depth + 1)
        if verb.dep_ == "acl":
            possessor = self._possessor(head)
            if verb.tag_ in {"VBG", "VBN"}:
                return self.noun_phrase(head, verb)
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
        if depth > 6 or token.head.i == token.i:
            return Argument()
        head = token.head
        if head.pos_ in {"VERB", "AUX"}:
            return self.subject(head, depth + 1)
        if head.pos_ in {"NOUN", "PROPN"} and (possessor := self._possessor(head)):
            return possessor
        return self.governor_subject(head, depth + 1)

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
            return self.subject_of_noun(noun.head.head)
        if noun.lemma_.lower() not in _JOURNEYS:
            return Argument()
        return self._possessor(noun) or self.protagonist()

    def protagonist(self) -> Argument:
        """The one person the sentences before were about: a presumption, good enough for a plan and not for a
        fact.
        """
        argument = Argument(guessed=True, presumed=True)
        if len(self.memory.subjects) == 1 and not self.memory.subjects[0].speaks_for_others:
            argument.add(self.memory.subjects[0])
        return argument

    def _mention_ending_before(self, verb: Token) -> Argument | None:
        at = verb.i - 1
        while at >= self.start and self.doc[at].pos_ in {"ADV", "AUX"}:
            at -= 1
        mention = self.mention_at.get(at)
        if mention is None or (person := self._take(mention)) is None:
            return None
        argument = Argument()
        argument.add(person, mention)
        return argument

    def noun_phrase(self, head: Token, governor: Token) -> Argument:
        """The people of the phrase around `head`: a name, a list, a pronoun, a group word, a delegation's
        leader.
        """
        word = head.lower_
        if word in {"who", "whom", "which", "that"} and head.pos_ == "PRON":
            clause = governor
            while clause.dep_ not in {"relcl", "acl"} and clause.head.i != clause.i:
                clause = clause.head
            if clause.dep_ != "relcl":
                return Argument()
            return self._one_of(clause.head) or self.noun_phrase(clause.head, clause)
        if word in _SINGULAR | {"his", "himself", "herself"}:
            return self._single(head)
        if word in _PLURAL_PRONOUNS | {"their"} or self._refers_to_several(head):
            return self._several(head)
        if head.i in self.mention_at:
            mention = self.mention_at[head.i]
            begin = min(mention.left, mention.first)
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
        if not argument.people:
            argument.merge(self._conjuncts(head, governor))
        if not argument.people and self._describes_one(head):
            return self._single(head)
        return argument

    def _describes_one(self, head: Token) -> bool:
        """ "the cleric", "the visiting minister": someone spoken of before, called by what he is."""
        if (
            head.lower_ not in OFFICE_HEADS | OTHER_HEADS
            or head.tag_ not in {"NN", "NNP"}
            or head.lower_ in FAMILY_HEADS
        ):
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

    def _list_start(self, head: Token, begin: int) -> int:
        """Where the subject's list begins: at the leftmost name coordinated with the head."""
        first = begin
        for position in range(begin - 1, max(self.start, begin - 40) - 1, -1):
            token = self.doc[position]
            if token.i in self.mention_at and head.left_edge.i <= position:
                first = min(first, self.mention_at[position].left)
            if token.pos_ in {"VERB", "AUX"} and token.tag_ in _FINITE:
                break
        edge = head.left_edge.i
        while edge < first and not (edge in self.mention_at or self.doc[edge].pos_ in _MODIFIERS):
            edge += 1
        return (
            min(first, max(edge, self.start))
            if edge in self.mention_at or edge >= first
            else min(first, edge)
        )

    def _conjuncts(self, head: Token, governor: Token) -> Argument:
        argument = Argument()
        for token in [head, *head.conjuncts]:
            mention = self.mention_at.get(token.i)
            if mention is not None and (person := self._take(mention)) is not None:
                argument.add(person, mention)
        if not argument.people and head.lower_ in _DELEGATIONS:
            led = self._leader(head.i, self.end)
            if led is not None:
                return led[0]
        return argument

    def _refers_to_several(self, head: Token) -> bool:
        if head.pos_ not in {"NOUN", "NUM", "PROPN", "PRON", "DET"}:
            return False
        if head.i + 1 < self.end and self._names_follow(head.i + 1):
            return False
        if head.lower_ in {"two", "three", "both"}:
            return True
        words = {child.lower_ for child in head.children}
        # "four leaders" brings new people in, "the four leaders" means those known.
        counted = "both" in words or (
            words & {"two", "three", "four", "five"} and words & {"the", "these", "those"}
        )
        return bool(counted) and (
            head.lower_ in PLURAL_HEADS or head.lower_ in {"sides", "men", "women", "parties"}
        )

    def _single(self, token: Token) -> Argument:
        argument = Argument(guessed=True)
        person = self.memory.singular(token, self)
        if person is not None:
            argument.add(person)
        return argument

    def _several(self, token: Token) -> Argument:
        return self._several_in(token.left_edge.i, token.i)

    def said_just_before(self, mention: Mention) -> bool:
        """Whether a reporting verb stands right before a name with its titles: "said Finnish envoy Pekka
        Salo".
        """
        at = min(mention.left, mention.first) - 1
        while at > self.start and (self.doc[at].pos_ in _MODIFIERS or at in self.country_at):
            at -= 1
        return self.doc[at].lemma_.lower() in REPORTING_VERBS

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

    def _several_in(self, first: int, last: int) -> Argument:
        argument = Argument(guessed=True, mutual=True)
        for person in self.memory.several(self.doc[first : last + 1], self):
            argument.add(person)
        return argument

    def people_before(self, position: int) -> list[tuple[Person, Mention]]:
        """Everyone named in this sentence before a token, in reading order."""
        return [
            (person, mention)
            for mention in self.mentions
            if mention.last < position and (person := self.people.person_of(mention)) is not None
        ]
