// No two countries share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_country_id IF NOT EXISTS
FOR (node:Country)
REQUIRE node.id IS UNIQUE
