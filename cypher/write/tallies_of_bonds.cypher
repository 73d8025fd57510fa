// The live claims of these partnerships, offices and memberships, counted by what they agree in.
//
// params:  bonds   keys that claims of one bond share
// returns: bond, post, polarity, wording, since, until, claims, first, last,
//          voices (of each story of the claims of the bond that state it: the highest confidence), denials (of
//          those that deny it)
UNWIND $bonds AS wanted
WITH wanted,
     COLLECT {
       MATCH (article:Article)-[:STATES]->(claim:Claim {bond: wanted})
       WHERE coalesce(claim.polarity, 'stated') = 'stated'
       WITH article.story AS story, max(claim.confidence) AS surest
       RETURN surest
       ORDER BY surest
     } AS voices,
     COLLECT {
       MATCH (article:Article)-[:STATES]->(claim:Claim {bond: wanted})
       WHERE claim.polarity = 'denied'
       WITH article.story AS story, max(claim.confidence) AS surest
       RETURN surest
       ORDER BY surest
     } AS denials
MATCH (claim:Claim {bond: wanted})
RETURN claim.bond AS bond,
       claim.post AS post,
       coalesce(claim.polarity, 'stated') AS polarity,
       coalesce(claim.relation, claim.title, claim.role, '') AS wording,
       claim.earliest AS since,
       claim.latest AS until,
       count(*) AS claims,
       min(claim.said_on) AS first,
       max(claim.said_on) AS last,
       voices,
       denials
