// There is one MET_WITH edge a pair of people.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_met_with_id IF NOT EXISTS
FOR ()-[edge:MET_WITH]-()
REQUIRE edge.id IS UNIQUE
