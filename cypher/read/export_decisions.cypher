// The decisions about identities, undone ones too, in the order of their ids.
//
// params:  none
// returns: labels, properties, edges (none)
MATCH (node:Decision)
RETURN labels(node) AS labels,
       properties(node) AS properties,
       [] AS edges
ORDER BY node.id
