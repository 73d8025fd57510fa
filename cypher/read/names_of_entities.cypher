// What entities are called. Who was merged away has no name here any more, but in the articles that name them:
// the first of these, read along the mentions of the one they were merged into.
//
// params:  entities   ids
// returns: id, name (null for one that is not here under this id), said (whom an article names that names it, as
//          JSON; null if there is none, or if it has a name)
UNWIND $entities AS wanted
OPTIONAL MATCH (entity:Entity {id: wanted})
RETURN wanted AS id,
       coalesce(entity.name, entity.id) AS name,
       CASE WHEN entity IS NULL THEN head(COLLECT {
         MATCH (redirect:Redirect {id: wanted})
         MATCH (heir:Entity {id: redirect.target})<-[:MENTIONS]-(article:Article)
         WHERE article.entities CONTAINS '"' + wanted + '"'
         RETURN article.entities
         ORDER BY article.id
         LIMIT 1
       }) END AS said
