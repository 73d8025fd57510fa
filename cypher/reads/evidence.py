"""Questions about reasons: the live claims under each kind of edge, with sentence, offsets and article."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.catalog import Read
from cypher.reads.shapes import EvidenceRow


@dataclass(frozen=True, slots=True)
class ClaimsNamingRow:
    """A person and a page of what articles say of them."""

    id: str
    name: str
    claims: tuple[EvidenceRow, ...]


WHY_MET_WITH = Read("why_met_with", EvidenceRow)
WHY_PARTNER_OF = Read("why_partner_of", EvidenceRow)
WHY_REPRESENTS = Read("why_represents", EvidenceRow)
WHY_MEMBER_OF = Read("why_member_of", EvidenceRow)
WHY_ATTENDED = Read("why_attended", EvidenceRow)
WHY_MEETING = Read("why_meeting", EvidenceRow)
CLAIMS_NAMING = Read("claims_naming", ClaimsNamingRow)
