// Say whom claims name, in which role.
//
// params:  names   maps of claim, entity and properties (role, mention, title, side, country);
//                  sorted by entity, then claim
// returns: nothing
UNWIND $names AS row
MATCH (claim:Claim {id: row.claim})
MATCH (entity:Entity {id: row.entity})
CREATE (claim)-[name:NAMES]->(entity)
SET name = row.properties
