"""Whom "he", "they", "the two leaders" mean: what the reader of an article still has in mind.

Few rules, each cautious. A singular pronoun means the subject spoken of last; a plural one means the people
of the last meeting, or the only ones around. When neither holds the answer is nobody, and no edge is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from ingest.mentions import Title
from ingest.people import Person
from ingest.time_attachment import VISITS
from ingest.titles import EQUALS, PLURAL_HEADS
from ingest.triggers import REPORTING_VERBS

if TYPE_CHECKING:
    from ingest.arguments.sentence import SentenceReader

# So many clauses up "their" looks for those whose talks they are.
_CLAUSES = 3
# So many sentences before the last two are searched for "the three", and for "the two".
_EARLIER = 5
_EARLIER_PAIR = 1
# So many sentences after a meeting "they" are those who met; "the two sides" are soon governments again.
_EVENT_TOLD = 6
_SIDES_TOLD = 3
_SIDES = frozenset({"sides", "parties"})
# Nouns of going somewhere, beside those of visits.
_GOING = frozenset({"departure", "arrival", "return", "journey", "flight"})
# So many words before "where" the journey there may be told.
_JOURNEY_WITHIN = 12
_SINGULAR = frozenset({"he", "she"})
FIRST_PERSON = frozenset({"i", "me"})
OF_TWO = frozenset({"former", "latter"})
"""One of two people named before: "The latter thanked him"."""
_FEMALE = frozenset({"she", "her", "herself"})
_NUMBERS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
_WOMEN_TITLES = frozenset(
    "mrs ms miss lady queen princess baroness chairwoman spokeswoman congresswoman empress".split()
)
_MEN_TITLES = frozenset(
    "mr sir lord king prince sultan emir sheikh pope chairman spokesman congressman emperor ayatollah".split()
)


class Memory:
    """What the sentences so far leave in mind. One for each article, fed sentence by sentence."""

    def __init__(self) -> None:
        self.subjects: list[Person] = []
        # The subjects of the sentence before, where it has any.
        self.fresh: list[Person] = []
        self.recent: list[Person] = []
        self.before: list[Person] = []
        self.earlier: list[list[Person]] = []
        self.event: list[Person] = []
        self.event_age = 99
        # The people of the meetings before that, the last first, with their ages.
        self.events: list[tuple[list[Person], int]] = []
        # Whom "the pair" meant in the present sentence and in the one before: "they" are still these.
        self.meant: list[Person] = []
        self.together: list[Person] = []
        # Who says "I" in the present sentence, if that is known.
        self.speaker: Person | None = None
        # Who leads "the delegation".
        self.delegation: Person | None = None
        # Whose programme the present sentence is a line of.
        self.owner: Person | None = None
        self.women: set[int] = set()
        self.men: set[int] = set()

    def observe_gender(self, people: Iterable[Person]) -> None:
        """Learns from titles who is a man or a woman."""
        for person in people:
            heads = {mention.head for mention in person.mentions}
            if heads & _WOMEN_TITLES:
                self.women.add(person.key)
            if heads & _MEN_TITLES:
                self.men.add(person.key)

    def end_sentence(
        self, subjects: Sequence[Person], named: Sequence[Person], event: Sequence[Person]
    ) -> None:
        """Takes in a finished sentence: its subjects, everyone in it, and the people of its last meeting."""
        if subjects:
            self.subjects = list(subjects)
        self.fresh = list(subjects)
        self.earlier = [self.before, *self.earlier][:_EARLIER]
        self.before, self.recent = self.recent, _unique(named)
        self.together, self.meant = self.meant, []
        self.events = [(people, age + 1) for people, age in self.events if age < _EVENT_TOLD]
        self.event_age += 1
        if len(event) >= 2:
            if self.event and self.event_age <= _EVENT_TOLD:
                self.events.insert(0, (self.event, self.event_age))
            self.event, self.event_age = list(event), 0

    def singular(self, token: Token, reader: SentenceReader) -> Person | None:
        """Whom "he" or "her" means: a subject earlier in the sentence, else of the sentence before.

        "I" is who speaks.
        """
        if token.lower_ in FIRST_PERSON:
            return self.speaker
        if (earlier := _same_pronoun_before(token, reader)) is not None:
            return self.singular(earlier, reader)
        traveller = _traveller(token, reader)
        if traveller is not None and self._agrees(traveller, token):
            return traveller
        candidates = [
            person
            for person, mention in reader.people_before(token.i)
            if _is_subject(reader, min(mention.left, mention.first), mention.last)
            and self._agrees(person, token)
        ] or [
            person
            for person, mention in reader.people_before(token.i)
            if _is_agent(reader, mention.last) and self._agrees(person, token)
        ]
        if (
            not candidates
            and (ahead := _subject_ahead(token, reader)) is not None
            and self._agrees(ahead, token)
        ):
            return ahead
        is_object = token.dep_ in {"dobj", "pobj", "iobj", "dative"}
        acting = self._acting(token, reader) if is_object else None
        beside = _acting_beside(token, reader) if is_object else []
        candidates = [person for person in candidates if person is not acting and person not in beside]
        if candidates:
            return candidates[-1]
        if not is_object:
            before = reader.doc[reader.start : token.i]
            opens = not any(word.dep_ in {"nsubj", "nsubjpass"} for word in before)
            met = self._met_by_several() if opens else None
            if met is not None and self._agrees(met, token):
                return met
            for person in self.subjects:
                if self._agrees(person, token):
                    return person
        here = [p for p, _ in reader.people_before(token.i) if self._agrees(p, token) and p is not acting]
        here = [person for person in here if person not in beside]
        if is_object and here:
            # "General Wardi saw off the envoy, who paid him a visit": not somebody of the sentence before.
            return here[0] if len(_unique(here)) == 1 else None
        present = [p for p in self.recent if self._agrees(p, token) and p is not acting]
        if is_object and not present and acting is not None:
            # "The mayor waited for him. She walked him through the hall": of the sentence before that.
            present = [p for p in self.before if self._agrees(p, token) and p is not acting]
        fresh = [p for p in self.fresh if self._agrees(p, token) and p is not acting]
        if len(fresh) == 1 and len(present) <= 1:
            return fresh[0]  # whom a sentence is about comes before whom it mentions
        return present[0] if len(present) == 1 else None

    def _met_by_several(self) -> Person | None:
        """ "Solen and Lamar are to receive Orme. He …": the one whom several met in the sentence before."""
        if len(self.fresh) < 2 or self.event_age > 0:
            return None
        others = [person for person in self.event if person not in self.fresh]
        return others[0] if len(others) == 1 else None

    def of_two(self, token: Token, reader: SentenceReader) -> Person | None:
        """Whom "the latter" means: the one named last in its sentence, or else in the one before; "the
        former" is the first of two.
        """
        here = [person for person, _ in reader.people_before(token.i)]
        named = _unique(person for person in here or self.recent if not person.speaks_for_others)
        if token.lower_ == "former":
            return named[0] if len(named) == 2 else None
        return named[-1] if named else None

    def _acting(self, token: Token, reader: SentenceReader) -> Person | None:
        """Who acts in a pronoun's own clause, whom it cannot mean: "she saw her"."""
        own = _clause_subject(token.head)
        if own is None or own.i >= token.i:
            return None
        if own.lower_ in _SINGULAR:
            return self.singular(own, reader)
        if own.lower_ == "who" and own.head.dep_ == "relcl":
            own = own.head.head
        mention = reader.mention_at.get(own.i)
        return reader.people.person_of(mention) if mention is not None else None

    def around(self, reader: SentenceReader, position: int) -> list[Person]:
        """Everyone in mind at a token: named before it in the sentence, in the two before, or a subject."""
        here = [person for person, _ in reader.people_before(position)]
        return _unique([*here, *self.recent, *self.before, *self.subjects, *self.event])

    def host(self, reader: SentenceReader, position: int) -> Person | None:
        """Who acts in the clause that a token stands in, where that is one person named before it."""
        subject = _clause_subject(reader.doc[position])
        if subject is None or subject.i >= position:
            return None
        mention = reader.mention_at.get(subject.i)
        return reader.people.person_of(mention) if mention is not None else None

    def several(self, phrase: Span, reader: SentenceReader) -> tuple[Person, ...]:
        """Whom "they" or "the two leaders" means; nobody where more than one reading fits."""
        meant = self._several(phrase, reader)
        if any(person.country not in of for of in _states_of(phrase, reader) for person in meant):
            return ()  # "the two Angolan sides" are not those of two states who have just met
        self.meant = list(meant) or self.meant
        return meant

    def _several(self, phrase: Span, reader: SentenceReader) -> tuple[Person, ...]:
        wanted = next((_NUMBERS[token.lower_] for token in phrase if token.lower_ in _NUMBERS), None)
        here = _unique(
            person for person, _ in reader.people_before(phrase.start) if not person.speaks_for_others
        )
        plural = wanted or 2
        if not here and len(ahead := _subjects_ahead(phrase[-1], reader)) >= plural:
            return tuple(ahead)
        if wanted is None and len(together := _subjects_before(phrase[0], reader)) >= plural:
            return tuple(together)
        if len(here) == plural and not _acts_on(phrase, reader, here):
            return tuple(here)
        within = _SIDES_TOLD if any(token.lower_ in _SIDES for token in phrase) else _EVENT_TOLD
        acting = self._acting(phrase[-1], reader)
        passive = [person for person in here if person is not acting]
        if wanted is not None and len(here) > len(passive) == wanted and _may_be(passive, phrase):
            return tuple(passive)  # "Solen was there with Lamar, and Orme received the pair"
        if wanted is None and _plural_subject_before(phrase[0], reader):
            return ()  # "The rebels say they do not know whom to talk with"
        if wanted is None and self.together and self.event_age > 0:
            return tuple(self.together)
        earlier_events = self.events if wanted is not None and within == _EVENT_TOLD else []
        for people, age in ((self.event, self.event_age), *earlier_events):
            # "The two leaders", after a third had them both for dinner, are those who met before that.
            told = people and age <= within and (wanted is None or len(people) == wanted)
            if told and _may_be(people, phrase):
                return tuple(people)
        if any(token.lower_ in _SIDES for token in phrase):
            return ()  # governments and camps, unless their people have just met
        if wanted is not None and (holders := self._holding(phrase, reader, wanted)):
            return holders
        if wanted is None and self.together:
            return tuple(self.together)
        known = [person for person in here if not _acts_on(phrase, reader, [person])]
        earlier = self.earlier if plural > 2 else self.earlier[:_EARLIER_PAIR]
        for sentence in (self.recent, self.before, *earlier):
            known = _unique([*known, *(person for person in sentence if not person.speaks_for_others)])
            if len(known) == plural:
                return tuple(known) if wanted is None or _may_be(known, phrase) else ()
            if len(known) > plural or wanted is None:
                break
        return ()

    def _holding(self, phrase: Span, reader: SentenceReader, wanted: int) -> tuple[Person, ...]:
        """ "The two mayors": those of that office, where the article has named just as many so far."""
        office, kinds = _office_of(phrase)
        if office is None:
            return ()
        holders = [
            person
            for person in reader.people.persons
            if person.mentions
            and person.mentions[0].sentence <= reader.sentence.index
            and any(
                title.head == office and not title.former and _is_of_kind(title, kinds)
                for title in person.titles
            )
        ]
        return tuple(holders) if len(holders) == wanted else ()

    def _agrees(self, person: Person, token: Token) -> bool:
        if token.lower_ in _FEMALE:
            return person.key not in self.men
        return person.key not in self.women


