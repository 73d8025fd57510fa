// The articles with these addresses, but for retracted ones: the versions of each page.
//
// params:  addresses   of pages
// returns: id, address, sha256, received_at, state, derived
UNWIND $addresses AS wanted
MATCH (article:Article {address: wanted})
WHERE article.state <> 'retracted'
RETURN article.id AS id,
       article.address AS address,
       article.sha256 AS sha256,
       article.received_at AS received_at,
       article.state AS state,
       coalesce(article.derived, false) AS derived
