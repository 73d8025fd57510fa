// The publishers of articles of a period: how many articles, how fresh, and how many claims and meetings they gave.
// Read along the index of days of publication; those with most articles first.
//
// params:  since, until  days, both inclusive
//          limit         how many at most
// returns: publisher (null for articles that name none), articles, with_claims (how many of these state anything),
//          claims, meetings, languages, first_published, last_published, last_received
MATCH (article:Article)
USING INDEX article:Article(published_at, id)
WHERE article.published_at >= $since
  AND article.published_at <= $until
  AND article.id IS NOT NULL
  AND NOT article.state IN ['retracted', 'superseded']
WITH article.publisher AS publisher, article,
     COUNT { (article)-[:STATES]->(claim:Claim WHERE claim.retracted_at IS NULL) } AS stated,
     COLLECT { MATCH (article)-[:STATES]->(:Claim)-[:SUPPORTS]->(meeting:Meeting) RETURN DISTINCT meeting.id } AS about
WITH publisher, count(*) AS articles, count(CASE WHEN stated > 0 THEN 1 END) AS with_claims,
     sum(stated) AS claims, collect(about) AS abouts, collect(DISTINCT article.language) AS languages,
     min(article.published_at) AS first, max(article.published_at) AS last, max(article.received_at) AS received
ORDER BY articles DESC, publisher
LIMIT $limit
RETURN publisher,
       articles,
       with_claims,
       claims,
       COUNT { UNWIND abouts AS about UNWIND about AS meeting RETURN DISTINCT meeting } AS meetings,
       COLLECT { UNWIND languages AS language RETURN language ORDER BY language } AS languages,
       toString(first) AS first_published,
       toString(last) AS last_published,
       received AS last_received
ORDER BY articles DESC, publisher
