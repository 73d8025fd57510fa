// Remove some meetings and dyads.
//
// params:  limit   how many at most
// returns: removed (how many)
MATCH (node:Meeting|Dyad)
WITH node LIMIT $limit
DETACH DELETE node
RETURN count(*) AS removed
