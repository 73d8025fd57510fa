// For the benchmark alone: remove some nodes, but for the schema's.
//
// params:  limit   how many at most
// returns: removed (how many)
MATCH (node:Article|Claim|Meeting|Entity|Person|Place|Dyad)
WITH node LIMIT $limit
DETACH DELETE node
RETURN count(*) AS removed
