// There is one MEMBER_OF edge a person, party and role.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_member_of_id IF NOT EXISTS
FOR ()-[edge:MEMBER_OF]-()
REQUIRE edge.id IS UNIQUE
