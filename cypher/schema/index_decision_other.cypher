// Decisions are found by the other entity they are about.
//
// params:  none
// returns: nothing
CREATE INDEX index_decision_other IF NOT EXISTS
FOR (node:Decision)
ON (node.other)
