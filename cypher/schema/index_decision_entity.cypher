// Decisions are found by the entity they are about.
//
// params:  none
// returns: nothing
CREATE INDEX index_decision_entity IF NOT EXISTS
FOR (node:Decision)
ON (node.entity)
