// The claims under an ATTENDED edge: live claims of the meeting that name who attended.
//
// params:  source     id of the person, country or organization
//          target     id of the meeting
//          after      id of the last claim already seen; '' for the first page
//          limit      how many at most
// returns: claim, kind, status, sentence, start, end, rule, confidence, said_on, article, title, url, publisher,
//          published
MATCH (target:Meeting {id: $target})<-[:ATTENDED]-(source:Entity {id: $source})
MATCH (target)<-[:SUPPORTS]-(claim:Claim)-[:NAMES]->(source)
MATCH (claim)<-[:STATES]-(article:Article)
WHERE claim.retracted_at IS NULL
  AND claim.id > $after
WITH DISTINCT claim, article
RETURN claim.id AS claim,
       claim.kind AS kind,
       claim.status AS status,
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
       toString(article.published_at) AS published
ORDER BY claim
LIMIT $limit
