// Meetings of one status, such as those to come, are read in the order of their days.
//
// params:  none
// returns: nothing
CREATE INDEX index_meeting_status_day IF NOT EXISTS
FOR (node:Meeting)
ON (node.status, node.day, node.id)
