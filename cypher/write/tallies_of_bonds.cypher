// The live claims of these partnerships, offices and memberships, counted by what they agree in.
//
// params:  bonds   keys that claims of one bond share
// returns: bond, post, polarity, wording, since, until, claims, first, last,
//          sources (stories of all claims of the bond that state it)
UNWIND $bonds AS wanted
WITH wanted,
     COUNT {
       MATCH (article:Article)-[:STATES]->(claim:Claim {bond: wanted})
       WHERE coalesce(claim.polarity, 'stated') = 'stated'
       RETURN DISTINCT article.story
     } AS sources
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
       sources
