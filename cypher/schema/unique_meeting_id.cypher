// No two meetings share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_meeting_id IF NOT EXISTS
FOR (node:Meeting)
REQUIRE node.id IS UNIQUE
