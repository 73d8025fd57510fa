"""Finds where a sentence names people: by name ("Foreign Minister Tansu Ciller"), or by office alone ("the
Cuban President").

The parser's entity spans lose surnames, non-English names and names glued to titles, so they are one sign
among several. A *run* of capitalised words is read from the right: what follows the last office word in it is
the name, what stands before is the title. A run is a person when an office or an honorific stands by it, when
the tagger says so, when entity data knows the full name, or when the article has made the name known
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Span, Token

from ingest.entities.model import CountryMention
from ingest.names import INITIAL, PARTICLES, REGNAL, is_part_of
from ingest.parse import Sentence
from ingest.titles import (
    ABBREVIATED,
    FORMER,
    HONORIFICS,
    NOT_MODIFIERS,
    OFFICE_HEADS,
    OTHER_HEADS,
    PLURAL_HEADS,
)

Strength = Literal["strong", "known", "weak"]

HEADS = OFFICE_HEADS | OTHER_HEADS

# Words that make a run of capitals an institution, a place or a thing. Kept to nouns that end such names.
NOT_A_PERSON = frozenset(
    """
    ministry department council committee party union organization organisation association agency bank fund
    forum university institute court parliament congress assembly senate airport palace hotel street square
    avenue river island islands sea bay gulf ocean airlines airways corp corporation inc ltd group force
    forces army navy police commission embassy consulate conference summit meeting games cup league alliance
    front movement times post news television tv radio agreement treaty accord accords protocol convention act
    law day war festival center centre building foundation society federation republic kingdom states region
    province city county valley mountain lake plan program programme initiative belt road declaration strip
    bank office secretariat mission cabinet government administration bureau authority resolution charter pact
    statement daily weekly journal tribune herald gazette base camp port bridge tower hall church mosque
    cathedral temple museum school college hospital prison people peoples people's countries nations governors
    leaders members interim internet visiting acting constitution revolution uprising era dialogue process
    talks partnership cooperation relations desert peninsula monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december north south east
    west northern southern eastern western africa asia europe america caribbean balkans kremlin pentagon
    capitol sino islam muslim muslims arab arabs jewish christian christians buddhist catholic hindu gmt est
    utc staff corps brigade division battalion command guard guards house
    """.split()
)

# Who reports is not who meets: "told Xinhua".
AGENCIES = frozenset(
    """
    xinhua reuters afp ap tass itar-tass interfax ansa dpa kyodo yonhap bernama anadolu irna sana efe upi ria
    jiji mena petra wam kuna spa qna antara ians pti ani bbc cnn aljazeera wafa isna mehr ukrinform belta
    agerpres
    """.split()
)

# Movements that the small model takes for people as often as not: sides of a conflict, none of them a person.
MOVEMENTS = frozenset(
    """
    hamas fatah hezbollah hizbollah hizbullah taliban taleban likud kadima farc eln plo pkk ypg isis isil
    daesh houthi houthis ansarullah al-qaeda al-qaida qaeda qaida boko haram al-shabaab shabaab unita renamo
    frelimo swapo anc zanu-pf zanu kmt ltte eta ira sinn fein polisario knesset duma majlis bundestag rada
    sejm kremlin mossad cia fbi
    """.split()
)

# Departments that follow "of" in a title and would otherwise be read as the start of the name: "Secretary of
# State Condoleezza Rice", "Chief of the General Staff Ismail Hakki Karadayi".
DEPARTMENTS = frozenset(
    """
    state affairs staff defence defense foreign interior finance trade commerce security council general
    treasury energy agriculture industry health education justice labour labor transport economy economic
    development cooperation planning culture tourism environment communications information relations external
    internal religious international national joint chiefs armed forces army navy police intelligence
    parliament house senate commons representatives deputies republic union commission committee party
    communist people's assembly government cabinet delegation court bank mission service services office
    organization organisation agency league investment public
    """.split()
)

_MODIFIER_TAGS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_OF = frozenset({"of", "for", "to"})
_NOT_OFFICE = frozenset({"'s", "’s", "'", "’", '"', "“", "”", "''", "``", ","})


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the text words it. `first` and `last` are its outermost tokens in the document."""

    text: str
    head: str
    country: str | None
    former: bool
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person is named or called by office; positions are token indices of the Doc.

    `first..last` is the name (or the whole office phrase where there is no name), `left..right` the phrase
    with the titles around it. `name` is empty where only the office is given.
    """

    sentence: int
    first: int
    last: int
    left: int
    right: int
    name: str
    strength: Strength
    title: Title | None = None
    country: str | None = None
    definite: bool = True

    @property
    def head(self) -> str | None:
        """The office word of its title, in lower case."""
        return self.title.head if self.title else None


@dataclass(frozen=True, slots=True)
class CountrySpan:
    """A country mention laid over tokens."""

    first: int
    last: int
    iso3: str
    via: str


KnownName = Callable[[str], bool]


def country_spans(sentence: Sentence, countries: Sequence[CountryMention]) -> tuple[CountrySpan, ...]:
    """The article's country mentions that lie in this sentence, as token spans."""
    found = []
    for mention in countries:
        if mention.end <= sentence.start or mention.start >= sentence.end:
            continue
        inside = [
            token.i
            for token in sentence.span
            if sentence.position(token) < mention.end
            and sentence.position(token) + len(token) > mention.start
        ]
        if inside:
            found.append(CountrySpan(inside[0], inside[-1], mention.iso3, mention.via))
    return tuple(found)


