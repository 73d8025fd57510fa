// What was undone after a moment is found by when that was.
//
// params:  none
// returns: nothing
CREATE INDEX index_decision_revoked IF NOT EXISTS
FOR (node:Decision)
ON (node.revoked_at)
