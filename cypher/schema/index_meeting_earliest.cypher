// Meetings are found by the first day they can have been on.
//
// params:  none
// returns: nothing
CREATE INDEX index_meeting_earliest IF NOT EXISTS
FOR (node:Meeting)
ON (node.earliest, node.id)
