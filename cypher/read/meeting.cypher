// One meeting with everyone on its sides and every claim about it. No row if there is no such meeting.
//
// params:  meeting   id
//          limit     how many claims at most
// returns: id, date, earliest, latest, status, format, place, groups, topics, confidence, articles,
//          independent_sources, contradicting_sources, participants, evidence (in the order in which it was said:
//          the meeting's history)
MATCH (meeting:Meeting {id: $meeting})
OPTIONAL MATCH (meeting)-[:HELD_IN]->(location:Place)
WITH meeting, head(collect(location)) AS location
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
       coalesce(meeting.contradicting_sources, 0) AS contradicting_sources,
       COLLECT {
         MATCH (meeting)<-[seat:ATTENDED]-(guest)
         RETURN {id: guest.id, name: coalesce(guest.name, guest.id),
                 kind: toLower(head([label IN labels(guest) WHERE label <> 'Entity'])),
                 role: seat.role, side: seat.side, title: seat.title, country: seat.country}
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
         ORDER BY coalesce(toString(claim.said_on), ''), claim.id
         LIMIT $limit
       } AS evidence
