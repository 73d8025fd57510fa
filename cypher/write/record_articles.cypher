// Write these articles into the ledger, as they were last received.
//
// params:  articles   maps of the properties of an article, with its id; sorted by id
// returns: nothing
UNWIND $articles AS row
MERGE (article:Article {id: row.id})
SET article = row
