// Some people, countries, parties, organizations and places with all their properties and outgoing edges, in the order
// of their ids; of the edges to meetings, those of a part of the graph.
//
// params:  ids            ids, in order
//          country        ISO 3166 alpha-3 of a country that took part in the meetings, or null
//          since, until   days, both inclusive, or null: when the meetings may have been
// returns: labels, properties, edges (kind, target, target_labels, properties)
UNWIND $ids AS id
MATCH (node:Entity {id: id})
RETURN labels(node) AS labels,
       properties(node) AS properties,
       COLLECT {
         MATCH (node)-[edge]->(target:Meeting|Entity)
         WHERE NOT edge:ATTENDED
            OR (($since IS NULL OR target.latest >= $since)
                AND ($until IS NULL OR target.earliest <= $until)
                AND ($country IS NULL OR $country IN target.countries))
         RETURN {
           kind: type(edge),
           target: target.id,
           target_labels: labels(target),
           properties: properties(edge)
         } AS entry
         ORDER BY type(edge), target.id, coalesce(edge.role, ''), coalesce(edge.mention, ''), coalesce(edge.side, 0),
                  coalesce(edge.id, '')
       } AS edges
ORDER BY node.id
