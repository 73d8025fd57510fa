"""People by name: where in a run the title ends and the name begins, and whether it is a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.mentions.complements import ComplementReader
from ingest.mentions.model import Mention, Strength, Title
from ingest.mentions.titles import STYLES
from ingest.mentions.vocabulary import (
    ABBREVIATED_STYLES,
    AGENCIES,
    DEPARTMENTS,
    MOVEMENTS,
    NOT_A_PERSON,
    SUFFIXES,
)
from ingest.titles import GENERALS, HONORIFICS, OFFICE_HEADS, PLURAL_HEADS, POSSESSIVES

# Heads that are surnames as well; and what makes a rank or style of them: "Air Marshal", "Crown Prince".
_SURNAMES = frozenset("major bishop king prince pope judge marshal dean duke baron".split())
_OF_RANKS = frozenset(
    """
    air army auxiliary chief crown deputy district field fleet grand high lieutenant police presiding sergeant
    staff supreme vice
    """.split()
)

# Styles that are given names as well, where one of these little words follows.
_GIVEN_NAMES = frozenset({"sultan", "amir", "emir"})
_SON_OF = frozenset({"bin", "ibn", "ben", "al"})

# "Rep. Teo Lamar, D-Mich.": a party and a state.
_FOR_STATE = re.compile(r"[DRI]-[A-Z][a-z]*\.?$")


class NameReader(ComplementReader):
    """Reads the names of one sentence with their titles."""

    def named(self) -> Iterator[Mention]:
        """Every run that names a person, or could: weak ones wait for the article or an argument slot to say
        so.
        """
        splits = [split for run in self.runs() if (split := self._split(*run)) is not None]
        offices = [
            (title.first, title.last)
            for title, first, last in splits
            if title is not None and self._is_full_name(first, last)
        ]
        for title, first, last in splits:
            yield from self._mention(title, first, last, [office for office in offices if office[0] > last])

    def _split(self, first: int, last: int) -> tuple[Title | None, int, int] | None:
        """Where in a run the title ends and the name begins; None where the run holds no name."""
        heads = [
            position
            for position in range(first, last + 1)
            if self._is_head(position) and not self._is_given_name(position, last)
        ]
        if heads and self._is_of_many(heads[-1]):
            heads.clear()  # "Chairman of the Council of Ministers Goran Marek"
        if heads and heads[-1] == last and self._is_surname(first, last, heads):
            heads.pop()
        name_first = first
        title: Title | None = None
        if heads:
            head = heads[-1]
            office = self._office_before_style(heads)
            name_first = head + 1
            if name_first + 1 <= last and self.doc[name_first].text in {"-", "–"}:
                name_first = self._after_compound_head(head, last)
            title = self._with_outer_office(self._title(office, first))
            title = replace(title, last=head)
        realm = first > self.start and self._is_realm(first)
        if (
            title is not None
            or realm
            or self._of_title(first) is not None
            or self._ends_institution(name_first, last)
        ):
            name_first = self._past_institution(name_first, last)
        if name_first == first and realm:
            return None
        while name_first <= last and self._is_people(name_first):
            if self._is_name_of_peoples(name_first, last) or self._is_surname_of_people(name_first, last):
                break
            name_first += 1
        person = self.person_at.get(last)
        if (
            person is not None
            and person.start > name_first
            and title is None
            and not self._is_given_name(name_first, last)
            and name_first - 1 not in self.country_at  # "of the African Union Alpha Oumar Konare"
            and (self._of_title(name_first) or self.complement_head(name_first) is not None)
        ):
            name_first = person.start
        while name_first <= last and self.doc[name_first].text in {"-", "–", "'", "’"}:
            name_first += 1
        if name_first > last or name_first < first:
            return None
        if title is None or title.last + 1 < name_first:
            title = title or self._office_before(name_first, last)
        return title, name_first, last

    def _is_given_name(self, position: int, last: int) -> bool:
        """ "Sultan bin Saad", "Sultan Al Jaber": a ruler is called by his name behind the style."""
        return (
            position < last
            and self.doc[position].lower_ in _GIVEN_NAMES
            and self.doc[position + 1].lower_ in _SON_OF
        )

    def _is_full_name(self, first: int, last: int) -> bool:
        """Two words or more that no institution ends, or a person for the tagger; not "the union UGT"."""
        tokens = self.doc[first : last + 1]
        ended = last + 1 == len(self.doc) or self.doc[last + 1].ent_iob_ != "I"
        if [token.ent_iob_ for token in tokens] == ["B"] + ["I"] * (last - first) and ended:
            return bool(tokens[0].ent_type_ == "PERSON")
        return first < last and not {token.lower_ for token in tokens} & (NOT_A_PERSON | DEPARTMENTS)

    def _office_before(self, name_first: int, last: int) -> Title | None:
        """The office that reaches the name through its complement, or stands before it in small letters."""
        of_many = self._is_of_many(name_first - 1)
        title = None if of_many else self._of_title(name_first)
        if title is None and self._is_full_name(name_first, last):
            title = self.complement_title(name_first)
        return None if title is None else self._with_outer_office(title)

    def _is_of_many(self, head: int) -> bool:
        """Whether a plural office belongs to the office of one person: "Council of Ministers"."""
        return self.doc[head].lower_ in PLURAL_HEADS and self.complement_head(head) is not None

    def _is_surname(self, first: int, last: int, heads: Sequence[int]) -> bool:
        """ "Prime Minister John Major", "Foreign Minister Julie Bishop", "Major said": no rank."""
        if self.doc[last].lower_ not in _SURNAMES:
            return False
        if first == last:
            token = self.doc[last]
            return token.n_lefts == 0 and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"}
        before = last - 1
        if before in heads or self.doc[before].lower_ in _OF_RANKS:
            return False
        entity = self.person_at.get(last)
        return (entity is not None and entity.start <= before) or (len(heads) > 1 and heads[-2] == before - 1)

    def _office_before_style(self, heads: Sequence[int]) -> int:
        """ "Affairs Minister Dr Seshadri", "army chief General Solen": the office before a rank or style."""
        head = heads[-1]
        before = heads[0] - 1
        if before >= self.start and self._is_head(before) and before not in heads:
            heads = [before, *heads]  # in small letters
        for before in reversed(heads[:-1]):
            between = {self.doc[at].lower_ for at in range(before + 1, head + 1)}
            if not between <= STYLES or self.doc[before].lower_ in GENERALS:
                break
            head = before
        return head

    def _after_compound_head(self, head: int, last: int) -> int:
        """ "Secretary-General Kofi Annan", "President-elect Lula": the hyphen belongs to the title."""
        position = head + 1
        while position + 1 <= last and self.doc[position].text in {"-", "–"}:
            position += 2
        return position

    def _is_realm(self, first: int) -> bool:
        """ "Mayor of Shanghai", "vice-chairman of the CPP": what follows "of" at once is where, not who."""
        at = first - 1
        if self.doc[at].lower_ == "the" and at > self.start:
            at -= 1
        return self.doc[at].lower_ in {"of", "for"} and self._is_head(at - 1) if at > self.start else False

    def _is_people(self, position: int) -> bool:
        """ "Chechen" before a name; not "Han Soo-min", by the small letter behind the hyphen."""
        token = self.doc[position]
        if position + 3 < self.end and self.doc[position + 2].text == "-" and self.doc[position + 3].is_lower:
            return False
        before = token.ent_iob_ == "I"
        after = position + 1 < self.end and self.doc[position + 1].ent_iob_ == "I"
        return token.ent_type_ == "NORP" and not before and not after

    def _is_name_of_peoples(self, first: int, last: int) -> bool:
        """ "his Thai counterpart, Chalida Suwannarat": two words where a name stands, which the tagger takes
        for peoples.
        """
        named_here = self._title_before_comma(first, last) is not None or self._possessing_country(first)
        return first < last and bool(named_here) and all(self._is_people(at) for at in range(first, last + 1))

    def _is_surname_of_people(self, first: int, last: int) -> bool:
        """ "President Ghani", "met Ghani": one word, which the tagger takes for a people."""
        token = self.doc[first]
        if first != last or token.tag_ == "NNPS":
            return False
        in_place = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"} and token.n_lefts == 0
        before = self.doc[first - 1].lower_.rstrip(".") if first > self.start else ""
        return in_place or before in OFFICE_HEADS or before in HONORIFICS

    def _ends_institution(self, name_first: int, last: int) -> bool:
        """ "President of the Council of State Esteban Solen", "Secretary of the CP Central Committee Anna
        Lamar": an institution runs into a name of two words or more.
        """
        at = self._past_institution(name_first, last)
        follows_of = name_first > self.start and (
            self.doc[name_first - 1].lower_ in {"of", "for"} or self.complement_head(name_first) is not None
        )
        named = any(self.doc[position].lower_ in NOT_A_PERSON for position in range(name_first, at))
        tagged = all(position in self.person_at for position in range(at, last + 1))
        return name_first < at < last and (follows_of or (named and tagged))

    def _past_institution(self, name_first: int, last: int) -> int:
        """Past the department of a title: "Chairman of the Expediency Council Akbar Rafsanjani"."""
        for position in range(last, name_first - 1, -1):
            word = self.doc[position].lower_
            if word in DEPARTMENTS or word in NOT_A_PERSON:
                return position + 1
        return name_first

    def _mention(
        self, title: Title | None, first: int, last: int, offices: Sequence[tuple[int, int]]
    ) -> Iterator[Mention]:
        tokens = [self.doc[position] for position in range(first, last + 1)]
        name = self.doc[first : last + 1].text
        words = [token.lower_ for token in tokens]
        if (
            (any(word.rstrip(".") in NOT_A_PERSON for word in words) and not self._is_on_record(tokens))
            or len(name) > 80
            or not any(len(w) > 1 for w in words)
        ):
            return
        if all(word in SUFFIXES or word in ABBREVIATED_STYLES for word in words) or _FOR_STATE.match(name):
            return
        last = self._past_suffix(last)
        if title is None and (self._is_slashed(first, last) or not self._may_follow(first, last, name)):
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
        if apposed is not None and any(one <= apposed.last <= other for one, other in offices):
            apposed = None  # "President Solen, the leader of the Labour Party Goran Marek and …"
        styled = title is not None and title.head in HONORIFICS
        if (title is None or styled) and (before := self._title_before_comma(left, last)) is not None:
            # "The Governor of Gujarat, Shri Acharya": by office, and not by the style before the name.
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

    def _is_on_record(self, tokens: Sequence[Token]) -> bool:
        """ "Islam Karimov": somebody's full name, whatever else its words mean, and tagged as a person's."""
        tagged = all(token.i in self.person_at for token in tokens)
        return tagged and len(tokens) > 1 and self.is_known_name(" ".join(token.text for token in tokens))

    def _past_suffix(self, last: int) -> int:
        """ "Joseph R. Bergen, Jr.": past what a comma parts from its name."""
        if last + 2 < self.end and self.doc[last + 1].text == "," and self.doc[last + 2].lower_ in SUFFIXES:
            return last + 2
        return last

    def _is_slashed(self, first: int, last: int) -> bool:
        """ "the HR/VP", "AFP/Reuters": abbreviations."""
        return (first > self.start and self.doc[first - 1].text == "/") or (
            last + 1 < self.end and self.doc[last + 1].text == "/"
        )

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
        if last + 1 < self.end and self.doc[last + 1].lower_ in {"and", ","}:
            return False  # "Volodymyr Zelenskyy and EU leaders"
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

    def _possessing_country(self, left: int) -> str | None:
        """ "Iraq's Saddam Hussein"."""
        if left - 2 >= self.start and self.doc[left - 1].text in POSSESSIVES:
            span = self.country_at.get(left - 2)
            return span.iso3 if span is not None else None
        return None
