// The contacts of a person are read in the order of their last days: those with larger ids.
//
// params:  none
// returns: nothing
CREATE INDEX index_met_with_source IF NOT EXISTS
FOR ()-[edge:MET_WITH]-()
ON (edge.source, edge.day)
