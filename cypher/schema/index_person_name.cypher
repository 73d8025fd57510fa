// Persons are paged by name.
//
// params:  none
// returns: nothing
CREATE INDEX index_person_name IF NOT EXISTS
FOR (node:Person)
ON (node.name, node.id)