def _states_of(phrase: Span, reader: SentenceReader) -> list[set[str | None]]:
    """The state that "the two Angolan sides" names, if it names one."""
    states: list[set[str | None]] = []
    for token in phrase:
        if token.pos_ not in {"DET", "NUM", "ADJ", "NOUN", "PROPN"}:
            break
        country = reader.country_at.get(token.i)
        if country is not None and country.via == "adjective":
            states.append({country.iso3})
    return states if len(states) == 1 else []


def _unique(people: Iterable[Person]) -> list[Person]:
    found: list[Person] = []
    for person in people:
        if all(person is not other for other in found):
            found.append(person)
    return found


def _same_pronoun_before(token: Token, reader: SentenceReader) -> Token | None:
    """ "She saw Orme on Friday, and on Sunday she …": the first "she" of the sentence, unless another subject
    stands between.
    """
    if token.lower_ in _OBJECTS and token.dep_ in {"dobj", "pobj", "dative"}:
        return _subject_of_other_clause(token, reader)
    if token.lower_ not in {"he", "she"}:
        return None
    if (met := _object_of_clause_before(token, reader)) is not None:
        return met
    for at in range(token.i - 1, reader.start - 1, -1):
        word = reader.doc[at]
        if word.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        if word.lower_ == token.lower_:
            return word
        if at in reader.mention_at and not _follows_its_verb(reader, reader.mention_at[at].left):
            return None
    return None


