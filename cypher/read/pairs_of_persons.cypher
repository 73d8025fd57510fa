// The pairs of people who met most often, read along the index of that number.
//
// params:  most       the number of meetings of the last pair already seen; a large number for the first page
//          before_id  id of the edge of the last pair already seen; null for the first page
//          limit      how many at most
// returns: id (of the edge), a, b, meetings, first, last, independent_sources
MATCH (a:Person)-[met:MET_WITH]->(b:Person)
WHERE met.meetings <= $most
  AND met.id IS NOT NULL
  AND (met.meetings < $most OR $before_id IS NULL OR met.id < $before_id)
WITH a, b, met
ORDER BY met.meetings DESC, met.id DESC
LIMIT $limit
RETURN met.id AS id,
       {id: a.id, name: a.name} AS a,
       {id: b.id, name: b.name} AS b,
       met.meetings AS meetings,
       toString(met.first) AS first,
       toString(met.last) AS last,
       met.independent_sources AS independent_sources
ORDER BY met.meetings DESC, met.id DESC
