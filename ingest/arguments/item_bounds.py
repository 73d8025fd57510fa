"""Where an item of a list ends, past what only describes it, and where the next one begins."""

from __future__ import annotations

from ingest.arguments.sentence import SentenceReader
from ingest.arguments.words import MODIFIERS, is_finite_verb
from ingest.doubtful_names import stands_as_no_name
from ingest.titles import OFFICE_HEADS, POSSESSIVES

# What opens a phrase of time or place, how long one can be, and the prepositions that lists hang on.
_SETTING_WORDS = frozenset({"in", "on", "at", "later", "earlier"})
_SETTING_LENGTH = 12
_SETTING_PREPOSITIONS = frozenset({"in", "on", "at", "over", "during"})
# A relative clause within a list is no longer than this, nor the words before an office behind it.
_RELATIVE_WITHIN = 12
_TITLE_WITHIN = 5
# The prepositions that may come again before the last of a list.
_REPEATED = frozenset({"with", "by", "to"})
LISTING = frozenset({"with", "by"})


class ItemBounds(SentenceReader):
    """Finds where an item of a list ends and where the next begins."""

    def _after_item(self, position: int, stop: int) -> int:
        """Past what only describes the one just named: "of Niger", "(Fidesz)", ", the host,"."""
        while position < stop:
            word = self.doc[position].lower_
            for_state = word == "for" and position + 1 in self.country_at
            if (word in {"of", "from"} or for_state) and position + 1 < stop:
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
            elif word == "as" and (office_end := self._office_end(position + 1)) is not None:
                position = office_end
            elif word in {"here", "separately", "today", "yesterday"}:
                position += 1
            elif word == "," and (
                closing_comma := self._apposition_end(position, stop) or self._relative_end(position, stop)
            ):
                position = closing_comma
            else:
                return position
        return position

    def _office_end(self, position: int) -> int | None:
        """Where the office of "Solen as Ambassador of Marenia" ends; its "of" is left for what follows."""
        mention = self.mention_at.get(position)
        return mention.last + 1 if mention is not None and not mention.name else None

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
            named = self.mention_at.get(at)
            # "president of the Front for Free Construction": capitals within it are no next name
            within = named is not None and named.strength == "weak" and at > comma + 1
            if named is not None and named.name and not (within or stands_as_no_name(named, self.sentence)):
                return None
            if token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or token.text in {".", ":"}:
                return None
        return None

    def _relative_end(self, comma: int, stop: int) -> int | None:
        """Where ", who is resident in Norvik," or ", with whom he dined," ends, if the list goes on behind it
        with "and" (or "and with") and an office or a name.
        """
        words = [self.doc[at].lower_ for at in range(comma + 1, min(stop, comma + 3))]
        if words[:1] not in (["who"], ["whose"]) and words != ["with", "whom"]:
            return None
        for at in range(comma + 2, min(stop, comma + _RELATIVE_WITHIN)):
            if self.doc[at].text == "," and at + 2 < stop and self.doc[at + 1].lower_ == "and":
                following = at + 2 + (self.doc[at + 2].lower_ in _REPEATED)
                return at if self._begins_person(following, stop) else None
            if self.doc[at].text in {";", ":", "."}:
                return None
        return None

    def _begins_person(self, position: int, stop: int) -> bool:
        """Whether the phrase that begins here is a name with its titles, or an office."""
        for at in range(position, min(stop, position + _TITLE_WITHIN)):
            if at in self.mention_at or self.doc[at].lower_ in OFFICE_HEADS:
                return True
            if self.doc[at].pos_ not in MODIFIERS and self.doc[at].text not in POSSESSIVES:
                return False
        return False

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
        if position > start and position < stop and self.doc[position].lower_ == "by":
            position += 1  # "attended by A, and by B"
        elif position > start + 1 and position < stop and self.doc[position].lower_ == "to":
            position += 1  # "paid visits to A, whose house is near, and to B"
        position = self._behind_setting(position, stop)
        for words in (("as", "well", "as"), ("along", "with"), ("together", "with"), ("including",)):
            if tuple(self.doc[i].lower_ for i in range(position, min(stop, position + len(words)))) == words:
                position += len(words)
        if position == start or position >= stop:
            return None
        return None if self._begins_clause(position, stop) else position

    def _behind_setting(self, position: int, stop: int) -> int:
        """ "received in Norvik by Solen and in Tarsia by Lamar", "talks with Solen and, on another occasion,
        with Lamar": past when or where, if the preposition of the list comes again.
        """
        at = position
        if at >= stop or not (self.doc[at].lower_ in _SETTING_WORDS or self.doc[at].ent_type_ == "DATE"):
            return position  # "met Thursday with Solen and Friday with Lamar"
        for at in range(position + 1, min(stop, position + _SETTING_LENGTH)):
            word = self.doc[at]
            if word.lower_ in LISTING and at + 1 < stop:
                with_him = self.doc[at - 1].lower_ in {"together", "along"}
                return at + 1 if not with_him else position
            if word.text == "," and self.doc[position - 1].text == "," and self._named_within(at + 1):
                return at + 1  # "Solen and, in Tarsia, Lamar"
            mention = self.mention_at.get(at)
            where = mention is not None and mention.first == position + 1  # "in Stepanakert"
            if mention is not None and mention.name and mention.strength != "weak" and not where:
                break
            if word.pos_ in {"VERB", "AUX", "SCONJ"}:
                break
        return position

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
        return self._past_setting(position, stop) or position

    def _past_setting(self, position: int, stop: int) -> int | None:
        """ "Solen, at his office on East Street, and Governor Lamar", "Solen, at 5 p.m. and Premier Lamar",
        "Solen on the edge of the summit, and Lamar": where the "and" stands behind when and where, if a
        person follows; None elsewhere.
        """
        at = position + (position < stop and self.doc[position].text == ",")
        if at >= stop or self.doc[at].lower_ not in _SETTING_PREPOSITIONS:
            return None
        set_off = at > position
        for word in self.doc[at + 1 : min(stop, at + _SETTING_LENGTH)]:
            comma = word.text == "," and word.i + 1 < stop and word.nbor().lower_ == "and"
            if comma or (
                word.lower_ == "and" and set_off and self.doc[word.i - 1].ent_type_ in {"DATE", "TIME"}
            ):
                joining = word.i + comma
                return joining if self._begins_person(joining + 1, stop) else None
            named = self.mention_at.get(word.i)
            if named is not None and named.name and named.strength != "weak":
                return None
            if word.tag_ != "PRP$" and word.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ", "PRON", "PUNCT"}:
                return None
        return None

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
            if is_finite_verb(token):
                return True
            at += 1
        if last_mention is None:
            return False
        while at < self.end and self.doc[at].pos_ == "ADV":
            at += 1
        if at >= self.end or at == stop or not is_finite_verb(self.doc[at]):
            return False
        # "… and President Moore organized as part of": a participle that the tagger takes for a past tense.
        return any(
            self.doc[i].dep_ in {"nsubj", "nsubjpass"}
            for i in range(min(last_mention.left, last_mention.first), last_mention.last + 1)
        )
