// Keep these articles as the ledger had them, before it says something else of them.
//
// params:  articles   ids
//          now        until when the ledger had them so
// returns: nothing
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
CREATE (article)-[:WAS]->(edition:Edition)
SET edition = article {.*, derived: null, until: $now},
    article.changed_at = $now
