"""Long offices: what stands between an office word and the name behind it.

"First Deputy Chairman of the Council of Ministers Goran Marek", "the Minister for Trade, Industry and the
Arts Lee Solen", "Adviser to the Prime Minister on Foreign Affairs Anna Lamar": the complement of an office
can hold other offices, ministries, peoples and lists, and the tagger takes its last words for a part of the
name.
"""

from __future__ import annotations

from ingest.mentions.model import Title
from ingest.mentions.titles import ENVOYS, IN, NEAR_WORDS, OF, TitleReader
from ingest.titles import PLURAL_HEADS, POSSESSIVES

# "The Chargé d'Affaires a.i. of the United States".
_AD_INTERIM = frozenset({"a.i", "a.i.", "."})

_OPENERS = OF | IN | POSSESSIVES | {"and", "&"}
_INSIDE = _OPENERS | _AD_INTERIM | {"the", ",", "-", "–", "(", ")"}

# Offices that are held with somebody, or in some house: "Adviser to the President", "Minister in the Prime
# Minister's Office".
_POSTED = ENVOYS | frozenset("adviser advisor aide assistant counsellor counselor delegate".split())
_HOUSED = _POSTED | frozenset("minister secretary director coordinator".split())

# "Minister of State in the Office of the Prime Minister for Public Service Management" has fifteen.
_LONGEST = 18


class ComplementReader(TitleReader):
    """Reads the complements of the offices of one sentence."""

    def complement_head(self, position: int) -> int | None:
        """Where the office word stands in whose complement the word at `position` does; None outside one."""
        at = position - 1
        return None if at <= self.start or self.doc[at].text == "," else self._head_before(at)

    def complement_title(self, name_first: int) -> Title | None:
        """The office whose complement ends right before the name."""
        last = name_first - 1
        if last <= self.start or self.doc[last].lower_ in _OPENERS | {"the", ","}:
            return None
        head = self._head_before(last)
        return None if head is None else self.title_through(head, name_first)

    def _head_before(self, last: int) -> int | None:
        """The office word from which a complement reaches up to `last`, itself included."""
        listed, following = False, ""
        for at in range(last, max(last - _LONGEST, self.start - 1), -1):
            token, word = self.doc[at], self.doc[at].lower_
            if word not in PLURAL_HEADS and self._is_head(at):
                if following in {"of", "for"}:
                    return at
                if word in _POSTED and following in {"to", "on"}:
                    return at
                if word in _HOUSED and following in {"in", "at"}:
                    return at
            if word == "," and not listed:
                return None
            listed = listed or word == "and"
            following = following if word in _AD_INTERIM else word
            if word in _INSIDE or at in self.country_at:
                continue
            if self._is_of_person(at) or not (token.pos_ in {"NOUN", "PROPN", "ADJ"} or word in NEAR_WORDS):
                return None
        return None
