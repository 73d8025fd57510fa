// Say how often articles mention entities.
//
// params:  mentions   maps of article, entity and count; sorted by entity, then article
// returns: nothing
UNWIND $mentions AS row
MATCH (article:Article {id: row.article})
MATCH (entity:Entity {id: row.entity})
CREATE (article)-[:MENTIONS {count: row.count}]->(entity)
