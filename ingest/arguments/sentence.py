"""One sentence as its readers share it: mentions and countries by token, and who is meant by them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from spacy.tokens import Token

from ingest.arguments.argument import Argument
from ingest.arguments.words import FINITE, MODIFIERS, PLURAL_PRONOUNS
from ingest.coreference import Memory
from ingest.doubtful_names import stands_as_no_name
from ingest.mentions import CountryTokens, Mention
from ingest.parse import Sentence
from ingest.people import People, Person
from ingest.titles import FAMILY_HEADS, HEADS, PLURAL_HEADS, POSSESSIVES

# A town of fewer people is rarely named without saying where it lies; its name is likelier someone's:
# "Rubio".
_LARGE_TOWN = 500_000


class SentenceReader(ABC):
    """What one sentence names, and whom it can mean; positions are tokens of its Doc."""

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

    def _take(self, mention: Mention) -> Person | None:
        known = self.people.person_of(mention)
        if known is not None or not mention.name:
            return known
        return self.people.admit(mention) if self._could_be_person(mention) else None

    def _could_be_person(self, mention: Mention) -> bool:
        """A run of capitals in a person's place: the Dalai Lama, a rebel known by one name, "Szabo" tagged as
        a town.
        """
        if stands_as_no_name(mention, self.sentence) or mention.name.lower() in HEADS:
            return False
        labels = {self.doc[i].ent_type_ for i in range(mention.first, mention.last + 1)} - {"", "PERSON"}
        if labels & {"EVENT", "LAW", "DATE", "TIME", "LANGUAGE", "WORK_OF_ART"}:
            return False
        if "NORP" in labels and mention.first == mention.last:
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

    def _owns_next(self, mention: Mention) -> bool:
        after = mention.last + 1
        return (
            after + 1 < self.end
            and self.doc[after].text in POSSESSIVES
            and self.doc[after].dep_ in {"case", "punct", "poss"}
        )

    def _is_own_family(self, mention: Mention, begin: int) -> bool:
        """ "met his wife Anne": no diplomacy."""
        return mention.head in FAMILY_HEADS and any(
            self.doc[i].tag_ == "PRP$" for i in range(begin, mention.first)
        )

    def is_named(self, position: int) -> bool:
        """Whether a name or office stands here that is surely a person's."""
        mention = self.mention_at.get(position)
        return mention is not None and mention.strength != "weak"

    def _names_follow(self, position: int) -> bool:
        """Whether a comma or dash after a group word opens the list of its names."""
        return (
            position + 1 < self.end
            and self.doc[position].text in {",", "-", "–", "—", "--", ":", "("}
            and self._named_within(position + 1)
        )

    def _named_within(self, position: int) -> bool:
        """Whether the phrase that begins here is a name with its titles."""
        mention = self.mention_at.get(position)
        if mention is not None:
            return bool(mention.name)
        at = position
        while at < self.end and at < position + 6 and self._precedes_name(at):
            if at in self.mention_at:
                return bool(self.mention_at[at].name)
            at += 1
        return False

    def _precedes_name(self, position: int) -> bool:
        """ "the London-based", "Argentina's"."""
        token = self.doc[position]
        of_state = token.text in POSSESSIVES and position - 1 in self.country_at
        based = token.text == "-" or (token.tag_ == "VBN" and token.dep_ == "amod")
        return token.pos_ in MODIFIERS or of_state or based

    def is_group_reference(self, position: int) -> bool:
        """ "the two", "both leaders", "the two sides", "they": people known from before."""
        token = self.doc[position]
        word = token.lower_
        if word in {"each", "both"} and position + 2 < self.end and self.doc[position + 1].lower_ == "of":
            return self.doc[position + 2].lower_ in {"them", "the"}
        if word == "both" and position + 1 in self.mention_at and self.mention_at[position + 1].name:
            return False  # "welcomed both Ms Solen and Mr Lamar"
        if word in PLURAL_PRONOUNS:
            return word != "both" or position + 1 >= self.end or self.doc[position + 1].lower_ not in {"of"}
        if word in {"two", "three", "four", "five"}:
            following = self.doc[position + 1] if position + 1 < self.end else None
            noun = following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}
            if noun and self._precedes_verb(position + 1):
                noun = False  # "the two last met in July"
            previous = self.doc[position - 1].lower_ if position > self.start else ""
            if previous not in {"the", "these", "those"}:
                return False
            return not noun or self._plural_of_people(position + 1)
        return False

    def _precedes_verb(self, position: int) -> bool:
        when = self.doc[position].lower_ in {"first", "last"} and position + 1 < self.end
        return when and self.doc[position + 1].tag_ in FINITE

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

    def people_before(self, position: int) -> list[tuple[Person, Mention]]:
        """Everyone named in this sentence before a token, in reading order."""
        return [
            (person, mention)
            for mention in self.mentions
            if mention.last < position and (person := self.people.person_of(mention)) is not None
        ]

    @abstractmethod
    def noun_phrase(self, head: Token, governor: Token) -> Argument:
        """The people of the phrase around a head."""

    @abstractmethod
    def subject(self, verb: Token, depth: int = 0) -> Argument:
        """Who does what a verb says."""
