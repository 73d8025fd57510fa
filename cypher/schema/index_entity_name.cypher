// Entities are listed by name.
//
// params:  none
// returns: nothing
CREATE INDEX index_entity_name IF NOT EXISTS
FOR (node:Entity)
ON (node.name)
