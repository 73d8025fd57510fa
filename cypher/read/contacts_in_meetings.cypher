// Whom a person faces in meetings that pass some filters, the latest first, each with the last of these meetings
// and the sentences that state it. Counts are those of these meetings alone. No row if there is no such person.
//
// params:  person         id
//          statuses       list of meeting statuses
//          formats        list of meeting formats, or null for all
//          topic          a topic of the meetings, or null
//          since, until   days, both inclusive, or null: meetings that may have been in this period
//          place          id of the place, or null
//          host           ISO 3166 alpha-3 of the country in which the place lies, or null
//          floor          least confidence of a meeting, and of the surest claim that the two met there; 0 to 1
//          country        ISO 3166 alpha-3 of a country that the other represents, or null
//          party          id of a party that the other is a member of, or null
//          sources        least number of independent sources that state these meetings, or null
//          newest         the latest day to begin with: that of the last contact already seen; 9999-12-31 at first
//          before_id      id of the last contact already seen; null for the first page
//          limit          how many at most
// returns: id, name, contacts
MATCH (person:Person {id: $person})
WITH person, replace(replace(replace(person.id, '%', '%25'), '|', '%7C'), ' ', '%20') AS key
RETURN person.id AS id,
       person.name AS name,
       COLLECT {
         MATCH (person)-[:ATTENDED]->(meeting:Meeting)
         WHERE meeting.status IN $statuses
           AND meeting.confidence >= $floor
           AND ($formats IS NULL OR meeting.format IN $formats)
           AND ($topic IS NULL OR $topic IN meeting.topics)
           AND ($since IS NULL OR meeting.latest >= $since)
           AND ($until IS NULL OR meeting.earliest <= $until)
           AND (($place IS NULL AND $host IS NULL) OR EXISTS {
             MATCH (meeting)-[:HELD_IN]->(venue:Place)
             WHERE ($place IS NULL OR venue.id = $place)
               AND ($host IS NULL OR venue.country = $host)
           })
         MATCH (meeting)<-[:SUPPORTS]-(claim:Claim)-[:ABOUT]->(dyad)
         WHERE claim.status = meeting.status
           AND (dyad.id STARTS WITH key + '|' OR dyad.id ENDS WITH '|' + key)
         MATCH (claim)<-[:STATES]-(article:Article)
         WITH dyad, meeting, collect(DISTINCT claim.id) AS claims, collect(DISTINCT article) AS papers,
              max(claim.confidence) AS surest
         WHERE surest >= $floor
         WITH dyad, meeting, claims, papers
         ORDER BY meeting.day DESC, meeting.id DESC
         WITH CASE WHEN dyad.id STARTS WITH key + '|' THEN substring(dyad.id, size(key) + 1)
                   ELSE left(dyad.id, size(dyad.id) - size(key) - 1) END AS escaped,
              collect({meeting: meeting, claims: claims, papers: papers}) AS found
         MATCH (other:Person {id: replace(replace(replace(escaped, '%20', ' '), '%7C', '|'), '%25', '%')})
         WITH other, found,
              reduce(last = date('0001-01-01'), one IN found |
                     CASE WHEN one.meeting.latest > last THEN one.meeting.latest ELSE last END) AS day,
              COUNT { UNWIND found AS one UNWIND one.papers AS paper RETURN DISTINCT paper.story } AS stories
         WHERE (day < $newest OR (day = $newest AND ($before_id IS NULL OR other.id < $before_id)))
           AND ($sources IS NULL OR stories >= $sources)
           AND ($country IS NULL OR other.country = $country
                OR EXISTS { (other)-[:REPRESENTS]->(:Country {id: $country}) })
           AND ($party IS NULL OR EXISTS { (other)-[:MEMBER_OF]->(:Party {id: $party}) })
         WITH other, found, day, stories
         ORDER BY day DESC, other.id DESC
         LIMIT $limit
         WITH other, found, day, stories, head(found).claims AS claims, head(found).meeting.id AS latest
         MATCH (meeting:Meeting {id: latest})
         RETURN {
           id: other.id,
           name: other.name,
           countries: COLLECT {
             UNWIND [other.country] + COLLECT { MATCH (other)-[:REPRESENTS]->(of:Country) RETURN of.id } AS country
             WITH country
             WHERE country IS NOT NULL
             RETURN DISTINCT country ORDER BY country
           },
           meetings: size(found),
           first: toString(head(COLLECT {
             UNWIND found AS one
             WITH one.meeting.earliest AS first
             WHERE first IS NOT NULL
             RETURN first ORDER BY first
           })),
           last: CASE WHEN day > date('0001-01-01') THEN toString(day) END,
           articles: COUNT { UNWIND found AS one UNWIND one.papers AS paper RETURN DISTINCT paper },
           independent_sources: stories,
           last_meeting: {
             id: meeting.id,
             date: meeting.date,
             earliest: toString(meeting.earliest),
             latest: toString(meeting.latest),
             place: head(COLLECT {
               MATCH (meeting)-[:HELD_IN]->(venue:Place)
               RETURN {id: venue.id, name: venue.name, country: venue.country}
             }),
             evidence: COLLECT {
               UNWIND claims AS wanted
               MATCH (claim:Claim {id: wanted})<-[:STATES]-(article:Article)
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
         }
         ORDER BY day DESC, other.id DESC
       } AS contacts
