// The entity with an id. No row if there is none.
//
// params:  id   what may be an id
// returns: id, kind, name
MATCH (entity:Entity {id: $id})
RETURN entity.id AS id,
       toLower(head([label IN labels(entity) WHERE label <> 'Entity'])) AS kind,
       coalesce(entity.name, entity.id) AS name
