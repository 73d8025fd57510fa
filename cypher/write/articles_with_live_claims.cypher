// These articles with what their derived part follows from: entities as JSON, live claims.
//
// params:  articles   ids
// returns: id, story, entities, claims (maps), published_at, passages, sketch
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
RETURN article.id AS id,
       article.story AS story,
       article.entities AS entities,
       COLLECT {
         MATCH (article)-[:STATES]->(claim:Claim)
         WHERE claim.retracted_at IS NULL
         RETURN {
           id: claim.id, article: article.id, story: article.story, kind: claim.kind,
           confidence: claim.confidence, names: claim.names, status: claim.status,
           format: claim.format, date: claim.date,
           earliest: claim.earliest, latest: claim.latest, groups: claim.groups,
           topics: claim.topics, relation: claim.relation, polarity: claim.polarity,
           title: claim.title, role: claim.role, said_on: claim.said_on
         }
         ORDER BY claim.id
       } AS claims,
       article.published_at AS published_at,
       coalesce(article.passages, 0) AS passages,
       article.sketch AS sketch
