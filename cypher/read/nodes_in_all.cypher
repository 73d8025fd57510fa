// How many nodes there are, but for the schema's own.
//
// params:  none
// returns: nodes
MATCH (node)
WHERE NOT node:Schema
  AND NOT node:Lock
RETURN count(node) AS nodes
