// Write these claims into the ledger and tie them to their articles.
//
// params:  claims   maps of article, and of properties (of the claim, with its id); sorted by id
// returns: nothing
UNWIND $claims AS row
MATCH (article:Article {id: row.article})
MERGE (claim:Claim {id: row.properties.id})
SET claim = row.properties
MERGE (article)-[:STATES]->(claim)
