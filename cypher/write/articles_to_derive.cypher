// Live articles that a rebuild has not derived yet, with their live claims; in the order of the index, so that
// a batch costs what it holds. Others than live ones have no mark.
//
// params:  limit   how many at most
// returns: id, story, entities, claims (maps), published_at, passages, sketch
MATCH (article:Article)
  USING INDEX article:Article(derived, id)
WHERE article.derived = false
  AND article.id > ''
  AND article.state IN ['done', 'nothing_found']
WITH article
ORDER BY article.id
LIMIT $limit
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
