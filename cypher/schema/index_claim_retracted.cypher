// What was taken back is found by when that was.
//
// params:  none
// returns: nothing
CREATE INDEX index_claim_retracted IF NOT EXISTS
FOR (node:Claim)
ON (node.retracted_at)
