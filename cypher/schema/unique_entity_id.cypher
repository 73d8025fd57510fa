// No two entities of any kind share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_entity_id IF NOT EXISTS
FOR (node:Entity)
REQUIRE node.id IS UNIQUE
