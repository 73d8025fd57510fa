// Remove some entities. Their edges are gone already.
//
// params:  limit   how many at most
// returns: removed (how many)
MATCH (entity:Entity)
WITH entity LIMIT $limit
DETACH DELETE entity
RETURN count(*) AS removed