_OBJECTS = {"him": "he", "her": "she"}
_COORDINATED = frozenset({"and", "but"})


def _object_of_clause_before(token: Token, reader: SentenceReader) -> Token | None:
    """ "Orme met with him, and he held talks with Berg": were it Orme, "he" would be left out."""
    if token.i - 1 <= reader.start or token.nbor(-1).lower_ not in _COORDINATED:
        return None
    for word in reversed(reader.doc[reader.start : token.i]):
        if word.dep_ in {"nsubj", "nsubjpass"}:
            return None  # nobody was met in the clause before
        if _OBJECTS.get(word.lower_) == token.lower_ and word.dep_ in {"dobj", "pobj", "dative"}:
            own = _clause_subject(word.head)
            return word if own is not None and own.i in reader.mention_at else None
    return None


def _is_agent(reader: SentenceReader, last: int) -> bool:
    """ "The pledge was made by Solen when he met Lamar": who did it."""
    word = reader.doc[last]
    if word.dep_ != "pobj" or word.head.dep_ != "agent":
        return False
    return any(child.dep_ == "nsubjpass" for child in word.head.head.children)  # not "Asked by Solen, he …"


def _subject_of_other_clause(token: Token, reader: SentenceReader) -> Token | None:
    """ "She was speaking after Orme had called on her": the "she" before, unless it acts in this clause."""
    own = _clause_subject(token.head)
    for word in reader.doc[reader.start : token.i]:
        if word.lower_ == _OBJECTS[token.lower_] and word.dep_ in {"nsubj", "nsubjpass"}:
            acting = own is not None and own.i == word.i
            if own is not None and own.lower_ == "who" and own.head.dep_ == "relcl":
                own = own.head.head  # "received by Berg, who met him at the door"
            named = own is not None and own.i in reader.mention_at
            return word if named and not acting else None
    return None


