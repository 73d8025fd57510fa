// Planned meetings from a day on, the nearest first, read along the index of statuses and days.
//
// params:  formats        list of meeting formats, or null for all
//          topic          one of its topics, or null
//          sources        least number of independent sources, or null
//          since, until   days, both inclusive, or null: meetings that may have been in this period
//          country        ISO 3166 alpha-3 of a country that took part, or null
//          pair           two countries that met there, as CUB|RUS, or null
//          attendees      list of ids of people and organizations who all took part, or null
//          party          id of a party of which a member took part, or null
//          place          id of the place, or null
//          host           ISO 3166 alpha-3 of the country in which the place lies, or null
//          oldest         the day to begin with: that of the last meeting already seen
//          after_id       id of the last meeting already seen; null for the first page
//          limit          how many at most
// returns: id, date, earliest, latest, status, format, place, groups, topics, confidence, articles,
//          independent_sources, participants, evidence
MATCH (meeting:Meeting)
USING INDEX meeting:Meeting(status, day, id)
WHERE meeting.status = 'planned'
  AND meeting.day >= $oldest
  AND meeting.id IS NOT NULL
  AND (meeting.day > $oldest OR $after_id IS NULL OR meeting.id > $after_id)
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
WITH meeting
ORDER BY meeting.status, meeting.day, meeting.id
LIMIT $limit
RETURN meeting.id AS id,
       meeting.date AS date,
       toString(meeting.earliest) AS earliest,
       toString(meeting.latest) AS latest,
       meeting.status AS status,
       meeting.format AS format,
       head(COLLECT {
         MATCH (meeting)-[:HELD_IN]->(venue:Place)
         RETURN {id: venue.id, name: venue.name, country: venue.country}
       }) AS place,
       meeting.groups AS groups,
       meeting.topics AS topics,
       meeting.confidence AS confidence,
       meeting.articles AS articles,
       meeting.independent_sources AS independent_sources,
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
         ORDER BY claim.confidence DESC, claim.said_on, claim.id
         LIMIT 3
       } AS evidence
ORDER BY meeting.day, meeting.id
