// What was decided at a moment is found by when that was.
//
// params:  none
// returns: nothing
CREATE INDEX index_decision_decided IF NOT EXISTS
FOR (node:Decision)
ON (node.decided_at)
