// Let claims stand again that were retired.
//
// params:  claims   maps of id and bond
//          now      when
// returns: nothing
UNWIND $claims AS row
MATCH (claim:Claim {id: row.id})
SET claim.recorded_at = $now,
    claim.bond = row.bond
REMOVE claim.retracted_at
