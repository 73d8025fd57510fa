// There is one PARTNER_OF edge a pair of countries.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_partner_of_id IF NOT EXISTS
FOR ()-[edge:PARTNER_OF]-()
REQUIRE edge.id IS UNIQUE
