// Remove these entities; nothing live names them.
//
// params:  entities   ids
// returns: nothing
UNWIND $entities AS wanted
MATCH (entity:Entity {id: wanted})
DETACH DELETE entity
