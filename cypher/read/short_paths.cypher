// Short ways from one person to another over people who met, at most six steps long: the shortest ones and, if these
// are few, some that are longer. Always one row; a person who is not in the graph comes back as null.
//
// params:  source, target  ids of two different people
//          depth      no path longer than this
//          limit      how many paths at most
// returns: source_id, source_name, target_id, target_name, paths
OPTIONAL MATCH (source:Person {id: $source})
OPTIONAL MATCH (target:Person {id: $target})
RETURN source.id AS source_id,
       source.name AS source_name,
       target.id AS target_id,
       target.name AS target_name,
       COLLECT {
         MATCH path = SHORTEST 25 (source)-[:MET_WITH]-{1,6}(target)
         WHERE length(path) <= $depth
         WITH path, [person IN nodes(path) | person.id] AS ids
         ORDER BY length(path), ids
         LIMIT $limit
         RETURN {
           length: length(path),
           persons: [person IN nodes(path) | {id: person.id, name: person.name}],
           steps: [met IN relationships(path) | {meetings: met.meetings, first: toString(met.first),
                   last: toString(met.last), independent_sources: met.independent_sources}]
         }
         ORDER BY length(path), ids
       } AS paths
