"""What a run did, counted: for a person as a few lines, for a script as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from cypher.ledger import RecordReport
from ingest.language import is_readable
from ingest.records import (
    Claim,
    MeetingClaim,
    MembershipClaim,
    OfficeClaim,
    PartnershipClaim,
    Reading,
)
from ingest.run import Result
from ingest.sources.items import SetAside

KINDS: dict[type[Claim], str] = {
    MeetingClaim: "meeting",
    PartnershipClaim: "partnership",
    OfficeClaim: "office",
    MembershipClaim: "membership",
}

# A line for each thing set aside helps while there are few; a million of them belong into a file.
MOST_SHOWN = 20


@dataclass(slots=True)
class Counts:
    """What a run did.

    Articles are new, updated (the ledger had another version), or known (nothing changed: the ledger has this
    version, or a later one). Meetings are new, or confirmed where earlier articles told of them too.
    """

    read: int = 0
    new: int = 0
    updated: int = 0
    known: int = 0
    claims: Counter[str] = field(default_factory=Counter)
    nothing_found: Counter[str] = field(default_factory=Counter)
    set_aside: list[SetAside] = field(default_factory=list)
    meetings_new: int = 0
    meetings_confirmed: int = 0

    def add(self, result: Result, languages: frozenset[str]) -> None:
        """Count one result of a run."""
        if isinstance(result, SetAside):
            self.set_aside.append(result)
            return
        self.read += 1
        self.claims.update(KINDS[type(claim)] for claim in result.claims)
        if not result.claims:
            self.nothing_found[why_nothing(result, languages)] += 1

    def add_report(self, report: RecordReport) -> None:
        """Count what the ledger did with a batch."""
        self.new += report.articles_new
        self.updated += report.articles_updated
        self.known += report.articles_unchanged + report.articles_superseded + report.articles_retracted
        self.meetings_new += report.meetings_new
        self.meetings_confirmed += report.meetings_confirmed

    def as_dict(self) -> dict[str, Any]:
        """All counts, with the same keys always."""
        return {
            "articles": {"read": self.read, "new": self.new, "updated": self.updated, "known": self.known},
            "claims": {kind: self.claims[kind] for kind in KINDS.values()},
            "meetings": {"new": self.meetings_new, "confirmed": self.meetings_confirmed},
            "nothing_found": dict(sorted(self.nothing_found.items())),
            "set_aside": [
                {"source": each.source, "line": each.line, "reason": each.reason} for each in self.set_aside
            ],
        }

    def as_json(self) -> str:
        """The counts on one line of JSON."""
        return json.dumps(self.as_dict(), ensure_ascii=False)

    def as_text(self, *, recorded: bool = True) -> str:
        """The counts as lines for a person; what was not recorded has no place in the graph to report."""
        known = f" ({self.new} new, {self.updated} updated, {self.known} known before)" if recorded else ""
        lines = [f"articles read    {self.read}{known}"]
        lines += [f"nothing found    {n} ({why})" for why, n in sorted(self.nothing_found.items())]
        claims = ", ".join(f"{self.claims[kind]} {kind}" for kind in KINDS.values() if self.claims[kind])
        lines.append(f"claims           {self.claims.total()}{f' ({claims})' if claims else ''}")
        if recorded:
            lines.append(f"meetings         {self.meetings_new} new, {self.meetings_confirmed} confirmed")
        if self.set_aside:
            lines.append(f"set aside        {len(self.set_aside)}")
            lines += [f"  {_place(each)}: {each.reason}" for each in self.set_aside[:MOST_SHOWN]]
            if len(self.set_aside) > MOST_SHOWN:
                lines.append(f"  and {len(self.set_aside) - MOST_SHOWN} more; --json lists them all")
        return "\n".join(lines)


def why_nothing(reading: Reading, languages: frozenset[str]) -> str:
    """Why a reading without claims has none, in words."""
    if is_readable(reading.article.language, languages):
        return "no claim in it"
    return f"language {reading.article.language}"


def _place(each: SetAside) -> str:
    return each.source if each.line is None else f"{each.source}, line {each.line}"
