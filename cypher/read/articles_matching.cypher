// Articles whose titles match a full-text query, the best first, a page at a time.
//
// params:  query        full-text query over titles
//          pool         how many matches of the index to look through
//          most         rank of the last match already seen; a large number for the first page
//          after        id of the last match already seen; '' for the first page
//          since, until  days of publication, both inclusive, or null
//          limit        how many at most
// returns: id, title, url, publisher, published, language, claims (how many stand), rank
CALL db.index.fulltext.queryNodes('search_articles', $query, {limit: $pool}) YIELD node AS article, score
WHERE article:Article
  AND NOT article.state IN ['retracted', 'superseded']
WITH article, toInteger(round(score * 1000000)) AS rank
WHERE (rank < $most OR (rank = $most AND article.id > $after))
  AND ($since IS NULL OR article.published_at >= $since)
  AND ($until IS NULL OR article.published_at <= $until)
WITH article, rank
ORDER BY rank DESC, article.id
LIMIT $limit
RETURN article.id AS id,
       article.title AS title,
       article.url AS url,
       article.publisher AS publisher,
       toString(article.published_at) AS published,
       article.language AS language,
       COUNT { (article)-[:STATES]->(claim:Claim WHERE claim.retracted_at IS NULL) } AS claims,
       rank
ORDER BY rank DESC, id
