// The claims that superseded articles made last.
//
// params:  articles   ids
// returns: recorded_at, claim (a map, as of a live claim)
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})-[:STATES]->(claim:Claim)
WHERE claim.id IN article.stated
RETURN claim.recorded_at AS recorded_at,
       {
         id: claim.id, article: article.id, story: article.story, kind: claim.kind,
         confidence: claim.confidence, names: claim.names, status: claim.status,
         format: claim.format, date: claim.date,
         earliest: claim.earliest, latest: claim.latest, groups: claim.groups,
         topics: claim.topics, relation: claim.relation, polarity: claim.polarity,
         title: claim.title, role: claim.role, said_on: claim.said_on
       } AS claim
