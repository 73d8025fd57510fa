// What these entities are; no row for one that is not in the graph.
//
// params:  entities   ids
// returns: id, kind (person, country, party, organization or place)
UNWIND $entities AS wanted
MATCH (entity:Entity {id: wanted})
RETURN entity.id AS id,
       toLower(head([label IN labels(entity) WHERE label <> 'Entity'])) AS kind
