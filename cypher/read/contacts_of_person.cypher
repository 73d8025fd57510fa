// Whom a person met, the latest contact first, each with the last meeting and the sentences that state it.
// A round of people on one side did not meet each other, so only meetings across sides count.
// No row if there is no such person.
//
// params:  person        id
//          country       ISO 3166 alpha-3 of a country the other represents, or null
//          since, until  days, both inclusive, or null: only those met in this period
//          sources       least number of independent sources that state the contact
//          before_last   `last` of the last contact already seen, or null for the first page
//          before_id      id of the last contact already seen, or null for the first page
//          limit         how many at most
// returns: id, name, contacts
MATCH (person:Person {id: $person})
RETURN person.id AS id,
       person.name AS name,
       COLLECT {
         MATCH (person)-[met:MET_WITH]-(other:Person)
         WITH met, other, coalesce(toString(met.last), '') AS last,
              substring(met.id, size('met:')) AS dyad
         WHERE ($before_last IS NULL OR last < $before_last OR (last = $before_last AND other.id < $before_id))
           AND met.independent_sources >= $sources
           AND ($country IS NULL OR other.country = $country
                OR EXISTS { (other)-[:REPRESENTS]->(:Country {id: $country}) })
           AND (($since IS NULL AND $until IS NULL) OR EXISTS {
             MATCH (:Dyad {id: dyad})<-[:ABOUT]-(claim:Claim {status: 'held'})-[:SUPPORTS]->(meeting:Meeting)
             WHERE meeting.status = 'held'
               AND NOT meeting.format IN ['video', 'phone']
               AND ($since IS NULL OR meeting.latest >= $since)
               AND ($until IS NULL OR meeting.earliest <= $until)
           })
         WITH met, other, last, dyad
         ORDER BY last DESC, other.id DESC
         LIMIT $limit
         OPTIONAL CALL (dyad) {
           MATCH (:Dyad {id: dyad})<-[:ABOUT]-(claim:Claim {status: 'held'})-[:SUPPORTS]->(meeting:Meeting)
           WHERE meeting.status = 'held'
             AND NOT meeting.format IN ['video', 'phone']
           WITH meeting, collect(DISTINCT claim) AS claims
           ORDER BY coalesce(toString(meeting.latest), '') DESC, meeting.id DESC
           LIMIT 1
           OPTIONAL MATCH (meeting)-[:HELD_IN]->(place:Place)
           RETURN {
             id: meeting.id,
             date: meeting.date,
             earliest: toString(meeting.earliest),
             latest: toString(meeting.latest),
             place: CASE WHEN place IS NOT NULL THEN {id: place.id, name: place.name, country: place.country} END,
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
               LIMIT 3
             }
           } AS last_meeting
         }
         RETURN {
           id: other.id,
           name: other.name,
           countries: COLLECT {
             UNWIND [other.country] + COLLECT { MATCH (other)-[:REPRESENTS]->(of:Country) RETURN of.id } AS country
             WITH country
             WHERE country IS NOT NULL
             RETURN DISTINCT country ORDER BY country
           },
           meetings: met.meetings,
           first: toString(met.first),
           last: toString(met.last),
           articles: met.articles,
           independent_sources: met.independent_sources,
           last_meeting: last_meeting
         }
         ORDER BY last DESC, other.id DESC
       } AS contacts
