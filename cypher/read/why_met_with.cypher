// The claims under a MET_WITH edge: live claims of held meetings in person that name both people.
//
// params:  source, target  ids of the two people
//          after      id of the last claim already seen; '' for the first page
//          limit      how many at most
// returns: claim, kind, status, sentence, start, end, rule, confidence, said_on, article, title, url, publisher,
//          published
MATCH (source:Person {id: $source})-[:MET_WITH]-(target:Person {id: $target})
MATCH (source)-[ours:ATTENDED]->(meeting:Meeting)<-[theirs:ATTENDED]-(target)
WHERE meeting.status = 'held'
  AND meeting.format IN ['in_person', 'unknown']
  AND ours.side <> theirs.side
MATCH (meeting)<-[:SUPPORTS]-(claim:Claim)<-[:STATES]-(article:Article)
WHERE claim.retracted_at IS NULL
  AND claim.id > $after
  AND EXISTS { (claim)-[:NAMES]->(source) }
  AND EXISTS { (claim)-[:NAMES]->(target) }
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
