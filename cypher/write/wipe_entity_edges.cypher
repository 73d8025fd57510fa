// Remove some edges of entities.
//
// params:  limit   how many at most
// returns: removed (how many)
MATCH (:Entity)-[edge]-()
WITH DISTINCT edge LIMIT $limit
DELETE edge
RETURN count(*) AS removed
