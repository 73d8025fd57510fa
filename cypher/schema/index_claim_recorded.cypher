// What was known at a moment is found by when it was recorded.
//
// params:  none
// returns: nothing
CREATE INDEX index_claim_recorded IF NOT EXISTS
FOR (node:Claim)
ON (node.recorded_at)
