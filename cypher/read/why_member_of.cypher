// The claims under a MEMBER_OF edge.
//
// params:  source     id of the person
//          target     id of the party
//          after      id of the last claim already seen; '' for the first page
//          limit      how many at most
// returns: claim, kind, status, sentence, start, end, rule, confidence, said_on, article, title, url, publisher,
//          published
MATCH (claim:Claim)<-[:STATES]-(article:Article)
WHERE claim.bond STARTS WITH 'MEMBER_OF ' + $source + ' ' + $target + ' '
  AND claim.id > $after
WITH DISTINCT claim, article
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
       toString(article.published_at) AS published
ORDER BY claim
LIMIT $limit