_OFFICES = {
    "presidents": "president", "premiers": "premier", "kings": "king", "ministers": "minister",
    "mayors": "mayor", "chancellors": "chancellor", "ambassadors": "ambassador", "governors": "governor",
    "speakers": "speaker", "patriarchs": "patriarch", "monarchs": "king",
}  # fmt: skip


# Ministers are of a kind.
_KINDS = frozenset(
    "prime foreign defence defense interior finance economy trade energy justice health deputy vice".split()
)


def _plural_subject_before(token: Token, reader: SentenceReader) -> bool:
    """Whether others than people of the article act in the sentence before "they"."""
    return any(
        word.dep_ in {"nsubj", "nsubjpass"}
        and word.tag_ in {"NNS", "NNPS"}
        and word.i not in reader.mention_at
        and word.lower_ not in PLURAL_HEADS
        for word in reader.doc[reader.start : token.i]
    )


def _acts_on(phrase: Span, reader: SentenceReader, people: Sequence[Person]) -> bool:
    """Whether a group word cannot mean these, as they act on it: "Solen and Lamar joined the two"."""
    head = next((token for token in phrase if token.dep_ in {"dobj", "pobj"}), None)
    if head is None or head.dep_ != "dobj":
        return False
    own = _clause_subject(head.head)
    if own is None or own.i >= head.i:
        return False
    acting = [
        person
        for person, mention in reader.people_before(own.right_edge.i + 1)
        if mention.first >= own.left_edge.i
    ]
    return bool(acting) and all(person in acting for person in people)


