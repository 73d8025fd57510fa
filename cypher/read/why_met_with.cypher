// The claims under a MET_WITH edge: claims that the two met, of meetings held and not by phone or video.
//
// params:  source, target  ids of the two people
//          after      id of the last claim already seen; '' for the first page
//          limit      how many at most
// returns: claim, kind, status, sentence, start, end, rule, confidence, said_on, article, title, url, publisher,
//          published
WITH CASE WHEN $source < $target THEN $source + '|' + $target ELSE $target + '|' + $source END AS pair
WHERE EXISTS { ()-[:MET_WITH {id: 'met:' + pair}]->() }
MATCH (:Dyad {id: pair})<-[:ABOUT]-(claim:Claim)-[:SUPPORTS]->(meeting:Meeting)
WHERE claim.status = 'held'
  AND claim.id > $after
  AND meeting.status = 'held'
  AND NOT meeting.format IN ['video', 'phone']
MATCH (claim)<-[:STATES]-(article:Article)
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
