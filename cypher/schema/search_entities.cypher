// Entities are searched by words of their name and other spellings.
//
// params:  none
// returns: nothing
CREATE FULLTEXT INDEX search_entities IF NOT EXISTS
FOR (node:Person|Country|Party|Organization|Place)
ON EACH [node.name, node.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
