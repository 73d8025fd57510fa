// No two persons share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_person_id IF NOT EXISTS
FOR (node:Person)
REQUIRE node.id IS UNIQUE
