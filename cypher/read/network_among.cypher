// The entities with these ids, and the links between two of them: where they are too many, the strongest.
//
// params:  ids     ids of people, countries and parties
//          limit   how many links at most
// returns: nodes, links
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH collect(entity) AS entities
RETURN COLLECT {
         UNWIND entities AS entity
         RETURN {id: entity.id, name: coalesce(entity.name, entity.id),
                 kind: toLower(head([label IN labels(entity) WHERE label <> 'Entity']))}
         ORDER BY entity.id
       } AS nodes,
       COLLECT {
         UNWIND entities AS source
         MATCH (source)-[link:MET_WITH|PARTNER_OF|REPRESENTS|MEMBER_OF|OF]->(target)
         WHERE target IN entities
         WITH source, link, target
         ORDER BY coalesce(link.meetings, link.claims, 1) DESC, source.id, target.id, type(link), link.title
         LIMIT $limit
         RETURN {source: source.id, target: target.id, kind: toLower(type(link)),
                 weight: coalesce(link.meetings, link.claims, 1), label: coalesce(link.title, link.role),
                 first: toString(link.first), last: toString(link.last)}
         ORDER BY source.id, target.id, type(link), link.title
       } AS links
