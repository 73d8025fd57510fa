// What the ledger knows of these articles; no row for one that it has never seen.
//
// params:  articles   ids
// returns: id, address, sha256, digest, state, received_at, retracted_at, derived
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
RETURN article.id AS id,
       article.address AS address,
       article.sha256 AS sha256,
       article.digest AS digest,
       article.state AS state,
       article.received_at AS received_at,
       article.retracted_at AS retracted_at,
       coalesce(article.derived, false) AS derived
