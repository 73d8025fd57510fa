// For the benchmark alone: remove some nodes, but for the schema's.
//
// params:  limit   how many at most
// returns: removed (how many)
MATCH (node)
WHERE NOT node:Schema
  AND NOT node:Lock
WITH node LIMIT $limit
DETACH DELETE node
RETURN count(*) AS removed
