// The pairs of people who met most often in a period: held meetings, and not by phone or video. Read along the
// index of days.
//
// params:  since, until  days, both inclusive
//          floor         least confidence of a meeting, and of the surest claim that the two met there; 0 to 1
//          most          the number of meetings of the last pair already seen; a large number for the first page
//          before_id     id of the edge of the last pair already seen; null for the first page
//          limit         how many at most
// returns: id (of the edge), a, b, meetings, first, last, independent_sources
MATCH (meeting:Meeting)
USING INDEX meeting:Meeting(earliest, id)
WHERE meeting.earliest >= $since
  AND meeting.earliest <= $until
  AND meeting.id IS NOT NULL
  AND meeting.status = 'held'
  AND meeting.confidence >= $floor
  AND NOT meeting.format IN ['video', 'phone']
MATCH (meeting)<-[:SUPPORTS]-(claim:Claim)-[:ABOUT]->(dyad:Dyad)
WHERE claim.status = 'held'
MATCH (claim)<-[:STATES]-(article:Article)
WITH dyad, meeting, max(claim.confidence) AS surest, collect(DISTINCT article.story) AS stories
WHERE surest >= $floor
WITH dyad, count(*) AS meetings, min(meeting.earliest) AS first, max(meeting.latest) AS last,
     reduce(all = [], some IN collect(stories) | all + some) AS stories
WITH 'met:' + dyad.id AS id, meetings, first, last, stories
WHERE meetings < $most
   OR (meetings = $most AND ($before_id IS NULL OR id < $before_id))
MATCH (a:Person)-[met:MET_WITH {id: id}]->(b:Person)
WITH a, b, met, meetings, first, last, stories
ORDER BY meetings DESC, met.id DESC
LIMIT $limit
RETURN met.id AS id,
       {id: a.id, name: a.name} AS a,
       {id: b.id, name: b.name} AS b,
       meetings,
       toString(first) AS first,
       toString(last) AS last,
       COUNT { UNWIND stories AS story RETURN DISTINCT story } AS independent_sources
ORDER BY meetings DESC, id DESC
