// The meetings at a place are read in the order of their days.
//
// params:  none
// returns: nothing
CREATE INDEX index_held_in_place IF NOT EXISTS
FOR ()-[edge:HELD_IN]-()
ON (edge.place, edge.day)
