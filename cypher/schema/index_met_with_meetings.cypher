// Those who met most often are found without looking at all others.
//
// params:  none
// returns: nothing
CREATE INDEX index_met_with_meetings IF NOT EXISTS
FOR ()-[edge:MET_WITH]-()
ON (edge.meetings, edge.id)
