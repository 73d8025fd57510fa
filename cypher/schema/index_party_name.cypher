// Parties are paged by name.
//
// params:  none
// returns: nothing
CREATE INDEX index_party_name IF NOT EXISTS
FOR (node:Party)
ON (node.name, node.id)
