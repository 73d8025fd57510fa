// Meetings of anyone, the latest first, read along the index of their days.
//
// params:  since, newest  days, both inclusive; meetings whose latest day lies between them
//          until          a day or null: meetings that may have begun by then
//          statuses       list of meeting statuses, or null for all
//          formats        list of meeting formats, or null for all
//          before_day     latest day of the last meeting already seen, or null for the first page
//          before_id       id of the last meeting already seen, or null for the first page
//          limit          how many at most
// returns: id, date, earliest, latest, status, format, place, groups, topics, confidence, articles,
//          independent_sources, participants, evidence
MATCH (meeting:Meeting)
USING INDEX meeting:Meeting(latest, id)
WHERE meeting.latest >= $since
  AND meeting.latest <= $newest
  AND meeting.id IS NOT NULL
  AND ($before_day IS NULL OR meeting.latest < $before_day
       OR (meeting.latest = $before_day AND meeting.id < $before_id))
  AND ($until IS NULL OR meeting.earliest <= $until)
  AND ($statuses IS NULL OR meeting.status IN $statuses)
  AND ($formats IS NULL OR meeting.format IN $formats)
WITH meeting
ORDER BY meeting.latest DESC, meeting.id DESC
LIMIT $limit
OPTIONAL MATCH (meeting)-[:HELD_IN]->(location:Place)
WITH meeting, head(collect(location)) AS location
ORDER BY meeting.latest DESC, meeting.id DESC
RETURN meeting.id AS id,
       meeting.date AS date,
       toString(meeting.earliest) AS earliest,
       toString(meeting.latest) AS latest,
       meeting.status AS status,
       meeting.format AS format,
       CASE WHEN location IS NOT NULL THEN {id: location.id, name: location.name, country: location.country} END AS place,
       meeting.groups AS groups,
       meeting.topics AS topics,
       meeting.confidence AS confidence,
       meeting.articles AS articles,
       meeting.independent_sources AS independent_sources,
       COLLECT {
         MATCH (meeting)<-[seat:ATTENDED]-(guest)
         RETURN {id: guest.id, name: coalesce(guest.name, guest.id),
                 kind: toLower(head([label IN labels(guest) WHERE label <> 'Entity'])),
                 role: seat.role, side: seat.side, title: seat.title}
         ORDER BY seat.side, guest.id
       } AS participants,
       COLLECT {
         MATCH (meeting)<-[:SUPPORTS]-(claim:Claim)<-[:STATES]-(article:Article)
         WHERE claim.retracted_at IS NULL
         RETURN {
           claim: claim.id, kind: claim.kind, status: claim.status, sentence: claim.sentence,
           start: claim.start, end: claim.end, rule: claim.rule, confidence: claim.confidence,
           said_on: toString(claim.said_on), article: article.id, title: article.title, url: article.url,
           publisher: article.publisher, published: toString(article.published_at)
         }
         ORDER BY claim.confidence DESC, claim.said_on, claim.id
         LIMIT 3
       } AS evidence
