// Entities under ids of ours, in the order of the ids, some at a time.
//
// params:  prefix   what the ids begin with, such as 'person:'
//          after    id of the last entity already seen; '' to begin
//          limit    how many at most
// returns: id, name, country
MATCH (entity:Entity)
WHERE entity.id STARTS WITH $prefix
  AND entity.id > $after
WITH entity
ORDER BY entity.id
LIMIT $limit
RETURN entity.id AS id,
       entity.name AS name,
       entity.country AS country
ORDER BY id
