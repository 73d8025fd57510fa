// The entities with these ids, and the links between two of them: where they are too many, the strongest. Who met whom,
// and which countries are partners, is looked up pair by pair: what else the busiest of them are linked to costs nothing.
//
// params:  ids     ids of people, countries and parties
//          limit   how many links at most
// returns: nodes, links
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
WITH entity
ORDER BY entity.id
WITH collect(entity) AS entities
WITH entities,
     [entity IN entities WHERE entity:Person | entity.id] AS people,
     [entity IN entities WHERE entity:Country | entity.id] AS countries
RETURN COLLECT {
         UNWIND entities AS entity
         RETURN {id: entity.id, name: coalesce(entity.name, entity.id),
                 kind: toLower(head([label IN labels(entity) WHERE label <> 'Entity']))}
         ORDER BY entity.id
       } AS nodes,
       COLLECT {
         CALL (people, countries, entities) {
           UNWIND range(0, size(people) - 2) AS place
           UNWIND people[place + 1..] AS other
           MATCH ()-[link:MET_WITH {id: 'met:' + people[place] + '|' + other}]->()
           RETURN link
           UNION ALL
           UNWIND range(0, size(countries) - 2) AS place
           UNWIND countries[place + 1..] AS other
           MATCH ()-[link:PARTNER_OF {id: 'PARTNER_OF ' + countries[place] + ' ' + other}]->()
           RETURN link
           UNION ALL
           UNWIND entities AS source
           MATCH (source)-[link:REPRESENTS|MEMBER_OF|OF]->(target)
           WHERE target IN entities
           RETURN link
         }
         WITH link, startNode(link) AS source, endNode(link) AS target
         ORDER BY coalesce(link.meetings, link.claims, 1) DESC, source.id, target.id, type(link), link.title
         LIMIT $limit
         RETURN {source: source.id, target: target.id, kind: toLower(type(link)),
                 weight: coalesce(link.meetings, link.claims, 1), label: coalesce(link.title, link.role),
                 first: toString(link.first), last: toString(link.last)}
         ORDER BY source.id, target.id, type(link), link.title
       } AS links
