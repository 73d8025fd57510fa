// There is one REPRESENTS edge a person, country and title.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_represents_id IF NOT EXISTS
FOR ()-[edge:REPRESENTS]-()
REQUIRE edge.id IS UNIQUE
