// No two schema nodes share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_schema_id IF NOT EXISTS
FOR (node:Schema)
REQUIRE node.id IS UNIQUE
