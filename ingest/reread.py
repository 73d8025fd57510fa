"""Re-reading: a better reader reads the stored articles again, and its claims take the place of the old ones.

The ledger keeps the old claims as retracted. Which articles are left is known by who read them, so that a run
that was stopped goes on where it was. What came in, or was taken back, meanwhile stays as it is.

Superseded versions are not read again: nothing rests on their claims. Should one count again, as the later
version is taken back, it bears the name of its old reader, and the next run finds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from cypher.graph import READ_SECONDS, Graph
from cypher.reads.articles import (
    ARTICLES_TO_REREAD,
    ARTICLES_TO_REREAD_COUNT,
    CLAIMS_OF_ARTICLE,
    ArticleToReread,
    StatedClaim,
)
from cypher.rows import ClaimRow
from ingest.extractor import extractor
from ingest.recording import Received, record
from ingest.records import Reading
from ingest.run import Result
from ingest.sources.items import SetAside
from ingest.write import to_rows

MOST_CLAIMS = 100_000
"""More than any article of a bearable length has."""
COUNT_SECONDS = 300.0
"""A count over all articles may take longer than a read for a page."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as a diff shows it. Names are as the text has them: who is whom may have been decided since."""

    kind: str
    what: tuple[str, ...]
    names: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What an article states no more, what it states anew, and how much it states as before."""

    article: str
    gone: tuple[Told, ...]
    new: tuple[Told, ...]
    kept: int


def articles_left(graph: Graph, without: str) -> int:
    """How many articles are to be read again; `without` leaves out those of one reader, if not empty."""
    found = graph.fetch(ARTICLES_TO_REREAD_COUNT, timeout=COUNT_SECONDS, extractor=without)
    return found[0].articles


def articles_to_reread(graph: Graph, without: str, page: int) -> Iterator[ArticleToReread]:
    """The articles to be read again, in the order of their ids, a `page` at a time."""
    after = ""
    while found := graph.fetch(
        ARTICLES_TO_REREAD, timeout=COUNT_SECONDS, after=after, extractor=without, limit=page
    ):
        yield from found
        after = found[-1].id


def read_again(
    graph: Graph,
    stored: Iterable[tuple[ArticleToReread, Result]],
    spacy_model: str,
    batch: int,
    *,
    dry_run: bool,
) -> Iterator[Difference | SetAside]:
    """What changes with each article, in order; recorded in batches before it is told, but for a `dry_run`.

    An article that cannot be read or recorded keeps its old claims, and is told as set aside.
    """
    remaining = iter(stored)
    while chunk := list(islice(remaining, batch)):
        before = {article.id: _stated(graph, article.id) for article, _ in chunk}
        refused: Mapping[str, str] = {}
        if not dry_run:
            received = [
                Received(result, article.received_at)
                for article, result in chunk
                if isinstance(result, Reading)
            ]
            refused = record(graph, received, spacy_model).refused
        for article, result in chunk:
            if isinstance(result, SetAside):
                yield result
            elif article.id in refused:
                yield SetAside(article.id, None, refused[article.id])
            else:
                rows = to_rows(result, article.received_at, extractor(spacy_model))
                yield difference(article.id, before[article.id], [_of_row(row) for row in rows.claims])


def difference(article: str, before: Sequence[Told], after: Sequence[Told]) -> Difference:
    """What two readings of an article do not have in common."""
    return Difference(
        article,
        gone=tuple(told for told in before if told not in after),
        new=tuple(told for told in after if told not in before),
        kept=sum(told in before for told in after),
    )


def as_lines(found: Difference) -> Iterator[str]:
    """A difference for a person: what is gone with a minus, what is new with a plus."""
    for sign, claims in (("-", found.gone), ("+", found.new)):
        for told in claims:
            what, sentence = " ".join((told.kind, *told.what)), " ".join(told.sentence.split())
            yield f"{sign} {found.article}: {what} [{', '.join(told.names)}] {sentence}"


def _stated(graph: Graph, article: str) -> list[Told]:
    found = graph.fetch_one(
        CLAIMS_OF_ARTICLE,
        timeout=READ_SECONDS,
        article=article,
        after_start=-1,
        after_id="",
        retracted=False,
        limit=MOST_CLAIMS,
    )
    return [_of_claim(claim) for claim in found.claims] if found else []


def _of_claim(claim: StatedClaim) -> Told:
    names = tuple(sorted(f"{one.role} {one.mention}" for one in claim.names))
    return Told(claim.kind, _what(claim), names, claim.sentence)


def _of_row(row: ClaimRow) -> Told:
    names = tuple(sorted(f"{one.role} {one.mention}" for one in row.names))
    return Told(row.kind, _what(row), names, row.sentence)


def _what(claim: StatedClaim | ClaimRow) -> tuple[str, ...]:
    fields = (claim.status, claim.format, claim.date, claim.relation, claim.polarity, claim.title, claim.role)
    return tuple(field for field in fields if field)
