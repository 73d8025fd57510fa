// How many meetings there were in each period by country, by pair of countries, by topic, by party, by status or by
// format, for those groups that have most in all; read along the index of days. A meeting counts once in each group
// that it belongs to.
//
// params:  since, until  days, both inclusive
//          unit          day, week, month or year
//          by            country, pair, topic, party, status or format
//          statuses      list of meeting statuses
//          formats       list of meeting formats, or null for all
//          topic         one of its topics, or null
//          groups        how many groups at most
// returns: period, group, meetings
MATCH (meeting:Meeting)
USING INDEX meeting:Meeting(earliest, id)
WHERE meeting.earliest >= $since
  AND meeting.earliest <= $until
  AND meeting.id IS NOT NULL
  AND meeting.status IN $statuses
  AND ($formats IS NULL OR meeting.format IN $formats)
  AND ($topic IS NULL OR $topic IN meeting.topics)
WITH meeting.earliest AS day,
     CASE $by
       WHEN 'country' THEN meeting.countries
       WHEN 'pair' THEN meeting.country_pairs
       WHEN 'topic' THEN meeting.topics
       WHEN 'status' THEN [meeting.status]
       WHEN 'format' THEN [meeting.format]
       ELSE COLLECT { MATCH (meeting)<-[:ATTENDED]-(:Person)-[:MEMBER_OF]->(party:Party) RETURN DISTINCT party.id }
     END AS groups
UNWIND groups AS group
WITH day, group, count(*) AS meetings
WITH CASE $unit
       WHEN 'week' THEN toString(day.weekYear) + '-W' + right('0' + toString(day.week), 2)
       WHEN 'month' THEN substring(toString(day), 0, 7)
       WHEN 'year' THEN substring(toString(day), 0, 4)
       ELSE toString(day)
     END AS period, group, sum(meetings) AS meetings
WITH group, sum(meetings) AS total, collect({period: period, meetings: meetings}) AS periods
ORDER BY total DESC, group
LIMIT $groups
UNWIND periods AS one
RETURN one.period AS period,
       group,
       one.meetings AS meetings
ORDER BY period, group
