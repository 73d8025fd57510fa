// No two places share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_place_id IF NOT EXISTS
FOR (node:Place)
REQUIRE node.id IS UNIQUE
