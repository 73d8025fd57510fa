// No two parties share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_party_id IF NOT EXISTS
FOR (node:Party)
REQUIRE node.id IS UNIQUE
