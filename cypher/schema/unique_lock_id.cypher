// No two locks share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_lock_id IF NOT EXISTS
FOR (node:Lock)
REQUIRE node.id IS UNIQUE
