// No two organizations share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_organization_id IF NOT EXISTS
FOR (node:Organization)
REQUIRE node.id IS UNIQUE