def person_mentions(
    sentence: Sentence, countries: Sequence[CountrySpan], is_known_name: KnownName
) -> tuple[Mention, ...]:
    """The people this sentence names by name or office, in token order, before the article is asked about
    surnames.
    """
    reader = _SentenceReader(sentence, countries, is_known_name)
    named = list(reader.named())
    return tuple(sorted([*named, *reader.offices(named)], key=lambda mention: (mention.first, mention.last)))


def surname_mentions(mentions: Sequence[Mention], known: Sequence[str]) -> tuple[Mention, ...]:
    """The same mentions; weak ones are `known` where the name is part of a full name of the article."""
    return tuple(
        replace(mention, strength="known")
        if mention.strength == "weak" and any(is_part_of(mention.name, full) for full in known)
        else mention
        for mention in mentions
    )


def known_full_names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Full names that the article gives for certain; surnames elsewhere are measured against them."""
    return tuple(dict.fromkeys(m.name for m in mentions if m.strength != "weak" and m.name))


class _SentenceReader:
    """Reads one sentence; token positions are relative to its Doc."""

    def __init__(
        self, sentence: Sentence, countries: Sequence[CountrySpan], is_known_name: KnownName
    ) -> None:
        self.sentence = sentence
        self.doc = sentence.span.doc
        self.start, self.end = sentence.span.start, sentence.span.end
        self.country_at: dict[int, CountrySpan] = {
            position: country for country in countries for position in range(country.first, country.last + 1)
        }
        self.person_at: dict[int, Span] = {}
        self.other_at: dict[int, Span] = {}
        for entity in sentence.span.ents:
            target = self.person_at if entity.label_ == "PERSON" else self.other_at
            target.update((position, entity) for position in range(entity.start, entity.end))
        self.is_known_name = is_known_name

    # Runs of capitals

    def runs(self) -> Iterator[tuple[int, int]]:
        """Maximal runs of words that could be one name with its titles: (first, last) token positions."""
        position = self.start
        while position < self.end:
            if not self._starts_run(position):
                position += 1
                continue
            last = position
            while (following := self._continues(last)) is not None:
                last = following
            yield position, last
            position = last + 1

    def _starts_run(self, position: int) -> bool:
        return self._capital(position) or (
            self.doc[position].lower_ in PARTICLES
            and position + 2 < self.end
            and self.doc[position + 1].text == "-"
            and not self.doc[position].whitespace_
            and self._capital(position + 2)
        )

    def _capital(self, position: int) -> bool:
        token = self.doc[position]
        if not token.text[0].isupper() or not any(map(str.isalpha, token.text)):
            return False
        country = self.country_at.get(position)
        if country is not None and not self._inside_longer_person(position, country):
            return False
        if (
            token.lower_ in HEADS
            or token.lower_ in HONORIFICS
            or token.lower_ in PLURAL_HEADS
            or position in self.person_at
        ):
            return True
        if token.is_stop or token.pos_ in ("PRON", "DET", "ADP", "SCONJ", "CCONJ", "AUX", "INTJ"):
            return False
        if position == self.start or self.doc[position - 1].text in {'"', "“", "”", "''", "``", ":", "'"}:
            return token.pos_ == "PROPN" or self._capital_follows(position)
        return token.ent_type_ not in ("DATE", "TIME")

    def _capital_follows(self, position: int) -> bool:
        following = position + 1
        return (
            following < self.end
            and self.doc[following].text[0].isupper()
            and self.doc[following].pos_ == "PROPN"
        )

    def _inside_longer_person(self, position: int, country: CountrySpan) -> bool:
        """ "Chad Brown", "Jordan Bardella": the tagger's person reaches further than the country word."""
        person = self.person_at.get(position)
        if person is None or country.via != "name" or country.first != country.last:
            return False
        if country.first > self.start and self.doc[country.first - 1].pos_ == "ADP":
            return False  # "ambassador to Zimbabwe Shaharuddin Som"
        return (
            person.start <= country.first and country.last < person.end - 1
        ) or person.start < country.first

    def _continues(self, last: int) -> int | None:
        following = last + 1
        if following >= self.end:
            return None
        token = self.doc[following]
        glued = not self.doc[last].whitespace_
        if (
            token.text in {"-", "–", "'", "’"}
            and glued
            and not token.whitespace_
            and following + 1 < self.end
        ):
            # "Teng-hui", "Dlamini-Zuma", "Secretary-General"
            return following + 1 if self.doc[following + 1].text[:1].isalpha() else None
        if self._capital(following):
            return following
        if REGNAL.match(token.text) or INITIAL.match(token.text):
            return following
        if token.lower_ in PARTICLES and token.lower_ not in {"y", "e", "as", "an", "st"}:
            beyond = following + 1
            while beyond < self.end and (
                self.doc[beyond].text == "-" or self.doc[beyond].lower_ in PARTICLES
            ):
                beyond += 1
            if beyond < self.end and self._capital(beyond) and self.doc[beyond].lower_ not in HEADS:
                return beyond
        if token.lower_ in {"y", "e"} and following + 1 < self.end and self._capital(following + 1):
            return following + 1
        return None

    # Names with their titles

    def named(self) -> Iterator[Mention]:
        """Every run that names a person, or could: weak ones wait for the article or an argument slot to say
        so.
        """
        for first, last in self.runs():
            split = self._split(first, last)
            if split is None:
                continue
            title, name_first, name_last = split
            yield from self._mention(title, name_first, name_last)

    def _split(self, first: int, last: int) -> tuple[Title | None, int, int] | None:
        """Where in a run the title ends and the name begins; None where the run holds no name."""
        heads = [position for position in range(first, last + 1) if self._is_head(position)]
        name_first = first
        title: Title | None = None
        if heads:
            head = heads[-1]
            name_first = head + 1
            if name_first + 1 <= last and self.doc[name_first].text in {"-", "–"}:
                name_first = self._after_compound_head(head, last)
            title = self._with_outer_office(self._title(head, first))
        realm = first > self.start and self._is_realm(first)
        if title is not None or realm or self._of_title(first) is not None:
            name_first = self._past_institution(name_first, last)
        if name_first == first and realm:
            return None
        while name_first <= last and self.doc[name_first].ent_type_ == "NORP":
            name_first += 1
        person = self.person_at.get(last)
        if person is not None and person.start > name_first and title is None and self._of_title(name_first):
            name_first = person.start
        while name_first <= last and self.doc[name_first].text in {"-", "–", "'", "’"}:
            name_first += 1
        if name_first > last or name_first < first:
            return None
        if title is None or title.last + 1 < name_first:
            title = title or self._of_title(name_first)
        return title, name_first, last

    def _is_head(self, position: int) -> bool:
        word = self.doc[position].lower_
        if word in PLURAL_HEADS and self.doc[position].text[0].isupper():
            return True  # "Senators Levin and Biden"
        return word in HEADS or word in HONORIFICS or word in ABBREVIATED

    def _after_compound_head(self, head: int, last: int) -> int:
        """ "Secretary-General Kofi Annan", "President-elect Lula": the hyphen belongs to the title."""
        position = head + 1
        while position + 1 <= last and self.doc[position].text in {"-", "–"}:
            position += 2
        return position

    def _with_outer_office(self, title: Title) -> Title:
        """ "Chief of the General Staff Ismail Karadayi": the office begins before the "of"."""
        at = title.first - 1
        if at > self.start and self.doc[at].lower_ == "the":
            at -= 1
        if at - 1 < self.start or self.doc[at].lower_ not in {"of", "for"} or not self._is_head(at - 1):
            return title
        outer = self._title(at - 1, at - 1)
        text = self._office_words(outer.first, title.last)
        return replace(outer, text=text, country=outer.country or title.country, last=title.last)

    def _is_realm(self, first: int) -> bool:
        """ "Mayor of Shanghai", "vice-chairman of the CPP": what follows "of" at once is where, not who."""
        at = first - 1
        if self.doc[at].lower_ == "the" and at > self.start:
            at -= 1
        return self.doc[at].lower_ in {"of", "for"} and self._is_head(at - 1) if at > self.start else False

    def _past_institution(self, name_first: int, last: int) -> int:
        """Past the department of a title: "Chairman of the Expediency Council Akbar Rafsanjani"."""
        for position in range(last, name_first - 1, -1):
            word = self.doc[position].lower_
            if word in DEPARTMENTS or word in NOT_A_PERSON:
                return position + 1
        return name_first

    def _title(self, head: int, floor: int) -> Title:
        """The title phrase whose office word is at `head`: modifiers to the left, within the noun phrase."""
        left = head
        country: str | None = None
        former = False
        position = head - 1
        while position >= self.start:
            token = self.doc[position]
            word = token.lower_
            if position in self.country_at:
                span = self.country_at[position]
                country = country or span.iso3
                left = position = span.first
            elif word in FORMER:
                former = True
                left = position
            elif (word in {"'s", "’s", "'", "’"} and position - 1 in self.country_at) or word in {
                "-",
                "–",
                ".",
                '"',
                "“",
            }:
                pass
            elif (
                position >= floor
                or (
                    token.pos_ in _MODIFIER_TAGS
                    and word not in NOT_MODIFIERS
                    and not token.is_stop
                    and token.is_alpha
                )
                or word in {"vice", "deputy", "first", "acting", "prime"}
            ):
                left = position
            elif word in NOT_MODIFIERS and token.pos_ in {"ADJ", "VERB", "ADV", "NUM", "PROPN"}:
                pass
            else:
                break
            position -= 1
        word = self.doc[head].lower_
        return Title(
            self._office_words(left, head),
            ABBREVIATED.get(word, word).split()[-1],
            country,
            former,
            left,
            head,
        )

    def _office_words(self, first: int, last: int) -> str:
        """The office without the country and without what is only said of the holder: "Deputy Prime
        Minister".
        """
        words = [
            self.doc[position]
            for position in range(first, last + 1)
            if position not in self.country_at
            and self.doc[position].lower_ not in _NOT_OFFICE
            and self.doc[position].lower_ not in FORMER | NOT_MODIFIERS
        ]
        text = "".join(word.text + ("" if word.text == "-" or _glued(word) else " ") for word in words)
        return re.sub(r"(?:\s+(?:of|for|and|the))+$", "", re.sub(r"\s+", " ", text).strip(" -"))

    def _of_title(self, name_first: int) -> Title | None:
        """A title that reaches the name through an of-phrase, or stands before it in lower case.

        "Secretary of State Condoleezza Rice", "Minister of Trade and Industry Bo Xilai",
        "rebel leader Laurent Kabila".
        """
        position = name_first - 1
        while position >= self.start and self.doc[position].text in {'"', "”", "“", "''", "``"}:
            position -= 1
        if position < self.start or self.doc[position].lower_ in _OF | {"the", "and"}:
            return None
        beyond_of = False
        steps = 0
        crossing = position
        while crossing >= self.start and steps < 14:
            token = self.doc[crossing]
            word = token.lower_
            if self._is_head(crossing):
                following = self.doc[crossing + 1].lower_ if crossing + 1 < self.end else ""
                if crossing == position or (beyond_of and following in _OF):
                    found = self._title(crossing, crossing)
                    country = found.country or self._country_between(crossing + 1, name_first)
                    text = self._office_words(found.first, name_first - 1)
                    return replace(found, text=text, country=country, last=name_first - 1)
                if crossing == position:
                    return None
            if word in _OF:
                beyond_of = True
            elif crossing in self.person_at or not (
                token.pos_ in _MODIFIER_TAGS
                or word in {"the", "and", "'s", "’s", "-", "–", "&"}
                or crossing in self.country_at
            ):
                return None
            crossing -= 1
            steps += 1
        return None

    def _country_between(self, first: int, last: int) -> str | None:
        for position in range(first, last):
            if position in self.country_at:
                return self.country_at[position].iso3
        return None

    def _mention(self, title: Title | None, first: int, last: int) -> Iterator[Mention]:
        tokens = [self.doc[position] for position in range(first, last + 1)]
        name = self.doc[first : last + 1].text
        words = [token.lower_ for token in tokens]
        if (
            any(word in NOT_A_PERSON for word in words)
            or len(name) > 80
            or not any(len(w) > 1 for w in words)
        ):
            return
        if title is None and not self._may_follow(first, last, name):
            return
        if first == last and words[0] in MOVEMENTS:
            return
        tagged = any(position in self.person_at for position in range(first, last + 1))
        if not tagged and (
            self._modifies_thing(last) or (first == last and len(name) > 2 and name.isupper())
        ):
            return
        left = min(first, title.first) if title else first
        right = last
        country = title.country if title else None
        apposed = self._title_after(last, has_title=title is not None)
        if title is None and (before := self._title_before_comma(first, last)) is not None:
            title, left = before, before.first
            country = title.country
        if apposed is not None:
            if title is None:
                title = apposed
                country = apposed.country
            right = apposed.last
        country = country or self._of_country(last) or self._possessing_country(left)
        strength = self._strength(title, first, last, name)
        yield Mention(self.sentence.index, first, last, left, right, name, strength, title, country)

    def _may_follow(self, first: int, last: int, name: str) -> bool:
        """Whether a bare run can be a person where it stands: never a place "in X", nor a mention of a press
        agency.
        """
        before = self.doc[first - 1].lower_ if first > self.start else ""
        words = [self.doc[position].lower_ for position in range(first, last + 1)]
        if before in {"in", "at", "near", "outside", "around", "across", "throughout"}:
            return False
        if before == "of" and first - 2 >= self.start and self.doc[first - 2].pos_ == "PROPN":
            return False  # "Mayor Daniel Katz of Mar del Plata"
        if any(word in AGENCIES or word in MOVEMENTS for word in words) or any(
            character.isdigit() for character in name
        ):
            return False
        return not all(word in DEPARTMENTS for word in words)

    def _modifies_thing(self, last: int) -> bool:
        """ "the YUNKO oil company", "a Reuters report": the run only says which thing."""
        token = self.doc[last]
        return (
            token.dep_ in {"compound", "nmod", "amod"} and token.head.i > last and token.head.pos_ == "NOUN"
        )

    def _strength(self, title: Title | None, first: int, last: int, name: str) -> Strength:
        if title is not None and title.head not in {
            "general",
            "chief",
            "head",
            "deputy",
            "rebel",
            "official",
        }:
            return "strong"
        if any(position in self.person_at for position in range(first, last + 1)):
            return "strong"
        if title is not None or (last > first and self.is_known_name(name)):
            return "strong"
        return "weak"

    def _title_after(self, last: int, *, has_title: bool) -> Title | None:
        """ "John Shattuck, assistant secretary of state", "Karaha (Zaire's foreign minister)"."""
        position = last + 1
        if position + 1 >= self.end or self.doc[position].text not in {",", "(", "–", "—", "-", "--"}:
            return None
        position += 1
        for step in range(9):
            at = position + step
            if at >= self.end:
                return None
            token = self.doc[at]
            if self._is_head(at) and token.lower_ not in HONORIFICS:
                following = at + 1
                if following < self.end and (self._capital(following) and following not in self.country_at):
                    return None  # "Putin, President Xi and …": the office of the next in a list
                if has_title and token.text[0].isupper() and self.doc[position].pos_ != "DET":
                    return None  # "Foreign Minister Ciller, Chief of the General Staff …": again the next
                found = self._title(at, at)
                if found.first < position:
                    return None
                country = found.country or self._of_country(at)
                return replace(found, country=country)
            plain = (
                token.pos_ in _MODIFIER_TAGS
                or token.pos_ == "DET"
                or token.lower_ in {"'s", "’s", "-", "who", "is", "also"}
            )
            if not plain and at not in self.country_at:
                return None
        return None

    def _title_before_comma(self, first: int, last: int) -> Title | None:
        """ "Russia's Deputy Premier, Dmitri Chernishenko," and "President of Cuba, Miguel Díaz-Canel"."""
        if first - 2 < self.start or self.doc[first - 1].text != ",":
            return None
        at = first - 2
        if self.doc[at].lower_ in {"elect", "designate"} and self.doc[at - 1].text == "-":
            at -= 2
        title = self._title(at, at) if at >= self.start and self._is_head(at) else self._of_title(first - 1)
        if title is None or title.head in HONORIFICS:
            return None
        before = title.first - 1
        while before > self.start and self.doc[before].pos_ == "DET":
            before -= 1
        if (
            before > self.start
            and self.doc[before].text == ","
            and self.doc[before - 1].pos_ == "PROPN"
            and self.doc[before - 1].ent_type_ not in {"DATE", "TIME", "GPE", "LOC"}
        ):
            return None  # "Ota, governor of Osaka, Keiji Yamada": the office is that of the name before it
        lone = first == last and not (last + 1 < self.end and self.doc[last + 1].text == ",")
        return None if lone else title

    def _of_country(self, last: int) -> str | None:
        """ "Mamadou Tandja of Niger", "King Abdullah II of Jordan"."""
        position = last + 1
        if position + 1 < self.end and self.doc[position].lower_ in {"of", "from"}:
            position += 1
            if self.doc[position].lower_ == "the":
                position += 1
            span = self.country_at.get(position)
            if span is not None and span.via == "name":
                return span.iso3
        return None

    def _possessing_country(self, left: int) -> str | None:
        """ "Iraq's Saddam Hussein"."""
        if left - 2 >= self.start and self.doc[left - 1].text in {"'s", "’s", "'", "’"}:
            span = self.country_at.get(left - 2)
            return span.iso3 if span is not None else None
        return None

    # Offices without a name

    def offices(self, named: Sequence[Mention]) -> Iterator[Mention]:
        """ "the Cuban President", "Russian Deputy Prime Minister", "the visiting minister": an office and no
        name.
        """
        taken = {
            position
            for mention in named
            for position in range(min(mention.left, mention.first), max(mention.right, mention.last) + 1)
        }
        for position in range(self.start, self.end):
            word = self.doc[position].lower_
            if word not in OFFICE_HEADS and word not in ABBREVIATED:
                continue
            if position in taken or self._inside_hyphen(position) or self._describes_next(position):
                continue
            title = self._title(position, position)
            right = position
            country = title.country
            if country is None and (of := self._of_country(position)) is not None:
                country = of
                right = position + (3 if self.doc[position + 2].lower_ == "the" else 2)
            definite = self._is_definite(title, country)
            if definite:
                yield Mention(
                    self.sentence.index, title.first, right, title.first, right, "", "known",
                    replace(title, country=country), country,
                )  # fmt: skip

    def _describes_next(self, position: int) -> bool:
        """ "the chief Chechen negotiator", "a leader writer": the word is no head here."""
        following = position + 1
        if following >= self.end:
            return False
        token = self.doc[following]
        return (following in self.country_at and self.country_at[following].via == "adjective") or (
            token.pos_ in {"NOUN", "PROPN", "ADJ"} and token.dep_ != "appos" and not token.is_punct
        )

    def _inside_hyphen(self, position: int) -> bool:
        before = position - 1
        return before >= self.start and self.doc[before].text == "-" and not self.doc[before].whitespace_

    def _is_definite(self, title: Title, country: str | None) -> bool:
        """A certain holder is meant: "the minister", "Cuban President"; not "a prime minister", "the post of
        premier".
        """
        before = title.first - 1
        words: list[str] = []
        while before >= self.start and len(words) < 3 and self.doc[before].lower_ in NOT_MODIFIERS:
            words.append(self.doc[before].lower_)
            before -= 1
        if any(word in {"a", "an", "another", "any"} for word in words):
            return False
        if "the" in words or "his" in words or "her" in words or "that" in words or "this" in words:
            return True
        previous = self.doc[before].lower_ if before >= self.start else ""
        if previous in {"as", "of", "for", "become", "became"} and country is None:
            return False
        return country is not None or (title.first == self.start and self.doc[title.first].text[0].isupper())


def _glued(token: Token) -> bool:
    """Whether a hyphen follows without a space, as in "Secretary-General"."""
    following = token.i + 1
    return not token.whitespace_ and following < len(token.doc) and token.doc[following].text == "-"


def token_span(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Start and end of tokens `first..last` as positions in the article's text."""
    doc = sentence.span.doc
    begin: Token = doc[first]
    finish: Token = doc[last]
    return sentence.offset + begin.idx, sentence.offset + finish.idx + len(finish)