def _may_be(people: Sequence[Person], phrase: Span) -> bool:
    """Whether people of known offices can be "the two presidents"."""
    office, kinds = _office_of(phrase)
    return office is None or all(
        not person.titles
        or any(
            title.head in EQUALS or (title.head == office and _is_of_kind(title, kinds))
            for title in person.titles
        )
        for person in people
    )


def _office_of(phrase: Span) -> tuple[str | None, frozenset[str]]:
    """The office of "the two foreign ministers", and what kind of it: "foreign"."""
    words = [token.lower_ for token in phrase]
    at = next((i for i, word in enumerate(words) if word in _OFFICES), None)
    return (None, frozenset()) if at is None else (_OFFICES[words[at]], frozenset(words[:at]) & _KINDS)


def _is_of_kind(title: Title, kinds: frozenset[str]) -> bool:
    """Whether an office is of one of these kinds, where any is said."""
    return not kinds or bool(kinds & set(title.text.lower().split()))


def _subject_ahead(token: Token, reader: SentenceReader) -> Person | None:
    """ "During his talks with Prodi, Olmert …": before its clause a pronoun looks forward."""
    root = token.sent.root
    subjects = [child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"} and child.i < root.i]
    subject = subjects[-1] if subjects else None
    if subject is None or subject.i < token.i or token.i > root.i:
        return None
    mention = reader.mention_at.get(subject.i)
    return reader.people.person_of(mention) if mention is not None else None


def _follows_its_verb(reader: SentenceReader, first: int) -> bool:
    """ "saw the leader, Orme, face to face": an object, whatever the parse says; not "said Orme"."""
    at = first - 1
    while at > reader.start and reader.doc[at].pos_ in {"DET", "ADJ"}:
        at -= 1
    verb = reader.doc[max(at, reader.start)]
    return verb.pos_ == "VERB" and verb.tag_ in {"VBD", "VB"} and verb.lemma_.lower() not in REPORTING_VERBS


def _is_subject(reader: SentenceReader, first: int, last: int) -> bool:
    return not _follows_its_verb(reader, first) and any(
        reader.doc[i].dep_ in {"nsubj", "nsubjpass"}
        or _heads_line(reader, i)
        or _owns_subject(reader.doc[i])
        or _apposed_to_subject(reader.doc[i])
        or _conjunct_of_subject(reader.doc[i])
        for i in range(first, last + 1)
    )


def _heads_line(reader: SentenceReader, position: int) -> bool:
    """ "Solen in Norvik again; her talks with Berg went well": whom a line without a verb is about."""
    token, mention = reader.doc[position], reader.mention_at.get(position)
    first = min(mention.left, mention.first) if mention is not None else position
    return token.dep_ in {"ROOT", "dep"} and min(first, position) <= reader.start + 2


def _subjects_ahead(token: Token, reader: SentenceReader) -> list[Person]:
    """ "During their meeting, Berg and Orme …", "In their meeting, Berg thanked Orme"."""
    root = token.sent.root
    if token.i > root.i or token.dep_ != "poss" or root.pos_ not in {"VERB", "AUX"}:
        return []
    people = list(reader.subject(root).people)
    for child in root.children:
        # "In their meeting, Berg thanked Orme for the loan."
        if child.dep_ == "dobj" and len(people) == 1 and child.i in reader.mention_at:
            people.extend(reader.noun_phrase(child, root).people)
    return people


def _subjects_before(token: Token, reader: SentenceReader) -> list[Person]:
    """ "Berg, Orme and Vray posed for pictures after their talks", "Berg and Orme signed it when they met":
    all who did it.
    """
    clause = token.head.dep_ == "advcl" and token.lower_ in {"they", "them"}
    if token.dep_ != "poss" and not (clause and token.dep_ in {"nsubj", "dobj"}):
        return []
    verbs = (word for word in token.ancestors if word.pos_ in {"VERB", "AUX"})
    own = 1 if clause else 0  # not who acts in its own clause
    for verb in islice(verbs, own, own + _CLAUSES):
        if any(child.dep_ == "nsubj" and child.i < token.i for child in verb.children):
            return [person for person in reader.subject(verb).people if not person.speaks_for_others]
    return []


def _traveller(token: Token, reader: SentenceReader) -> Person | None:
    """ "Solen praised a visit by Lamar to Norvik, where he signed": whose journey it was."""
    doc, where = token.doc, token.i - 1
    if where <= reader.start or doc[where].lower_ != "where":
        return None
    for at in range(where - 1, max(reader.start, where - _JOURNEY_WITHIN) - 1, -1):
        noun = doc[at]
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in VISITS | _GOING:
            continue
        owners = [child for child in noun.children if child.dep_ == "poss"]
        owners.extend(doc[i] for i in range(at + 2, where) if doc[i - 1].lower_ in {"by", "of"})
        people = [
            person
            for owner in owners
            for person, mention in reader.people_before(where)
            if min(mention.left, mention.first) <= owner.i <= mention.last
        ]
        return people[0] if len(people) == 1 else None
    return None


def _owns_subject(token: Token) -> bool:
    """ "Bush's chief objective in his meeting with …", "the visit of Orme, during which she …"."""
    owned = token.head
    if token.dep_ == "pobj" and owned.lower_ == "of":
        owned = owned.head
        if owned.lemma_.lower() not in VISITS:
            return False
    elif token.dep_ != "poss":
        return False
    return owned.dep_ in {"nsubj", "nsubjpass"}


def _apposed_to_subject(token: Token) -> bool:
    """ "The head of the movement, Orme, went to Norvik, where he …"."""
    described = token.head
    while token.dep_ == "appos" and described.dep_ in {"pobj", "prep"}:
        described = described.head  # "of the movement", where the parser hangs the name
    return token.dep_ == "appos" and described.dep_ in {"nsubj", "nsubjpass"}


def _conjunct_of_subject(token: Token) -> bool:
    return token.dep_ == "conj" and any(other.dep_ in {"nsubj", "nsubjpass"} for other in token.conjuncts)


def _acting_beside(token: Token, reader: SentenceReader) -> list[Person]:
    """Who else acts in a pronoun's own clause: Lamar in "Solen and Lamar are to receive him"."""
    own = _clause_subject(token.head)
    mentions = (reader.mention_at.get(word.i) for word in own.conjuncts) if own is not None else ()
    people = (reader.people.person_of(mention) for mention in mentions if mention is not None)
    return [person for person in people if person is not None]


def _clause_subject(token: Token) -> Token | None:
    while True:
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return child
        if token.head.i == token.i or token.dep_ in {"relcl", "ccomp", "advcl"}:
            return None
        token = token.head
