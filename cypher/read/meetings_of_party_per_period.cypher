// How many meetings members of a party had in each day, week, month or year, read along the index of their seats. A
// meeting whose day is not known counts where it may first have been.
//
// params:  since, until  days, both inclusive
//          unit          day, week, month or year
//          party         id
//          statuses      list of meeting statuses
//          formats       list of meeting formats, or null for all
//          topic         one of its topics, or null
// returns: period, meetings, independent_sources (summed over the meetings)
MATCH (:Party {id: $party})<-[:MEMBER_OF]-(member:Person)
WITH DISTINCT member
MATCH ()-[seat:ATTENDED]->(meeting:Meeting)
USING INDEX seat:ATTENDED(entity, day)
WHERE seat.entity = member.id
  AND seat.day >= $since
  AND meeting.earliest >= $since
  AND meeting.earliest <= $until
  AND meeting.status IN $statuses
  AND ($formats IS NULL OR meeting.format IN $formats)
  AND ($topic IS NULL OR $topic IN meeting.topics)
WITH DISTINCT meeting
WITH meeting.earliest AS day, count(*) AS meetings, sum(meeting.independent_sources) AS sources
RETURN CASE $unit
         WHEN 'week' THEN toString(day.weekYear) + '-W' + right('0' + toString(day.week), 2)
         WHEN 'month' THEN substring(toString(day), 0, 7)
         WHEN 'year' THEN substring(toString(day), 0, 4)
         ELSE toString(day)
       END AS period,
       sum(meetings) AS meetings,
       sum(sources) AS independent_sources
ORDER BY period
