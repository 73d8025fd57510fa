// The contacts of a person are read in the order of their last days: those with smaller ids.
//
// params:  none
// returns: nothing
CREATE INDEX index_met_with_target IF NOT EXISTS
FOR ()-[edge:MET_WITH]-()
ON (edge.target, edge.day)
