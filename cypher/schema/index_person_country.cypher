// Persons are found by the country that they speak for.
//
// params:  none
// returns: nothing
CREATE INDEX index_person_country IF NOT EXISTS
FOR (node:Person)
ON (node.country)
