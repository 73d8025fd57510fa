"""Office phrases: where a title begins and ends, and whose country it names."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from ingest.mentions.model import Title
from ingest.mentions.runs import RunReader
from ingest.mentions.vocabulary import DEPARTMENTS
from ingest.title_phrases import begins_predicate
from ingest.titles import (
    ABBREVIATED,
    FORMER,
    GENERALS,
    HONORIFICS,
    NOT_MODIFIERS,
    OFFICE_HEADS,
    ROYAL_HEADS,
)

# "the U.N. chief"
_INITIALS = re.compile(r"^(?:[A-Z]\.)+[A-Z]?$")
_MODIFIER_TAGS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


# Ranks and styles that stand between an office and the name.
STYLES = HONORIFICS | frozenset(
    """
    general gen lieutenant lt colonel col major maj admiral adm marshal captain brigadier field sheikh sheikha
    shaikh . -
    """.split()
)

OF = frozenset({"of", "for", "to"})
# "the presidential envoy in the Volga district, Sergei Lavrin,": only up to a comma do these belong to it.
IN = frozenset({"in", "on", "from", "at"})

# Who is sent to a state is not of it.
ENVOYS = frozenset("ambassador envoy emissary representative commissioner consul nuncio".split())

# "The National Security Adviser to the President Anna Lamar"; behind "to President" stands the president.
_AT_SOMEBODY = frozenset("adviser advisor aide assistant counsellor counselor envoy secretary".split())
# "Secretary of State Cardinal Lamar": who he is, besides what he holds.
_RANKS = STYLES | ROYAL_HEADS | {"archbishop", "cardinal"}

# "The leader of the Serb community in this northern town, Oliver Lamar".
NEAR_WORDS = frozenset({"this", "its", "their", "his", "her"})
_NOT_OFFICE = frozenset({"'s", "’s", "'", "’", '"', "“", "”", "''", "``", ","})


class TitleReader(RunReader):
    """Reads the office phrases of one sentence: before a name, behind it, or alone."""

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
                    and (token.is_alpha or _INITIALS.match(token.text))
                )
                or word in {"vice", "deputy", "first", "acting", "prime"}
                or (word == "under" and self.doc[position + 1].lower_ == "secretary")
                or self.doc[position : position + 3].text.lower() == "in-chief"
            ):
                left = position
            elif self._adds_department(position, left) or (
                word in NOT_MODIFIERS and token.pos_ in {"ADJ", "VERB", "ADV", "NUM", "PROPN"}
            ):
                pass
            else:
                break
            position -= 1
        return Title(
            self._office_words(left, head),
            self._head_word(head),
            country,
            former,
            left,
            head,
        )

    def _adds_department(self, position: int, left: int) -> bool:
        """ "Health and Family Welfare Minister", "Science, Technology and Innovation Minister": at "and", or
        at a comma before it.
        """
        words = [token.lower_ for token in self.doc[position : left + 3]]
        if words[0] not in {"and", ","} or "and" not in words or position == self.start:
            return False
        before = self.doc[position - 1]
        return before.text[0].isupper() and before.lower_ in DEPARTMENTS and before.i not in self.person_at

    def _head_word(self, head: int) -> str:
        """The word by which an office is found again; a secretary-general is no secretary and no general."""
        word = self.doc[head].lower_
        before = head - 2 if head - 2 >= self.start and self.doc[head - 1].text == "-" else head - 1
        if word == "general" and before >= self.start and self.doc[before].lower_ in GENERALS:
            return f"{self.doc[before].lower_}-general"
        return ABBREVIATED.get(word, word).split()[-1]

    def _office_words(self, first: int, last: int) -> str:
        """The office without the country and without what is only said of the holder: "Deputy Prime
        Minister".
        """
        brackets = {position for position in range(first, last + 1) if self._in_brackets(position, first)}
        words = [
            self.doc[position]
            for position in range(first, last + 1)
            if position not in self.country_at
            and position not in brackets
            and self.doc[position].lower_ not in _NOT_OFFICE
            and self.doc[position].lower_ not in FORMER | NOT_MODIFIERS
        ]
        text = "".join(word.text + ("" if word.text == "-" or _glued(word) else " ") for word in words)
        return re.sub(r"(?:\s+(?:of|for|and|the))+$", "", re.sub(r"\s+", " ", text).strip(" -"))

    def _in_brackets(self, position: int, first: int) -> bool:
        """ "Secretary of the Communist Party (CPV)": an abbreviation is no part of the office."""
        before = [self.doc[at].text for at in range(first, position + 1)]
        return before.count("(") > before[:-1].count(")")

    def _with_outer_office(self, title: Title) -> Title:
        """ "Chief of the General Staff Ismail Karadayi": the office begins before the "of"."""
        at = title.first - 1
        definite = at > self.start and self.doc[at].lower_ == "the"
        at -= definite
        if at - 1 < self.start or self.doc[at].lower_ not in {"of", "for", "to"}:
            return title
        if self.doc[at].lower_ == "to" and not (definite and self.doc[at - 1].lower_ in _AT_SOMEBODY):
            return title
        office = self.doc[at - 1].lower_ in OFFICE_HEADS | _AT_SOMEBODY
        if self._is_head(at - 1) and ((office and definite) or title.head in _RANKS):
            outer = self._title(at - 1, at - 1)
        elif title.head in STYLES and (found := self._of_title(at)) is not None:
            # "Chief of the General Staff of the Marenian Armed Forces General Lamar"
            outer = found
        else:
            return title
        text = self._office_words(outer.first, title.last)
        return replace(outer, text=text, country=outer.country or title.country, last=title.last)

    def _of_title(self, name_first: int, joining: frozenset[str] = OF) -> Title | None:
        """A title that reaches the name through an of-phrase, or stands before it in lower case.

        "Secretary of State Condoleezza Rice", "Minister of Trade and Industry Bo Xilai",
        "rebel leader Laurent Kabila".
        """
        position = name_first - 1
        while position >= self.start and self.doc[position].text in {'"', "”", "“", "''", "``"}:
            position -= 1
        if position < self.start or self.doc[position].lower_ in OF | {"the", "and"}:
            return None
        beyond_of = False
        listed = False  # "Minister for Information, Communications and the Arts Lee Solen"
        steps = 0
        crossing = position
        while crossing >= self.start and steps < 14:
            token = self.doc[crossing]
            word = token.lower_
            if self._is_head(crossing):
                following = self.doc[crossing + 1].lower_ if crossing + 1 < self.end else ""
                if crossing == position or (beyond_of and following in joining):
                    return self.title_through(crossing, name_first)
                if crossing == position:
                    return None
            listed = listed or word == "and"
            if word in joining:
                beyond_of = True
            elif word == "," and listed:
                pass
            elif self._is_of_person(crossing) or not (
                token.pos_ in _MODIFIER_TAGS
                or word in {"the", "and", "'s", "’s", "-", "–", "&", "(", ")"}
                or word in NEAR_WORDS
                or crossing in self.country_at
            ):
                return None
            crossing -= 1
            steps += 1
        return None

    def title_through(self, head: int, name_first: int) -> Title:
        """The office whose word is at `head` and whose complement reaches the name."""
        found = self._title(head, head)
        following = self.doc[head + 1].lower_
        abroad = following in IN or (following == "to" and self.doc[head].lower_ in ENVOYS)
        country = found.country or self._country_between(name_first if abroad else head + 1, name_first)
        text = self._office_words(found.first, name_first - 1)
        return replace(found, text=text, country=country, last=name_first - 1)

    def _is_of_person(self, position: int) -> bool:
        """Part of a person's name, and neither the town nor the state of his office: "Minister of Armenia Ara
        Orme", which the tagger takes for one name.
        """
        realm = position in self.country_at or (
            position in self.person_at and self._is_realm_of_head(position)
        )
        return position in self.person_at and not realm

    def _is_realm_of_head(self, position: int) -> bool:
        """ "The Mayor of Lyon": a town that the tagger takes for a person."""
        before = position - 2
        alone = self.person_at[position].end - self.person_at[position].start == 1
        return (
            alone and before >= self.start and self.doc[before + 1].lower_ == "of" and self._is_head(before)
        )

    def _country_between(self, first: int, last: int) -> str | None:
        for position in range(first, last):
            if position in self.country_at:
                return self.country_at[position].iso3
        return None

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
                if found.first < position or begins_predicate(self.doc, at + 1, self.end):
                    return None
                country = found.country or self._of_country(at)
                return replace(found, country=country)
            plain = (
                token.pos_ in _MODIFIER_TAGS
                or token.pos_ == "DET"
                or token.lower_ in {"'s", "’s", "-", "who", "is", "also", "visiting"}
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
        title = (
            self._title(at, at)
            if at >= self.start and self._is_head(at)
            else self._of_title(first - 1, OF | IN)
        )
        if title is None or title.head in HONORIFICS:
            return None
        before = title.first - 1
        while before > self.start and self.doc[before].pos_ == "DET":
            before -= 1
        if (
            before > self.start
            and self.doc[before].text == ","
            and self.doc[before - 1].pos_ == "PROPN"
            and self.doc[before - 1].ent_type_ not in {"DATE", "TIME", "GPE", "LOC", "FAC"}
        ):
            return None  # "Ota, governor of Osaka, Keiji Yamada": the office is that of the name before it
        lone = first == last and not (last + 1 < self.end and self.doc[last + 1].text == ",")
        return None if lone else title

    def _of_country(self, last: int) -> str | None:
        """ "Mamadou Tandja of Niger", "King Abdullah II of Jordan"."""
        position = last + 1
        if position + 3 < self.end and self.doc[position].text == "," and self.doc[position + 3].is_punct:
            position += 1  # "Teo Lamar, of Norway,"
        if position + 1 < self.end and self.doc[position].lower_ in {"of", "from"}:
            position += 1
            if self.doc[position].lower_ == "the":
                position += 1
            span = self.country_at.get(position)
            if span is not None and span.via == "name":
                return span.iso3
        return None


def _glued(token: Token) -> bool:
    """Whether a hyphen follows without a space, as in "Secretary-General"."""
    following = token.i + 1
    return not token.whitespace_ and following < len(token.doc) and token.doc[following].text == "-"
