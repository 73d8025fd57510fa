// No two decisions share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_decision_id IF NOT EXISTS
FOR (node:Decision)
REQUIRE node.id IS UNIQUE
