// Every meeting, call and plan in which two people sat on different sides, the latest first, with who says so.
// Always one row; what is not in the graph comes back as null.
//
// params:  a, b    ids of two different people
//          limit   how many meetings at most
// returns: a_id, a_name, b_id, b_name, met (the MET_WITH edge, or null), meetings
OPTIONAL MATCH (a:Person {id: $a})
OPTIONAL MATCH (b:Person {id: $b})
WITH a, b, CASE WHEN a.id < b.id THEN a.id + '|' + b.id ELSE b.id + '|' + a.id END AS pair
OPTIONAL MATCH ()-[met:MET_WITH {id: 'met:' + pair}]->()
RETURN a.id AS a_id,
       a.name AS a_name,
       b.id AS b_id,
       b.name AS b_name,
       CASE WHEN met IS NOT NULL THEN {
         meetings: met.meetings, first: toString(met.first), last: toString(met.last),
         articles: met.articles, independent_sources: met.independent_sources
       } END AS met,
       COLLECT {
         MATCH (:Dyad {id: pair})<-[:ABOUT]-(claim:Claim)-[:SUPPORTS]->(meeting:Meeting)
         WITH meeting, collect(DISTINCT claim) AS claims,
              meeting.day AS day
         ORDER BY day DESC, meeting.id DESC
         LIMIT $limit
         OPTIONAL MATCH (meeting)-[:HELD_IN]->(place:Place)
         WITH meeting, claims, day, head(collect(place)) AS place
         RETURN {
           id: meeting.id,
           date: meeting.date,
           earliest: toString(meeting.earliest),
           latest: toString(meeting.latest),
           status: meeting.status,
           format: meeting.format,
           place: CASE WHEN place IS NOT NULL THEN {id: place.id, name: place.name, country: place.country} END,
           groups: meeting.groups,
           topics: meeting.topics,
           confidence: meeting.confidence,
           articles: meeting.articles,
           independent_sources: meeting.independent_sources,
           participants: COLLECT {
             MATCH (meeting)<-[seat:ATTENDED]-(guest)
             RETURN {id: guest.id, name: coalesce(guest.name, guest.id),
                     kind: toLower(head([label IN labels(guest) WHERE label <> 'Entity'])),
                     role: seat.role, side: seat.side, title: seat.title, country: seat.country}
             ORDER BY seat.side, guest.id
           },
           evidence: COLLECT {
             UNWIND claims AS claim
             MATCH (claim)<-[:STATES]-(article:Article)
             RETURN {
               claim: claim.id, kind: claim.kind, status: claim.status, sentence: claim.sentence,
               start: claim.start, end: claim.end, rule: claim.rule, confidence: claim.confidence,
               said_on: toString(claim.said_on), article: article.id, title: article.title, url: article.url,
               publisher: article.publisher, published: toString(article.published_at)
             }
             ORDER BY claim.confidence DESC, claim.said_on, claim.id
             LIMIT 20
           }
         }
         ORDER BY day DESC, meeting.id DESC
       } AS meetings
