// Planned meetings are found without reading the held ones.
//
// params:  none
// returns: nothing
CREATE INDEX index_meeting_status IF NOT EXISTS
FOR (node:Meeting)
ON (node.status, node.earliest)
