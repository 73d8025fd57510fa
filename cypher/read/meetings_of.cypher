// Meetings of a person, an organization, a country (its people or itself took part) or at a place, the latest
// first, planned ones, calls and cancelled ones included. No row if nothing has this id.
//
// params:  anchor        id of the person, organization, country or place
//          person        id of another person who took part, or null
//          country       ISO 3166 alpha-3 of another country that took part, or null
//          place         id of the place, or null
//          statuses      list of meeting statuses, or null for all
//          formats       list of meeting formats, or null for all
//          since, until  days, both inclusive, or null: meetings that may have been in this period
//          before_day    latest day of the last meeting already seen (0001-01-01 if it has none), or null
//          before_id      id of the last meeting already seen, or null for the first page
//          limit         how many at most
// returns: id (of the anchor), name (of the anchor), meetings
MATCH (anchor:Entity {id: $anchor})
RETURN anchor.id AS id,
       coalesce(anchor.name, anchor.id) AS name,
       COLLECT {
         CALL (anchor) {
           MATCH (anchor)-[:ATTENDED]->(meeting:Meeting) RETURN meeting
           UNION
           MATCH (:Person {country: anchor.id})-[:ATTENDED]->(meeting:Meeting) RETURN meeting
           UNION
           MATCH (anchor)<-[:REPRESENTS]-(:Person)-[:ATTENDED]->(meeting:Meeting) RETURN meeting
           UNION
           MATCH (anchor)<-[:HELD_IN]-(meeting:Meeting) RETURN meeting
         }
         WITH meeting, coalesce(meeting.latest, date('0001-01-01')) AS day
         WHERE ($before_day IS NULL OR day < $before_day OR (day = $before_day AND meeting.id < $before_id))
           AND ($statuses IS NULL OR meeting.status IN $statuses)
           AND ($formats IS NULL OR meeting.format IN $formats)
           AND ($since IS NULL OR meeting.latest >= $since)
           AND ($until IS NULL OR meeting.earliest <= $until)
           AND ($person IS NULL OR EXISTS { (meeting)<-[:ATTENDED]-(:Person {id: $person}) })
           AND ($country IS NULL
                OR EXISTS { (meeting)<-[:ATTENDED]-(:Person {country: $country}) }
                OR EXISTS { (meeting)<-[:ATTENDED]-(:Person)-[:REPRESENTS]->(:Country {id: $country}) }
                OR EXISTS { (meeting)<-[:ATTENDED]-(:Country {id: $country}) })
           AND ($place IS NULL OR EXISTS { (meeting)-[:HELD_IN]->(:Place {id: $place}) })
         WITH meeting, day
         ORDER BY day DESC, meeting.id DESC
         LIMIT $limit
         OPTIONAL MATCH (meeting)-[:HELD_IN]->(place:Place)
         WITH meeting, day, head(collect(place)) AS place
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
                     role: seat.role, side: seat.side, title: seat.title}
             ORDER BY seat.side, guest.id
           },
           evidence: COLLECT {
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
           }
         }
         ORDER BY day DESC, meeting.id DESC
       } AS meetings
