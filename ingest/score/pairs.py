"""Counts who met whom: pairs, meetings, and whether they were held, planned or cancelled."""

from __future__ import annotations

from ingest.records import MeetingClaim
from ingest.score.alignment import Key
from ingest.score.case import ABSENT, Case
from ingest.score.hints import hint
from ingest.score.judgement import Mistake
from ingest.score.measures import Found, Share


def pairs(case: Case) -> tuple[Found, list[Mistake]]:
    """Who met whom; optional pairs count neither as right nor as wrong."""
    required = {case.alignment.pair(pair) for pair in case.gold.held}
    optional = {case.alignment.pair(pair) for pair in case.gold.optional} - required
    edges: dict[Key, MeetingClaim] = {}
    for statement in case.said:
        if statement.edge:
            edges.setdefault(statement.pair, statement.claim)
    missed = sorted(required - edges.keys(), key=sorted)
    false = sorted(edges.keys() - required - optional, key=sorted)
    statuses = case.gold_statuses()
    mistakes = [
        case.mistake("missed pair", pair, "held", case.statuses_said(pair), hint(case.gold, sorted(pair)))
        for pair in missed
    ]
    for pair in false:
        claim, expected = edges[pair], ", ".join(sorted(statuses.get(pair, ()))) or ABSENT
        mistakes.append(
            case.mistake("false pair", pair, expected, "held", claim.evidence.sentence, claim.rule)
        )
    return Found(len(required & edges.keys()), len(false), len(missed)), mistakes


def meetings(case: Case) -> Found:
    """Events: a gold meeting is found when a claim of its status joins one of its pairs.

    A claim that only joins optional pairs is not counted; neither is what is merely possible.
    """
    required: dict[tuple[Key, str], int] = {}
    optional: set[tuple[Key, str]] = {(case.alignment.pair(pair), "held") for pair in case.gold.optional}
    marked = [m for m in case.gold.meetings if m.required and m.status != "unknown"]
    for number, meeting in enumerate(marked):
        for pair in meeting.required:
            required.setdefault((case.alignment.pair(pair), meeting.status), number)
    for meeting in case.gold.meetings:
        optional.update((case.alignment.pair(pair), meeting.status) for pair in meeting.optional)
    claims: dict[int, list[tuple[Key, str]]] = {}
    for statement in case.said:
        if statement.status != "unknown" and (statement.edge or statement.status != "held"):
            claims.setdefault(id(statement.claim), []).append((statement.pair, statement.status))
    found = {required[key] for keys in claims.values() for key in keys if key in required}
    numbers = set(required.values())
    false = sum(
        not any(key in required for key in keys) and not all(key in optional for key in keys)
        for keys in claims.values()
    )
    return Found(len(found), false, len(numbers - found))


def status(case: Case) -> tuple[Share, list[Mistake]]:
    """Of what is said of pairs that the gold has with any status: how much agrees with the gold."""
    gold = case.gold_statuses()
    said: dict[tuple[Key, str], MeetingClaim] = {}
    for statement in case.said:
        if statement.pair in gold and (statement.edge or statement.status != "held"):
            said.setdefault((statement.pair, statement.status), statement.claim)
    wrong = [(pair, status) for pair, status in said if status not in gold[pair]]
    mistakes = [
        case.mistake(
            "wrong status",
            pair,
            ", ".join(sorted(gold[pair])),
            status,
            said[pair, status].evidence.sentence,
            said[pair, status].rule,
        )
        for pair, status in wrong
    ]
    return Share(len(said) - len(wrong), len(said)), mistakes


def not_held(case: Case) -> Share:
    """Planned and cancelled pairs of the gold that are found with that very status."""
    wanted = {
        (case.alignment.pair(pair), meeting.status)
        for meeting in case.gold.meetings
        if meeting.status in ("planned", "cancelled")
        for pair in meeting.required
    }
    return Share(len(wanted & {(s.pair, s.status) for s in case.said}), len(wanted))
