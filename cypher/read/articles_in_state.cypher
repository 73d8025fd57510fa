// Articles of the ledger in one state, in the order of their ids, a page at a time.
//
// params:  state   done, nothing_found, retracted or superseded
//          after   id of the last article already seen; '' for the first page
//          limit   how many at most
// returns: id, state, reason, title, url, publisher, published, language, received_at, claims (how many stand)
MATCH (article:Article)
WHERE article.state = $state
  AND article.id > $after
WITH article
ORDER BY article.state, article.id
LIMIT $limit
RETURN article.id AS id,
       article.state AS state,
       null AS reason,
       article.title AS title,
       article.url AS url,
       article.publisher AS publisher,
       toString(article.published_at) AS published,
       article.language AS language,
       article.received_at AS received_at,
       COUNT { (article)-[:STATES]->(claim:Claim WHERE claim.retracted_at IS NULL) } AS claims
ORDER BY id
