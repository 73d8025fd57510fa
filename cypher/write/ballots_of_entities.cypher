// The votes behind these entities, as JSON; no row for an entity that nobody names yet.
//
// params:  entities   ids
// returns: id, ballots
UNWIND $entities AS wanted
MATCH (entity:Entity {id: wanted})
RETURN entity.id AS id,
       entity.ballots AS ballots
