// The people, countries, parties, organizations and places with all their properties and outgoing edges, in the order of their ids.
//
// params:  none
// returns: labels, properties, edges (kind, target, target_labels, properties)
MATCH (node:Entity)
WHERE node.id IS NOT NULL
WITH node
ORDER BY node.id
RETURN labels(node) AS labels,
       properties(node) AS properties,
       COLLECT {
         MATCH (node)-[edge]->(target:Article|Claim|Meeting|Entity)
         RETURN {
           kind: type(edge),
           target: target.id,
           target_labels: labels(target),
           properties: properties(edge)
         } AS entry
         ORDER BY type(edge), target.id, coalesce(edge.role, ''), coalesce(edge.mention, ''), coalesce(edge.side, 0),
                  coalesce(edge.id, '')
       } AS edges
