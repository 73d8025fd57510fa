// The shortest ways from one person to another over people who met, at most six steps long, in the order of ids.
// Always one row; a person who is not in the graph comes back as null.
//
// Most people are three steps apart or less. These ways are made of contacts of the two, which are looked up in the
// index of who met, one by one until there are enough: a search would read all contacts of all contacts. It is left
// for those who are farther apart, or have so many contacts that their pairs are too many.
//
// params:  source, target  ids of two different people
//          depth      no path longer than this
//          limit      how many paths at most
// returns: source_id, source_name, target_id, target_name, paths
OPTIONAL MATCH (source:Person {id: $source})
OPTIONAL MATCH (target:Person {id: $target})
WITH source, target,
     COLLECT {
       MATCH ()-[met:MET_WITH {id: 'met:' + CASE WHEN source.id < target.id
                                                 THEN source.id + '|' + target.id
                                                 ELSE target.id + '|' + source.id END}]->()
       RETURN {persons: [source, target], steps: [met]}
     } AS direct
WITH source, target, direct,
     COLLECT {
       WITH *
       WHERE size(direct) = 0
         AND $depth >= 2
       WITH CASE WHEN COUNT { (source)-[:MET_WITH]-() } <= COUNT { (target)-[:MET_WITH]-() }
                 THEN [source, target]
                 ELSE [target, source] END AS ends
       WITH ends[0] AS fewer, ends[1] AS more
       MATCH (fewer)-[step:MET_WITH]-(one)
       WITH fewer, more, one, step
       ORDER BY one.id
       MATCH ()-[met:MET_WITH {id: 'met:' + CASE WHEN one.id < more.id
                                                 THEN one.id + '|' + more.id
                                                 ELSE more.id + '|' + one.id END}]->()
       LIMIT $limit
       RETURN {persons: [source, one, target], steps: CASE WHEN fewer = source THEN [step, met] ELSE [met, step] END}
     } AS over_one
WITH source, target, direct + over_one AS near,
     COLLECT {
       WITH *
       WHERE size(direct + over_one) = 0
         AND $depth >= 3
         AND COUNT { (source)-[:MET_WITH]-() } * COUNT { (target)-[:MET_WITH]-() } <= 50000
       WITH COLLECT {
              MATCH (source)-[met:MET_WITH]-(one)
              RETURN {id: one.id, person: one, met: met}
              ORDER BY one.id
            } AS ones,
            COLLECT {
              MATCH (target)-[met:MET_WITH]-(one)
              RETURN {id: one.id, person: one, met: met}
              ORDER BY one.id
            } AS others
       UNWIND ones AS one
       UNWIND others AS other
       WITH one, other
       MATCH ()-[met:MET_WITH {id: 'met:' + CASE WHEN one.id < other.id
                                                 THEN one.id + '|' + other.id
                                                 ELSE other.id + '|' + one.id END}]->()
       LIMIT $limit
       RETURN {persons: [source, one.person, other.person, target], steps: [one.met, met, other.met]}
     } AS over_two
WITH source, target, near + over_two AS near,
     COLLECT {
       WITH *
       WHERE size(near + over_two) = 0
       MATCH path = SHORTEST 1 GROUPS (source)-[:MET_WITH]-{1,6}(target)
       WITH path, [person IN nodes(path) | person.id] AS ids
       WHERE length(path) <= $depth
       ORDER BY ids
       LIMIT $limit
       RETURN {persons: nodes(path), steps: relationships(path)}
     } AS far
RETURN source.id AS source_id,
       source.name AS source_name,
       target.id AS target_id,
       target.name AS target_name,
       [way IN near + far | {
         length: size(way.steps),
         persons: [person IN way.persons | {id: person.id, name: person.name}],
         steps: [met IN way.steps | {meetings: met.meetings, first: toString(met.first),
                 last: toString(met.last), independent_sources: met.independent_sources}]
       }] AS paths
