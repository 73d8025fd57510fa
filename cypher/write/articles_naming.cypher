// The articles that name these entities in the derived graph.
//
// params:  entities   ids
// returns: id
UNWIND $entities AS wanted
MATCH (entity:Entity {id: wanted})
CALL (entity) {
  MATCH (entity)<-[:MENTIONS]-(article:Article)
  RETURN article
  UNION
  MATCH (entity)<-[:NAMES]-(:Claim)<-[:STATES]-(article:Article)
  RETURN article
}
RETURN DISTINCT article.id AS id
