// The pairs of countries that met most often in a period, read along the index of days.
//
// params:  since, until  days, both inclusive
//          statuses      list of meeting statuses
//          formats       list of meeting formats, or null for all
//          topic         one of its topics, or null
//          limit         how many at most
// returns: a, b, meetings, first, last, independent_sources (summed over the meetings)
MATCH (meeting:Meeting)
USING INDEX meeting:Meeting(earliest, id)
WHERE meeting.earliest >= $since
  AND meeting.earliest <= $until
  AND meeting.id IS NOT NULL
  AND meeting.status IN $statuses
  AND ($formats IS NULL OR meeting.format IN $formats)
  AND ($topic IS NULL OR $topic IN meeting.topics)
UNWIND meeting.country_pairs AS pair
WITH pair, count(*) AS meetings, sum(meeting.independent_sources) AS sources,
     min(meeting.earliest) AS first, max(meeting.latest) AS last
ORDER BY meetings DESC, pair
LIMIT $limit
WITH split(pair, '|') AS codes, meetings, sources, first, last
OPTIONAL MATCH (a:Country {id: codes[0]})
OPTIONAL MATCH (b:Country {id: codes[1]})
RETURN {id: codes[0], name: coalesce(a.name, codes[0])} AS a,
       {id: codes[1], name: coalesce(b.name, codes[1])} AS b,
       meetings,
       toString(first) AS first,
       toString(last) AS last,
       sources AS independent_sources
ORDER BY meetings DESC, a.id, b.id
