// A meeting is found by the ids that it had when other claims were said to be its first.
//
// params:  none
// returns: nothing
CREATE INDEX index_claim_meeting IF NOT EXISTS
FOR (node:Claim)
ON (node.meeting)
