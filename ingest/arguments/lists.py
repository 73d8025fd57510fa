"""People and groups of a list, read in token order."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.arguments.argument import Argument
from ingest.arguments.descriptions import described
from ingest.arguments.item_bounds import LISTING, ItemBounds
from ingest.arguments.plural_offices import holders
from ingest.arguments.words import DELEGATIONS, MODIFIERS, SINGULAR, is_finite_verb
from ingest.coreference import FIRST_PERSON, OF_TWO
from ingest.mentions import Mention
from ingest.people import Person
from ingest.titles import GROUP_NOUNS, HEADS, OFFICE_HEADS, PLURAL_HEADS, POSSESSIVES

_OPEN_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘"})
# "including" belongs to a group that stands no more than so many words before it.
_INCLUDED_WITHIN = 16
_NAMING = frozenset({("as", "such"), ("them", "among")})
_LED = frozenset({"led", "headed", "chaired"})
_OF = frozenset({"of", "for", "from"})
_OTHER_DAY = frozenset({"same", "next", "following", "previous"})
_IN_REALM = frozenset({"of", "for", "without"})
_COUNTED = frozenset({"two", "three", "four", "five", "both"})
# What a delegation is called whose leader has been named.
_THE_VISITORS = [["the", "visitors"], ["the", "guests"], ["the", "delegation"]]
# Who is named behind a comma: "with the host, Solen".
_AT_TABLE = frozenset({"host", "guest", "visitor"})
_VISITING = frozenset({"visiting", "outgoing", "incoming", "acting", "ruling"})

# So far behind an office the name of who holds it is looked for: "the leader of the Serb community in this
# northern town, Stojkovic".
_NAMED_WITHIN = 10

# The office of who leads a delegation may be so long.
_APPOSED_WITHIN = 24

# So many words may stand in brackets within a title: "(Ret'd)".
_REMARK = 4

# An item of a list, and the position behind it.
Found = tuple[Argument, int]


@dataclass(slots=True)
class _Scan:
    """How far an item has been read. `group_at` is its plural; `inside`: past the "of" of its head."""

    begin: int
    position: int
    group_at: int | None = None
    office: bool = False
    inside: bool = False
    found: Found | None = None


class ListReader(ItemBounds):
    """Reads the items of lists."""

    def read_list(self, first: int, stop: int) -> Argument:
        """The people and groups of the list that begins at `first` and ends before `stop` at the latest."""
        argument = Argument(end=first)
        position = first
        while position < stop:
            item = self._item(position, stop)
            if item is None and (behind := self._behind_unknown(position, stop)) is not None:
                position = behind
                continue
            if item is None:
                break
            part, position = item
            argument.merge(part)
            argument.end = position
            following = self._connector(position, stop)
            if following is None:
                break
            if following - position > 2 and self.doc[following - 1].lower_ in LISTING:
                argument.apart = True
            position = following
        if argument.groups and not argument.people:
            argument.merge(self.included(argument.end, stop))
        return argument

    def _behind_unknown(self, position: int, stop: int) -> int | None:
        """ "talks with Fino, Pangalos and van Mierlo": past a name that nobody knows for a person's, to the
        next.
        """
        mention = self.mention_at.get(position)
        if mention is None or mention.strength != "weak" or mention.last + 2 >= stop:
            return None
        after = mention.last + 1
        listed = self.doc[after].lower_ in {",", "and"} and self._named_within(after + 1)
        return after + 1 if listed else None

    def included(self, position: int, stop: int) -> Argument:
        """ "met several diplomats on the sidelines, including A and B": those of a group who are named."""
        for at in range(position, min(stop, position + _INCLUDED_WITHIN)):
            token = self.doc[at]
            before = self.doc[at - 1].lower_
            if token.lower_ == "including" or (token.lower_, before) in _NAMING:
                return self.read_list(at + 1, stop)
            if token.text in {";", ":"} or is_finite_verb(token):
                break
        return Argument()

    def _item(self, position: int, stop: int) -> Found | None:
        """One item of a list and where it ends; None where no item begins here."""
        position = self._behind_label(position, stop)
        scan = _Scan(begin=position, position=position)
        while scan.position < stop:
            scan.inside = scan.inside or self._begins_complement(scan)
            mention = self.mention_at.get(scan.position)
            if mention is not None and (passed := self._pass_mention(mention, scan, stop)) is not None:
                if passed:
                    continue
                return scan.found
            if (found := self._reference(scan.position, stop)) is not None:
                return found
            if self.is_pronoun(scan.position):
                return None  # and nobody knows whose
            if (behind := self._behind_remark(scan.position, stop)) is not None:
                scan.position = behind
                continue
            word = self.doc[scan.position].lower_
            if (word in GROUP_NOUNS or word in PLURAL_HEADS) and not (scan.inside and scan.office):
                scan.group_at = scan.position
                led = word in DELEGATIONS or self._is_led(scan.position + 1, stop)
                if led and (leader := self._leader(scan.position, stop)) is not None:
                    return leader
            scan.office = scan.office or word in OFFICE_HEADS | _AT_TABLE
            if not self._pass_word(scan):
                break
        found = self._description(scan, stop)
        if found is None or (scan.office and not found[0].people and scan.group_at is None):
            return (self._apposed(scan.begin, stop) if scan.office else None) or found
        return found

    def _behind_label(self, position: int, stop: int) -> int:
        """ "his counterparts from Jordan, Lamar, and Egypt, Orme", "from Jordan (Lamar) and the Netherlands
        (Orme)": past the state before its minister.
        """
        if position + 1 < stop and self.doc[position].lower_ == "the":
            beyond = self._behind_label(position + 1, stop)
            return beyond if beyond > position + 1 else position
        country = self.country_at.get(position)
        if country is None or country.via != "name" or position in self.mention_at:
            return position
        comma = country.last + 1
        opened = comma + 1 < stop and self.doc[comma].text in {",", "("}
        named = self.mention_at.get(comma + 1) if opened else None
        bare = named is not None and named.name and min(named.left, named.first) == comma + 1
        return comma + 1 if bare else position

    def _behind_brackets(self, mention: Mention, stop: int) -> int:
        """Past a name and its titles; of "Jordan (Lamar)" past what closes the brackets around it."""
        after = max(mention.right, mention.last) + 1
        before = min(mention.left, mention.first) - 1
        comma = mention.last + 1
        if after > comma and self.doc[comma].text == "," and self._apposition_end(comma, stop) is not None:
            after = comma  # ", chief executive of the group, and": all of it, and not the office alone
        bracketed = before >= self.start and self.doc[before].text == "("
        return after + 1 if bracketed and after < stop and self.doc[after].text == ")" else after

    def _behind_remark(self, position: int, stop: int) -> int | None:
        """ "Prime Minister Brigadier (Ret'd) Solen": past what stands in brackets before a name."""
        if self.doc[position].text != "(":
            return None
        for at in range(position + 1, min(position + _REMARK, stop - 1)):
            if self.doc[at].text == ")":
                named = self.mention_at.get(at + 1)
                return at + 1 if named is not None and named.name else None
        return None

    def _begins_complement(self, scan: _Scan) -> bool:
        word = self.doc[scan.position].lower_
        return word in _OF or self._belongs_to(scan.position, scan.begin)

    def _pass_mention(self, mention: Mention, scan: _Scan, stop: int) -> bool | None:
        """Moves past a name or office that is only part of what another is called (True), or ends the item
        with `scan.found` (False); None where it is neither, and to be read as words.
        """
        if scan.inside and not self._holds_office(mention, scan):
            # "a delegation from the Kansai region", "the brother of Solen": part of what another is called.
            scan.position = mention.last + 1
            return True
        if self._owns_next(mention):
            scan.position = mention.last + 2  # "met Solen's lawyer": not Solen.
            return True
        if self._is_own_family(mention, scan.begin):
            return False
        if (name_at := self._named_behind(mention, stop)) is not None:
            scan.position = name_at  # "the commander, General Solen": by name, not by office
            return True
        if (taken := self._take(mention)) is not None:
            argument = Argument()
            argument.add(taken, mention)
            scan.found = argument, self._after_item(self._behind_brackets(mention, stop), stop)
            return False
        if mention.name:
            return None
        # An office whose holder nobody knows; the name may follow as an apposition.
        scan.office = True
        after = mention.last + 1
        dash = after + 1 < stop and self.doc[after].text in {",", "-", "–", "--"}
        scan.position = after + 1 if dash and self._named_within(after + 1) else after
        return True

    def _holds_office(self, mention: Mention, scan: _Scan) -> bool:
        """ "Minister of Economy Abdel Hafid Zlitni": a name right behind what the office is for; "House of
        Representatives Speaker Solen": behind a body with "of" in its name.
        """
        left = min(mention.left, mention.first)
        of_body = scan.position - 1 > self.start and self.doc[left - 1].lower_ == "of"
        if of_body and mention.name and mention.title is not None and not scan.office:
            body = self.doc[left - 2]
            return body.pos_ == "PROPN" and scan.begin == left - 2
        if not (scan.office and mention.name) or mention.strength == "weak" or mention.title is not None:
            return False
        at = mention.first - 1
        while (
            at > scan.begin and self.doc[at].pos_ in {"NOUN", "PROPN", "CCONJ"} and at not in self.mention_at
        ):
            at -= 1
        office = self.mention_at.get(at - 1)
        return (
            self.doc[at].lower_ == "of" and at < mention.first - 1 and office is not None and not office.name
        )

    def _reference(self, position: int, stop: int) -> Found | None:
        """ "Him", "the two leaders": people known from before."""
        argument = Argument(guessed=True)
        if self.is_pronoun(position):
            person = self.memory.singular(self.doc[position], self)
            if person is None:
                return None
            argument.add(person)
            return argument, position + 1
        if position + 1 < stop and self.doc[position].lower_ == "the":
            of_two = self.doc[position + 1]
            if of_two.lower_ in OF_TWO and (position + 2 == stop or of_two.nbor().pos_ not in MODIFIERS):
                person = self.memory.of_two(of_two, self)
                if person is not None:
                    argument.add(person)
                    return argument, position + 2
        end = self._end_of_phrase(position, stop)
        if not self.is_group_reference(position) or self._names_follow(end):
            return None
        for person in self.memory.several(self.doc[position : position + 5], self):
            argument.add(person)
        argument.mutual = True
        return (argument, end) if argument.people else None

    def is_pronoun(self, position: int) -> bool:
        """Whether "he", "her" stands here for a person, and not before what is his or hers."""
        token = self.doc[position]
        known = token.lower_ in SINGULAR or (token.lower_ in FIRST_PERSON and self.memory.speaker is not None)
        return known and token.pos_ == "PRON" and token.dep_ != "poss"

    def _pass_word(self, scan: _Scan) -> bool:
        """Moves past a word that belongs to the phrase; False where the phrase ends before it."""
        position, token = scan.position, self.doc[scan.position]
        states = scan.inside and token.lower_ in {",", "and"}
        described = scan.group_at is not None or self._describes_someone(scan.begin, position)
        described = (
            described or self.doc[position - 1].lower_ in _COUNTED
        )  # "the three, Solen, Orme and Dorn"
        if states and self._is_state(position + 1, scan.group_at is not None):
            pass  # "the leaders of Chile, Brazil and the Netherlands"
        elif described and self._names_follow(position):
            scan.group_at, scan.inside = None, False  # "his counterparts, Pappas and Loizou"
        elif token.lower_ in {",", "and"} and position > scan.begin and self._pairs_adjectives(position):
            pass  # "his Greek and Cypriot counterparts"
        elif not (self._modifies(scan) or self._leads_to_name(scan)) or is_finite_verb(token):
            return False
        scan.position += 1
        return True

    def _modifies(self, scan: _Scan) -> bool:
        """Whether a word stands in a noun phrase before its head, or joins a complement to it."""
        position, token = scan.position, self.doc[scan.position]
        return (
            (token.pos_ in MODIFIERS and not self._says_when(scan))
            or (token.tag_ in {"VBG", "VBN"} and token.dep_ == "amod")
            or token.lower_ in _VISITING
            or token.lower_ in POSSESSIVES
            or token.text in _OPEN_QUOTES
            or token.text in {"-", "–", "/"}
            or token.tag_ == "PRP$"
            or position in self.country_at
            or (position > scan.begin and self._begins_complement(scan))
        )

    def _says_when(self, scan: _Scan) -> bool:
        """ "received the visitor the same evening": a day begins behind whom."""
        token, following = self.doc[scan.position], self.doc[min(scan.position + 1, self.end - 1)]
        day = token.ent_type_ in {"DATE", "TIME"} or following.lower_ in _OTHER_DAY
        return day and token.pos_ == "DET" and scan.position > scan.begin + 1

    def _leads_to_name(self, scan: _Scan) -> bool:
        """Whether a preposition belongs to an office whose holder is named behind the next comma."""
        if not (scan.office or self._describes_someone(scan.begin, scan.position)):
            return False
        if self.doc[scan.position].pos_ != "ADP":
            return False
        for at in range(scan.position + 1, min(self.end, scan.position + _NAMED_WITHIN)):
            token = self.doc[at]
            if token.text == ",":
                mention = self.mention_at.get(at + 1)
                return (
                    mention is not None
                    and bool(mention.name)
                    and mention.title is None
                    and min(mention.left, mention.first) == at + 1
                )
            if at in self.mention_at or token.pos_ not in MODIFIERS:
                return False
        return False

    def _description(self, scan: _Scan, stop: int) -> Found | None:
        """Whom a phrase without a name means: the holders of an office, someone described, or a group."""
        argument = Argument()
        leader = self.memory.delegation
        if scan.group_at is not None and leader is not None and self._is_delegation(scan):
            argument.add(leader)
            argument.guessed = True
        elif scan.group_at is not None:
            for holder in self._holders(scan.begin, scan.group_at, scan.position):
                argument.add(holder)
            argument.guessed = argument.mutual = bool(argument.people)
            if not argument.people:
                argument.groups.append(self._phrase(scan.begin, scan.position))
        elif (person := self._described(scan.begin, scan.position)) is not None:
            argument.add(person)
            argument.guessed = True
        elif not scan.office:
            return None
        return argument, self._after_item(scan.position, stop)

    def _is_delegation(self, scan: _Scan) -> bool:
        """ "exchanged views with the visitors", after "a delegation led by Solen": it is led by him."""
        return [word.lower_ for word in self.doc[scan.begin : scan.position]] in _THE_VISITORS

    def _belongs_to(self, position: int, begin: int) -> bool:
        """ "an aide to Solen, former ambassador Lamar": whose aide he is, not who was met."""
        return (
            position > begin and self.doc[position].lower_ == "to" and self.doc[position - 1].lower_ in HEADS
        )

    def _described(self, begin: int, stop: int) -> Person | None:
        """ "the Uzbek official", "the visitor"."""
        while stop > begin and self.doc[stop - 1].pos_ == "ADV":
            stop -= 1  # "the Uzbek official also"
        if stop <= begin:
            return None
        words = [self.doc[at].lower_ for at in range(begin, stop)]
        states = {self.country_at[at].iso3 for at in range(begin, stop) if at in self.country_at}
        return described(
            words, states, self.memory.around(self, begin), self.memory.host(self, begin), self.people.home
        )

    def _named_behind(self, office: Mention, stop: int) -> int | None:
        """Where the holder of an office is named in an apposition to it; a name with an office of its own
        is the next in a list.
        """
        comma = office.last + 1
        while comma + 2 < stop and self.doc[comma].text == "-":
            comma += 2  # "commander-in-chief"
        if comma < stop and self.doc[comma].lower_ in {
            "of",
            "for",
        }:  # "the head of the armed forces, General Solen"
            comma += 1
            while comma + 2 < stop and self._describes_realm(comma):
                comma += 1
        if office.name or comma + 1 >= stop or self.doc[comma].text != ",":
            return None
        named = self.mention_at.get(comma + 1)
        if named is None or not named.name or comma + 1 not in {named.left, named.first}:
            return None
        after = self.doc[named.last + 1] if named.last + 1 < self.end else None
        closed = (
            after is None
            or after.is_punct
            or after.pos_ == "PUNCT"
            or after.lower_ in {"who", "on", "in", "at", "for"}
        )
        return comma + 1 if named.head not in OFFICE_HEADS and closed else None

    def _describes_realm(self, position: int) -> bool:
        """ "of the armed forces", "of the self-styled republic", "of the Council of Ministers of Mali"."""
        token, mention = self.doc[position], self.mention_at.get(position)
        if mention is not None and not (mention.name and position < mention.first):
            return False  # what the parser takes for a title of the name behind it is part of the realm
        if token.lower_ in _IN_REALM and self.doc[position - 1].pos_ in MODIFIERS:
            return True
        return token.pos_ in MODIFIERS or token.text == "-" or (token.tag_ == "VBN" and token.dep_ == "amod")

    def _describes_someone(self, begin: int, stop: int) -> bool:
        """ "his counterpart from Mali" before a comma and a name, or "the Chinese military attaché"."""
        words = [self.doc[at].lower_ for at in range(begin, stop)]
        of_state = self.doc[stop - 1].tag_ == "NN" and any(at in self.country_at for at in range(begin, stop))
        return of_state or any(word in HEADS for word in words) or "opposite" in words

    def _is_state(self, position: int, or_region: bool) -> bool:
        """Whether a state follows, or a region after an office in the plural: "the presidents of Tatarstan
        and Bashkortostan".
        """
        if position < self.end and self.doc[position].lower_ == "the":
            position += 1
        region = or_region and position < self.end and self.doc[position].ent_type_ == "GPE"
        return position in self.country_at or region

    def _holders(self, begin: int, head: int, stop: int) -> tuple[Person, ...]:
        """The people meant by an office in the plural with its states: "the leaders of Mali and Niger"."""
        if self.doc[head].lower_ not in PLURAL_HEADS:
            return ()
        states = list(
            dict.fromkeys(self.country_at[at].iso3 for at in range(begin, stop) if at in self.country_at)
        )
        if len(states) < 2:
            return ()
        words = [self.doc[at].lower_ for at in range(begin, head) if at not in self.country_at]
        office = [word for word in words if word not in {"the", "both", "and", ",", "of"}]
        return holders(self.people.persons, states, [*office, self.doc[head].lower_])

    def _pairs_adjectives(self, position: int) -> bool:
        before, after = self.doc[position - 1], self.doc[min(position + 1, self.end - 1)]
        if {before.i, after.i} <= self.country_at.keys() and after.pos_ == "ADJ":
            return before.i not in self.mention_at  # "the Greek, Turkish and Cypriot ministers"
        if self.doc[position].text == ",":
            return False  # other adjectives end a list
        return before.pos_ == "ADJ" and after.pos_ == "ADJ" and before.i not in self.mention_at

    def _phrase(self, first: int, stop: int) -> str:
        while stop > first and self.doc[stop - 1].lower_ in {"of", "for", "from", "-", "and", "the"}:
            stop -= 1
        text: str = self.doc[first:stop].text
        return " ".join(text.split())

    def _is_led(self, position: int, stop: int) -> bool:
        """ "the rebels, led by Solen"."""
        if position < stop and self.doc[position].text == ",":
            position += 1
        return (
            position + 1 < stop
            and self.doc[position].lower_ in _LED
            and self.doc[position + 1].lower_ == "by"
        )

    def _leader(self, position: int, stop: int) -> tuple[Argument, int] | None:
        """ "a delegation led by Foreign Minister X": X sits in the talks."""
        for at in range(position + 1, min(position + 18, stop)):
            if self.doc[at].lower_ in _LED and at + 1 < stop and self.doc[at + 1].lower_ == "by":
                found = self._item(at + 2, stop)
                if found is None or not found[0].people:
                    found = self._apposed(at + 2, stop) or found
                return found
            if self.doc[at].pos_ in {"VERB", "AUX"} or self.doc[at].text in {".", ";"}:
                return None
        return None

    def _apposed(self, position: int, stop: int) -> Found | None:
        """ "Led by the chairman of the committee on trade, transport and energy, Lamar": by the name behind
        the last comma of the office.
        """
        for at in range(position, min(position + _APPOSED_WITHIN, stop)):
            mention = self.mention_at.get(at)
            if mention is not None and mention.name and mention.first == at and mention.strength != "weak":
                # "the ambassador of Iran to Armenia Orme": behind a state, as behind a comma
                left = min(mention.left, mention.first)
                left -= self.doc[left - 1].pos_ == "DET"  # "the envoy of the chief, the Swiss diplomat Orme"
                set_off = "," in {self.doc[at - 1].text, self.doc[left - 1].text} or at - 1 in self.country_at
                person = self._take(mention) if set_off else None
                behind = mention.last + 1
                says = behind < self.end and is_finite_verb(self.doc[behind])
                if person is None or says:
                    return None  # "met the minister, Solen said"
                argument = Argument()
                argument.add(person, mention)
                return argument, self._after_item(mention.last + 1, stop)
            if self.doc[at].pos_ in {"VERB", "AUX", "PRON"} or self.doc[at].text in {".", ";"}:
                return None
        return None

    def _end_of_phrase(self, position: int, stop: int) -> int:
        while position < stop and self.doc[position].pos_ in MODIFIERS | {"PRON"}:
            position += 1
        return position
