"""The ledger: what newspapers said, and when we knew. The derived graph follows it in the same transaction.

Of two versions of one article, or of one page (`cypher.versions`), the one received last stands, whichever
comes first to this door; of a reception and a retraction likewise. So a message that is delivered again
changes nothing, and workers need not agree on an order. A claim is never edited: one that is no longer stated
gets `retracted_at`, and one that is stated anew, or differently, leaves its earlier self under an id of its
own.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from cypher.catalog import Read, Write
from cypher.derivation.decisions import WhoIsWho
from cypher.derivation.evidence import (
    Imprint,
    LiveArticle,
    entities_to_json,
    imprint_of,
    live_claim,
    names_to_json,
)
from cypher.derivation.meetings import Meeting, id_after
from cypher.derivation.stories import anchors
from cypher.graph import Graph, Transaction
from cypher.identification import Identification, all_decisions
from cypher.neighbourhood import Change, follow
from cypher.records import ArticleRecord, articles_with_live_claims
from cypher.rows import ArticleRow, ClaimRow, ReadingRows
from cypher.storable import digest, shallow, storable
from cypher.turns import in_turn, next_moment, note_moment, take_lock
from cypher.versions import (
    Version,
    archive_claims,
    archive_id,
    reinstate,
    supersede_articles,
    turnover,
    versions_on_record,
)

Verdict = Literal["new", "unchanged", "updated", "superseded", "retracted"]


@dataclass(frozen=True, slots=True)
class RecordReport:
    """What recording a batch did.

    Articles: `updated` ones are new versions, of the same id or of the same address; `superseded` ones are
    older than what the ledger holds, `retracted` ones were retracted after they were received; neither
    changes the graph. Meetings: `new` ones rest on claims of this batch alone,
    `confirmed` ones on earlier claims too.
    """

    articles_new: int = 0
    articles_unchanged: int = 0
    articles_updated: int = 0
    articles_superseded: int = 0
    articles_retracted: int = 0
    claims_new: int = 0
    claims_kept: int = 0
    claims_retired: int = 0
    meetings_new: int = 0
    meetings_confirmed: int = 0


@dataclass(frozen=True, slots=True)
class ArticleOnRecord:
    """What the ledger knows of an article."""

    id: str
    address: str | None
    sha256: str
    digest: str
    state: str
    received_at: datetime
    retracted_at: datetime | None
    derived: bool


@dataclass(frozen=True, slots=True)
class ClaimOnRecord:
    """What the ledger knows of a claim."""

    id: str
    digest: str
    recorded_at: datetime
    retracted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Removed:
    """How many things one step of a rebuild took away."""

    removed: int


@dataclass(frozen=True, slots=True)
class RulesOfGraph:
    """By which version of the rules the graph was derived, and whether it holds any article."""

    rules: int
    articles: bool


@dataclass(frozen=True, slots=True)
class Derivation:
    """Whether the derived graph is only partly there."""

    being_derived: bool


rules_of_graph = Read("rules_of_graph", RulesOfGraph)
is_being_derived = Read("is_being_derived", Derivation)
note_rules = Write[None]("note_rules")
articles_on_record = Write("articles_on_record", ArticleOnRecord)
claims_on_record = Write("claims_on_record", ClaimOnRecord)
record_articles = Write[None]("record_articles")
archive_articles = Write[None]("archive_articles")
record_claims = Write[None]("record_claims")
retire_claims = Write[None]("retire_claims")
mark_retracted = Write[None]("mark_retracted")
articles_to_derive = Write("articles_to_derive", ArticleRecord)
mark_derived = Write[None]("mark_derived")
redirect_entities = Write[None]("redirect_entities")
begin_wipe = Write[None]("begin_wipe")
end_wipe = Write[None]("end_wipe")
WIPES = tuple(
    Write(name, Removed)
    for name in (
        "wipe_meetings",
        "wipe_entity_edges",
        "wipe_entities",
        "wipe_redirects",
        "unbind_claims",
        "mark_underived",
    )
)

RULES = 2
"""The version of the rules by which the graph is derived. Raise it when they change: a graph that was made by
others is derived anew when it is opened."""
NOTICE_SECONDS = 3.0
"""How long a rebuild waits before it takes anything down. Who answers questions sees within a second that it
is about to, and says so instead of answering from a part of the graph."""
REBUILD_BATCH = 200
"""Articles a transaction of a rebuild: what bounds its memory."""
WIPE_BATCH = 10_000


def record_readings(graph: Graph, readings: Sequence[ReadingRows], now: datetime) -> RecordReport:
    """Record what articles say, and let the derived graph follow; all in one transaction, or nothing.

    `now` (UTC) is when we got to know it: `recorded_at` of new claims, `retracted_at` of those not stated
    any more. Moments rise in the order in which changes become visible: where the clocks of two workers, or
    the wait for the lock, would have it otherwise, a change counts as a microsecond after the one before.
    """
    if not readings:
        return RecordReport()
    stored = [storable(reading) for reading in readings]
    return in_turn(graph, lambda transaction: _record(transaction, stored, now))


def retract_article(graph: Graph, article_id: str, now: datetime) -> bool:
    """Take an article back: its claims no longer count, what rests on them alone vanishes.

    The ledger keeps article and claims, marked with `now` (UTC). False if there is no such live article.
    """
    return bool(retract_articles(graph, (article_id,), now))


def retract_articles(graph: Graph, article_ids: Iterable[str], now: datetime) -> tuple[str, ...]:
    """Take several articles back in one transaction; gives those of which there was a live one."""
    wanted = sorted(set(article_ids))
    if not wanted:
        return ()
    return in_turn(graph, lambda transaction: _retract(transaction, wanted, now))


def rebuild(graph: Graph, notice_seconds: float = 0) -> int:
    """Derive the whole graph anew from the ledger, and return how many articles it rests on.

    In batches, so that memory stays bounded; what others record meanwhile is derived along. One that was
    interrupted is finished by running it again, and several side by side help each other. It is known for
    `notice_seconds` before it begins (`NOTICE_SECONDS`).
    """
    in_turn(graph, _begin_wipe)
    time.sleep(notice_seconds)
    derived = 0
    while True:
        _take_down(graph)
        count = in_turn(graph, _derive_some)
        if count == 0:
            break
        derived += count or 0
    in_turn(graph, _note_rules)
    return derived


def _take_down(graph: Graph) -> None:
    """Take the derived graph down, as long as it is marked for that; another rebuild may finish it first."""
    if not in_turn(graph, take_lock).wiping:
        return
    for wipe in WIPES:
        while in_turn(graph, lambda transaction, wipe=wipe: _wipe(transaction, wipe)):  # type: ignore[misc]
            pass
    in_turn(graph, _end_wipe)


def follow_rules(graph: Graph) -> bool:
    """Derive a graph anew that was made by rules of another version; False if it was made by these.

    One that was interrupted begins again the next time. An empty graph has nothing to derive.
    """
    found = graph.fetch(rules_of_graph)
    if found and found[0].rules == RULES:
        return False
    if found and found[0].articles:
        rebuild(graph, NOTICE_SECONDS)
        return True
    in_turn(graph, _note_rules)
    return False


def _note_rules(transaction: Transaction) -> None:
    take_lock(transaction)
    transaction.run(note_rules, rules=RULES)


def _begin_wipe(transaction: Transaction) -> None:
    take_lock(transaction)
    transaction.run(begin_wipe)


def _end_wipe(transaction: Transaction) -> None:
    if not take_lock(transaction).wiping:
        return
    transaction.run(end_wipe)
    redirect(transaction, WhoIsWho(transaction.fetch(all_decisions)).redirects())


def _wipe(transaction: Transaction, wipe: Write[Removed]) -> int:
    if not take_lock(transaction).wiping:
        return 0
    return transaction.fetch(wipe, limit=WIPE_BATCH)[0].removed


def _derive_some(transaction: Transaction) -> int | None:
    """Derive a batch: how many articles, or None where another rebuild takes the derived graph down."""
    lock = take_lock(transaction)
    if lock.wiping:
        return None
    batch = transaction.fetch(articles_to_derive, limit=REBUILD_BATCH)
    if not batch:
        return 0
    identification = Identification(transaction, decided=lock.decided)
    added = identification.articles(record.live() for record in batch)
    follow(transaction, Change(added=added), identification)
    transaction.run(mark_derived, articles=[record.id for record in batch], derived=True)
    return len(batch)


def _record(transaction: Transaction, readings: Sequence[ReadingRows], now: datetime) -> RecordReport:
    lock = take_lock(transaction)
    now = next_moment(lock, now)
    latest, repeated = _latest_of_each(readings)
    known = {row.id: row for row in transaction.fetch(articles_on_record, articles=sorted(latest))}
    verdicts = {key: verdict(known.get(key), reading) for key, reading in latest.items()}
    changed = {key: latest[key] for key in sorted(latest) if verdicts[key] in ("new", "updated")}
    versions = _versions(transaction, changed, known)
    turned = turnover(
        versions.values(), {key: _as_version(reading.article) for key, reading in changed.items()}
    )
    verdicts |= dict.fromkeys(turned.late, "superseded")
    taken = {versions[key].address for key in turned.displaced}
    verdicts |= {
        key: "updated"
        for key, reading in changed.items()
        if verdicts[key] == "new" and reading.article.address in taken
    }
    counts = Counter(verdicts.values())
    report = RecordReport(
        articles_new=counts["new"],
        articles_unchanged=counts["unchanged"] + repeated,
        articles_updated=counts["updated"],
        articles_superseded=counts["superseded"],
        articles_retracted=counts["retracted"],
    )
    if not changed:
        return report

    seen = sorted({*turned.displaced, *(key for key in changed if key in known)})
    before = (
        [row.live() for row in transaction.fetch(articles_with_live_claims, articles=seen)] if seen else []
    )
    transaction.run(note_moment, now=now)
    archived = sorted({*seen, *turned.restored})
    if archived:
        transaction.run(archive_articles, articles=archived, now=now)
    transaction.run(
        record_articles,
        articles=[
            article_properties(reading, now, late=key in turned.late, derived=not lock.wiping)
            for key, reading in changed.items()
        ],
    )
    if turned.displaced:
        transaction.run(supersede_articles, articles=list(turned.displaced), now=now)
    report = _write_claims(transaction, changed, turned.late, before, now, report)
    restored = reinstate(transaction, turned.restored, now, derived=not lock.wiping)

    derived = {key for key, row in known.items() if row.derived}
    derived |= {key for key, row in versions.items() if row.derived}
    added = (*(live_article(changed[key]) for key in changed if key not in turned.late), *restored)
    removed = tuple(article for article in before if article.id in derived)
    if lock.wiping:
        # The rebuild wipes what was derived before, and derives what is new.
        return report
    identification = Identification(transaction, decided=lock.decided)
    change = Change(identification.articles(added), identification.articles(removed))
    return _with_meetings(report, follow(transaction, change, identification), change)


def _versions(
    transaction: Transaction, changed: Mapping[str, ReadingRows], known: Mapping[str, ArticleOnRecord]
) -> dict[str, Version]:
    """The versions of all pages that these articles are of, or were of, by the id of the article."""
    addresses = {reading.article.address for reading in changed.values()}
    addresses |= {known[key].address for key in changed if key in known}
    wanted = sorted(address for address in addresses if address)
    rows = transaction.fetch(versions_on_record, addresses=wanted) if wanted else []
    return {row.id: row for row in rows}


def _write_claims(
    transaction: Transaction,
    changed: Mapping[str, ReadingRows],
    late: Container[str],
    before: Iterable[LiveArticle],
    now: datetime,
    report: RecordReport,
) -> RecordReport:
    """Write their claims, and retire what is claimed no more; late ones claim for the record."""
    claims = [(reading, claim) for reading in changed.values() for claim in reading.claims]
    # Of most articles there is none.
    ids = sorted(row.id for _, row in claims)
    on_record = {row.id: row for row in transaction.fetch(claims_on_record, claims=ids)} if ids else {}
    stated = {row.id for reading, row in claims if reading.article.id not in late}
    to_write = [(reading, row) for reading, row in claims if not _stands(on_record.get(row.id), row)]
    archived = [
        {"id": row.id, "archived": archive_id(row.id, on_record[row.id].recorded_at)}
        for _, row in to_write
        if row.id in on_record
    ]
    if archived:
        transaction.run(archive_claims, claims=archived, now=now)
    retired = sorted(claim.id for article in before for claim in article.claims if claim.id not in stated)
    if retired:
        transaction.run(retire_claims, claims=retired, now=now)
    rows = [
        {
            "article": reading.article.id,
            "properties": claim_properties(row, reading, now, late=reading.article.id in late),
        }
        for reading, row in sorted(to_write, key=lambda pair: pair[1].id)
    ]
    if rows:
        transaction.run(record_claims, claims=rows)
    written = sum(row.id in stated for _, row in to_write)
    return replace(report, claims_new=written, claims_kept=len(stated) - written, claims_retired=len(retired))


def _retract(transaction: Transaction, wanted: Sequence[str], now: datetime) -> tuple[str, ...]:
    lock = take_lock(transaction)
    moment = next_moment(lock, now)
    known = {
        row.id: row
        for row in transaction.fetch(articles_on_record, articles=list(wanted))
        if row.state != "retracted"
    }
    if not known:
        return ()
    articles = sorted(known)
    transaction.run(note_moment, now=moment)
    before = [record.live() for record in transaction.fetch(articles_with_live_claims, articles=articles)]
    addresses = sorted({row.address for row in known.values() if row.address})
    versions = transaction.fetch(versions_on_record, addresses=addresses) if addresses else []
    turned = turnover(versions, dict.fromkeys(articles))
    transaction.run(archive_articles, articles=[*articles, *turned.restored], now=moment)
    # By the clock and not by the moment: it is compared with when the article is received again.
    transaction.run(mark_retracted, articles=articles, now=now)
    claims = [claim.id for article in before for claim in article.claims]
    if claims:
        transaction.run(retire_claims, claims=claims, now=moment)
    restored = reinstate(transaction, turned.restored, moment, derived=not lock.wiping)
    if not lock.wiping:
        identification = Identification(transaction, decided=lock.decided)
        removed = (article for article in before if known[article.id].derived)
        change = Change(identification.articles(restored), identification.articles(removed))
        follow(transaction, change, identification)
    return tuple(articles)


def derived_articles(transaction: Transaction, articles: Iterable[str]) -> list[LiveArticle]:
    """Those of these articles whose derived part is in the graph, as they stand in the ledger."""
    known = transaction.fetch(articles_on_record, articles=sorted(articles))
    derived = sorted(row.id for row in known if row.derived)
    return [record.live() for record in transaction.fetch(articles_with_live_claims, articles=derived)]


def redirect(transaction: Transaction, redirects: Mapping[str, str]) -> None:
    """Let these ids of entities that were merged away lead to whom they stand for."""
    rows = [{"id": old, "target": redirects[old]} for old in sorted(redirects)]
    if rows:
        transaction.run(redirect_entities, redirects=rows)


def verdict(known: ArticleOnRecord | None, reading: ReadingRows) -> Verdict:
    """What a reading is to the ledger: by its content, and by when it was received."""
    if known is None:
        return "new"
    article = reading.article
    if known.state == "retracted":
        revived = known.retracted_at is None or article.received_at > known.retracted_at
        return "updated" if revived else "retracted"
    if digest_of(reading) == known.digest:
        return "unchanged"
    ours, theirs = (known.received_at, known.sha256), (article.received_at, article.sha256)
    # Of equal time and text, a later reading by another extractor replaces the earlier.
    return "superseded" if theirs < ours else "updated"


def digest_of(reading: ReadingRows) -> str:
    """Changes with anything that a reading says, and not with when it was received."""
    article = replace(reading.article, received_at=datetime.min)
    return digest(article, *reading.entities, *reading.claims)


def _latest_of_each(readings: Iterable[ReadingRows]) -> tuple[dict[str, ReadingRows], int]:
    """The reading of each article that was received last, and how many others there were."""
    latest: dict[str, ReadingRows] = {}
    repeated = 0
    for reading in readings:
        found = latest.setdefault(reading.article.id, reading)
        if found is reading:
            continue
        repeated += 1
        latest[reading.article.id] = max(found, reading, key=_version)
    return latest, repeated


def _version(reading: ReadingRows) -> tuple[datetime, str, str]:
    return (reading.article.received_at, reading.article.sha256, digest_of(reading))


def _stands(known: ClaimOnRecord | None, row: ClaimRow) -> bool:
    return known is not None and known.retracted_at is None and known.digest == digest(row)


def article_properties(
    reading: ReadingRows, now: datetime, *, late: bool = False, derived: bool = True
) -> dict[str, Any]:
    """The properties of an Article node, recorded at a moment; a `late` one is superseded as it comes."""
    article = reading.article
    imprint = _imprint(reading)
    properties = {
        **shallow(article),
        **({f"anchor_{place:x}": value for place, value in enumerate(anchors(imprint))} if imprint else {}),
        "story": article.id,
        "state": "done" if reading.claims else "nothing_found",
        "entities": entities_to_json(reading.entities),
        "stated": sorted(claim.id for claim in reading.claims),
        "digest": digest_of(reading),
        "changed_at": now,
        "derived": derived,
    }
    return properties | ({"state": "superseded", "superseded_at": now, "derived": None} if late else {})


def claim_properties(
    row: ClaimRow, reading: ReadingRows, now: datetime, *, late: bool = False
) -> dict[str, Any]:
    """The properties of a Claim node, recorded at a moment; that of a `late` article was never live."""
    article = reading.article
    return {
        **shallow(row),
        "names": names_to_json(row.names),
        "extractor": article.extractor,
        "meeting": id_after(row.id) if row.kind == "meeting" else None,
        "digest": digest(row),
        "recorded_at": now,
        "retracted_at": now if late else None,
    }


def _as_version(article: ArticleRow) -> Version | None:
    if article.address is None:
        return None
    return Version(
        article.id, article.address, article.sha256, article.received_at, "received", derived=False
    )


def _imprint(reading: ReadingRows) -> Imprint | None:
    article = reading.article
    return imprint_of(article.id, article.published_at, article.passages, article.sketch)


def live_article(reading: ReadingRows) -> LiveArticle:
    """An article as it came in, seen from the derivation; it is of no other's story yet."""
    identifier = reading.article.id
    claims = {row.id: live_claim(row, identifier, identifier) for row in reading.claims}
    return LiveArticle(
        identifier,
        identifier,
        reading.entities,
        tuple(claims[key] for key in sorted(claims)),
        _imprint(reading),
    )


def _with_meetings(report: RecordReport, around: Iterable[Meeting], change: Change) -> RecordReport:
    new = {claim.id for claim in change.new_claims}
    rests_on = [(len(new.intersection(meeting.claims)), len(meeting.claims)) for meeting in around]
    return replace(
        report,
        meetings_new=sum(ours == every for ours, every in rests_on),
        meetings_confirmed=sum(0 < ours < every for ours, every in rests_on),
    )
