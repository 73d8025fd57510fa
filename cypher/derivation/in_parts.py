"""The whole derived graph part by part, in memory that hardly grows with it.

The articles are read twice. The first reading (`Survey`) finds out what belongs together: which articles may
be copies of each other, which meeting claims share a dyad and touch, directly or through others. It keeps
some 200 bytes an article, the votes for each entity, and the imprints of articles in a temporary file. The
second one (`Survey.parts`) gives everything that follows, once each, in records of `Derived`: what is of
articles alone, page by page; then, from temporary files, the meetings of claims that belong together, and
the acquaintances of the pairs in them; then entities and bonds, which there are far fewer of than articles.
"""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import IO, TypeVar
from zlib import crc32

from cypher.buckets import Buckets
from cypher.derivation.acquaintance import Encounter, encounters, met_with
from cypher.derivation.bonds import TallyBook, bond_edges
from cypher.derivation.dyads import dyads, window
from cypher.derivation.evidence import Imprint, LiveArticle, LiveClaim
from cypher.derivation.identities import Ballots, add_votes, identity
from cypher.derivation.meetings import meetings
from cypher.derivation.stories import ANCHORS, anchors, stories
from cypher.derivation.whole import Derived

Thing = TypeVar("Thing")

PAGE = 1000
"""Articles, or entities, in a part."""
_HALF = 32
_LOW = (1 << _HALF) - 1


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the derived graph. `articles` are those whose stories it holds, each of its story."""

    derived: Derived
    articles: tuple[LiveArticle, ...] = ()


class Survey:
    """What belongs together in a set of live articles, found by reading them once."""

    def __init__(self, articles: Iterable[LiveArticle]) -> None:
        self._votes: dict[str, Ballots] = {}
        sightings = _Sightings()
        with _Imprints() as imprints:
            for article in articles:
                add_votes(self._votes, article)
                if article.imprint:
                    imprints.add(article.imprint)
                for claim in article.claims:
                    if claim.kind == "meeting":
                        sightings.add(claim)
            self._stories = imprints.stories()
        self._sighted = len(sightings)
        self._neighbourhoods = sightings.neighbourhoods()

    def parts(self, articles: Iterable[LiveArticle]) -> Iterator[Part]:
        """Everything that follows from these articles, which must be those surveyed, in the same order."""
        tallies = TallyBook()
        with (
            Buckets[LiveClaim](len(self._neighbourhoods)) as claims,
            Buckets[str | Encounter](self._sighted) as pairs,
        ):
            number = 0
            for page in _pages(articles):
                told = tuple(article.of_story(self._stories.get(article.id, article.id)) for article in page)
                yield Part(Derived(stories={article.id: article.story for article in told}), told)
                for claim in (claim for article in told for claim in article.claims):
                    if claim.kind == "meeting":
                        claims.add(self._neighbourhoods[number], claim)
                        number += 1
                    else:
                        tallies.add(claim)
            yield from _meetings(claims, pairs)
            yield from _acquaintances(pairs)
        yield from self._entities()
        yield Part(Derived(bonds=bond_edges(tallies)))

    def _entities(self) -> Iterator[Part]:
        for page in _pages(sorted(self._votes)):
            outcomes = (identity(entity, self._votes[entity]) for entity in page)
            yield Part(Derived(identities=tuple(outcome for outcome in outcomes if outcome is not None)))


def _meetings(claims: Buckets[LiveClaim], pairs: Buckets[str | Encounter]) -> Iterator[Part]:
    for bucket in claims:
        found = meetings(bucket)
        yield Part(Derived(meetings=found))
        for dyad in {dyad for claim in bucket for dyad in dyads(claim)}:
            pairs.add(_hash(dyad), dyad)
        for encounter in encounters(found, bucket):
            pairs.add(_hash(encounter.dyad), encounter)


def _acquaintances(pairs: Buckets[str | Encounter]) -> Iterator[Part]:
    for bucket in pairs:
        sighted = {pair for pair in bucket if isinstance(pair, str)}
        met = met_with(pair for pair in bucket if isinstance(pair, Encounter))
        yield Part(Derived(met_with=met, dyads=tuple(sorted(sighted))))


class _Sightings:
    """The dyads of meeting claims, with their days, as numbers alone."""

    def __init__(self) -> None:
        self._keys = array("Q")  # the dyad's hash, then the number of the sighting
        self._starts = array("I")
        self._ends = array("I")
        self._claims = array("I")
        self._count = 0

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, claim: LiveClaim) -> None:
        """The next claim."""
        days = window(claim)
        for dyad in dyads(claim):
            self._keys.append(_hash(dyad) << _HALF | len(self._keys))
            self._starts.append(days.start.toordinal())
            self._ends.append(days.end.toordinal())
            self._claims.append(self._count)
        self._count += 1

    def neighbourhoods(self) -> array[int]:
        """For each claim, by its number, the number of its neighbourhood: the smallest of a claim in it.

        Dyads of one hash count as one. That makes some neighbourhoods larger than they need be, and changes
        nothing that follows from them.
        """
        found = _Groups(self._count)
        for _, keys in groupby(sorted(self._keys), key=lambda key: key >> _HALF):
            sightings = sorted((key & _LOW for key in keys), key=self._starts.__getitem__)
            until, last = self._ends[sightings[0]], sightings[0]
            for sighting in sightings[1:]:
                if self._starts[sighting] <= until:
                    found.join(self._claims[last], self._claims[sighting])
                until, last = max(until, self._ends[sighting]), sighting
        return found.roots()


class _Imprints:
    """The imprints of articles: their anchors in memory, all else in a temporary file."""

    def __init__(self) -> None:
        # Read by this process alone, from a file that has no name.
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - held open
        self._places = array("Q")
        self._anchors = [array("Q") for _ in range(ANCHORS)]  # the value, then the number of the imprint

    def __enter__(self) -> _Imprints:
        return self

    def __exit__(self, *problem: object) -> None:
        self._file.close()

    def add(self, imprint: Imprint) -> None:
        """The next one."""
        for place, anchor in enumerate(anchors(imprint)):
            self._anchors[place].append(int(anchor, 16) << _HALF | len(self._places))
        self._places.append(self._file.tell())
        pickle.dump(imprint, self._file, protocol=pickle.HIGHEST_PROTOCOL)

    def stories(self) -> dict[str, str]:
        """The stories of those articles that are of another one's."""
        told: dict[str, str] = {}
        for alike in self._alike():
            found = stories(self._imprint(number) for number in alike)
            told |= {article: story for article, story in found.items() if story != article}
        return told

    def _alike(self) -> Iterable[list[int]]:
        """The numbers of those that share an anchor, directly or through others."""
        groups = _Groups(len(self._places))
        sharing: set[int] = set()
        for values in self._anchors:
            for _, keys in groupby(sorted(values), key=lambda key: key >> _HALF):
                first, *others = (key & _LOW for key in keys)
                for other in others:
                    groups.join(first, other)
                if others:
                    sharing.update((first, *others))
        roots = groups.roots()
        alike: dict[int, list[int]] = defaultdict(list)
        for number in sorted(sharing):
            alike[roots[number]].append(number)
        return alike.values()

    def _imprint(self, number: int) -> Imprint:
        self._file.seek(self._places[number])
        found: Imprint = pickle.load(self._file)  # noqa: S301 - written above
        return found


class _Groups:
    """Numbers that are joined two by two (union-find)."""

    def __init__(self, count: int) -> None:
        self._parents = array("I", range(count))

    def join(self, one: int, other: int) -> None:
        """These two, and all that are joined to either, are together."""
        low, high = sorted((self._root(one), self._root(other)))
        self._parents[high] = low

    def roots(self) -> array[int]:
        """For each number the smallest of its group."""
        return array("I", (self._root(number) for number in range(len(self._parents))))

    def _root(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number


def _pages(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    iterator = iter(things)
    while page := list(islice(iterator, PAGE)):
        yield page


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))
