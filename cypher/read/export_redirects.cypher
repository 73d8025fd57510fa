// Where the ids of entities that were merged away lead, in the order of these ids.
//
// params:  none
// returns: labels, properties, edges (none)
MATCH (node:Redirect)
RETURN labels(node) AS labels,
       properties(node) AS properties,
       [] AS edges
ORDER BY node.id
