// Meetings in which somebody sat for a country, or it sat itself, the latest first, read along the index of its
// seats. No row if the graph knows neither it nor anybody of it.
//
// params:  anchor         ISO 3166 alpha-3 of the country
//          statuses       list of meeting statuses, or null for all
//          formats        list of meeting formats, or null for all
//          topic          one of its topics, or null
//          sources        least number of independent sources, or null
//          since, until   days, both inclusive, or null: meetings that may have been in this period
//          country        ISO 3166 alpha-3 of a country that took part, or null
//          pair           two countries that met there, as CUB|RUS, or null
//          attendees      list of ids of people and organizations who all took part, or null
//          party          id of a party of which a member took part, or null
//          place          id of the place, or null
//          host           ISO 3166 alpha-3 of the country in which the place lies, or null
//          newest         the latest day to begin with: that of the last meeting already seen; 9999-12-31 at first
//          oldest         the day to end with, inclusive: 0001-01-01 for meetings without any day as well
//          before_id      id of the last meeting already seen; null for the first page
//          limit          how many at most
// returns: id (of the country), name (of the country), meetings
OPTIONAL MATCH (anchor:Country {id: $anchor})
WITH anchor
WHERE anchor IS NOT NULL
   OR EXISTS { (:Person {country: $anchor}) }
RETURN $anchor AS id,
       coalesce(anchor.name, $anchor) AS name,
       COLLECT {
         MATCH ()-[own:ATTENDED]->(meeting:Meeting)
         WHERE own.country = $anchor
           AND own.day <= $newest
           AND own.day >= $oldest
           AND (own.day < $newest OR $before_id IS NULL OR meeting.id < $before_id)
           AND ($statuses IS NULL OR meeting.status IN $statuses)
           AND ($formats IS NULL OR meeting.format IN $formats)
           AND ($topic IS NULL OR $topic IN meeting.topics)
           AND ($sources IS NULL OR meeting.independent_sources >= $sources)
           AND ($since IS NULL OR meeting.latest >= $since)
           AND ($until IS NULL OR meeting.earliest <= $until)
           AND ($country IS NULL OR $country IN meeting.countries)
           AND ($pair IS NULL OR $pair IN meeting.country_pairs)
           AND ($attendees IS NULL
                OR COUNT { (meeting)<-[:ATTENDED]-(guest WHERE guest.id IN $attendees) } = size($attendees))
           AND ($party IS NULL OR EXISTS { (meeting)<-[:ATTENDED]-(:Person)-[:MEMBER_OF]->(:Party {id: $party}) })
           AND (($place IS NULL AND $host IS NULL) OR EXISTS {
             MATCH (meeting)-[:HELD_IN]->(venue:Place)
             WHERE ($place IS NULL OR venue.id = $place)
               AND ($host IS NULL OR venue.country = $host)
           })
         WITH DISTINCT own.country AS of, own.day AS day, meeting
         ORDER BY of DESC, day DESC, meeting.id DESC
         LIMIT $limit
         RETURN {
           id: meeting.id,
           date: meeting.date,
           earliest: toString(meeting.earliest),
           latest: toString(meeting.latest),
           status: meeting.status,
           format: meeting.format,
           place: head(COLLECT {
             MATCH (meeting)-[:HELD_IN]->(venue:Place)
             RETURN {id: venue.id, name: venue.name, country: venue.country}
           }),
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
