// All meetings are read in the order of their days, also those of which no day is known.
//
// params:  none
// returns: nothing
CREATE INDEX index_meeting_day IF NOT EXISTS
FOR (node:Meeting)
ON (node.day, node.id)
