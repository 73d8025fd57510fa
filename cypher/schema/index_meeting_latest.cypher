// Meetings are found by the last day they can have been on.
//
// params:  none
// returns: nothing
CREATE INDEX index_meeting_latest IF NOT EXISTS
FOR (node:Meeting)
ON (node.latest, node.id)
