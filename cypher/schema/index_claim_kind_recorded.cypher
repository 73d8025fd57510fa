// What was reported of meetings lately is found whatever else was recorded since.
//
// params:  none
// returns: nothing
CREATE INDEX index_claim_kind_recorded IF NOT EXISTS
FOR (node:Claim)
ON (node.kind, node.recorded_at)
