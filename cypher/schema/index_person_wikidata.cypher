// Persons are found by their public id.
//
// params:  none
// returns: nothing
CREATE INDEX index_person_wikidata IF NOT EXISTS
FOR (node:Person)
ON (node.wikidata)
