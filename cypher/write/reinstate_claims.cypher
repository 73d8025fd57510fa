// Let claims stand again that were retired.
//
// params:  claims   ids
//          now      when
// returns: nothing
UNWIND $claims AS wanted
MATCH (claim:Claim {id: wanted})
SET claim.recorded_at = $now
REMOVE claim.retracted_at
