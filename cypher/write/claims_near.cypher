// The live meeting claims about these dyads whose days touch those given, and all that they are about.
//
// params:  windows   maps of dyad, start and end (days, both inclusive)
// returns: id, article, story, kind, confidence, names, status, format, date, earliest, latest, groups,
//          topics, relation, polarity, title, role, said_on
UNWIND $windows AS near
MATCH (:Dyad {id: near.dyad})<-[about:ABOUT]-(claim:Claim)
WHERE about.start <= near.end
  AND about.end >= near.start
WITH DISTINCT claim
MATCH (article:Article)-[:STATES]->(claim)
RETURN claim.id AS id,
       article.id AS article,
       article.story AS story,
       claim.kind AS kind,
       claim.confidence AS confidence,
       claim.names AS names,
       claim.status AS status,
       claim.format AS format,
       claim.date AS date,
       claim.earliest AS earliest,
       claim.latest AS latest,
       claim.groups AS groups,
       claim.topics AS topics,
       claim.relation AS relation,
       claim.polarity AS polarity,
       claim.title AS title,
       claim.role AS role,
       claim.said_on AS said_on
