// No two dyads share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_dyad_id IF NOT EXISTS
FOR (node:Dyad)
REQUIRE node.id IS UNIQUE
