// Mark these claims as no longer stated. They stay in the ledger, without edges to entities.
//
// params:  claims   ids
//          now      when
// returns: nothing
UNWIND $claims AS wanted
MATCH (claim:Claim {id: wanted})
SET claim.retracted_at = $now
REMOVE claim.bond, claim.post
