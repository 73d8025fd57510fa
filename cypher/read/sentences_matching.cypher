// Live claims whose sentences match a full-text query, the best first, a page at a time.
//
// params:  query        full-text query over sentences
//          pool         how many matches of the index to look through
//          most         rank of the last match already seen; a large number for the first page
//          after        id of the last match already seen; '' for the first page
//          since, until  days on which it was said, both inclusive, or null
//          limit        how many at most
// returns: claim, kind, status, sentence, start, end, rule, confidence, said_on, article, title, url, publisher,
//          published, meeting (its id, or null), rank
CALL db.index.fulltext.queryNodes('search_articles', $query, {limit: $pool}) YIELD node AS claim, score
WHERE claim:Claim
  AND claim.retracted_at IS NULL
WITH claim, toInteger(round(score * 1000000)) AS rank
WHERE (rank < $most OR (rank = $most AND claim.id > $after))
  AND ($since IS NULL OR claim.said_on >= $since)
  AND ($until IS NULL OR claim.said_on <= $until)
WITH claim, rank
ORDER BY rank DESC, claim.id
LIMIT $limit
MATCH (claim)<-[:STATES]-(article:Article)
RETURN claim.id AS claim,
       claim.kind AS kind,
       coalesce(claim.status, claim.polarity) AS status,
       claim.sentence AS sentence,
       claim.start AS start,
       claim.end AS end,
       claim.rule AS rule,
       claim.confidence AS confidence,
       toString(claim.said_on) AS said_on,
       article.id AS article,
       article.title AS title,
       article.url AS url,
       article.publisher AS publisher,
       toString(article.published_at) AS published,
       head(COLLECT { MATCH (claim)-[:SUPPORTS]->(meeting:Meeting) RETURN meeting.id }) AS meeting,
       rank
ORDER BY rank DESC, claim
