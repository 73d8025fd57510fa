// The claims under a PARTNER_OF edge, whichever way round it is asked for.
//
// params:  source, target  ISO 3166 alpha-3 codes of the two countries
//          after      id of the last claim already seen; '' for the first page
//          limit      how many at most
// returns: claim, kind, status, sentence, start, end, rule, confidence, said_on, article, title, url, publisher,
//          published
WITH CASE WHEN $source < $target THEN $source + ' ' + $target ELSE $target + ' ' + $source END AS pair
MATCH (claim:Claim {bond: 'PARTNER_OF ' + pair})<-[:STATES]-(article:Article)
WHERE claim.id > $after
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
