// Whom a person met, the latest contact first, each with the last meeting and the sentences that state it; read
// along the indexes of who met whom. A round of people on one side did not meet each other there.
// No row if there is no such person.
//
// params:  person        id
//          country       ISO 3166 alpha-3 of a country that the other represents, or null
//          party         id of a party that the other is a member of, or null
//          sources       least number of independent sources that state the contact, or null
//          new_since, new_until  days, both inclusive, or null: only those whom the person first met between them
//          quiet_since   a day, or null: only those whom the person last met before it
//          newest        the latest day to begin with: that of the last contact already seen; 9999-12-31 at first
//          before_id     id of the last contact already seen; null for the first page
//          limit         how many at most
// returns: id, name, contacts
MATCH (person:Person {id: $person})
RETURN person.id AS id,
       person.name AS name,
       COLLECT {
         CALL () {
           MATCH ()-[met:MET_WITH]->()
           WHERE met.source = $person
             AND met.day <= $newest
           WITH met, endNode(met) AS other
           WHERE (met.day < $newest OR $before_id IS NULL OR other.id < $before_id)
             AND ($sources IS NULL OR met.independent_sources >= $sources)
             AND ($new_since IS NULL OR met.first >= $new_since)
             AND ($new_until IS NULL OR met.first <= $new_until)
             AND ($quiet_since IS NULL OR met.last < $quiet_since)
             AND ($country IS NULL OR other.country = $country
                  OR EXISTS { (other)-[:REPRESENTS]->(:Country {id: $country}) })
             AND ($party IS NULL OR EXISTS { (other)-[:MEMBER_OF]->(:Party {id: $party}) })
           WITH met, other
           ORDER BY met.source DESC, met.day DESC, other.id DESC
           LIMIT $limit
           RETURN met, other
           UNION ALL
           MATCH ()-[met:MET_WITH]->()
           WHERE met.target = $person
             AND met.day <= $newest
           WITH met, startNode(met) AS other
           WHERE (met.day < $newest OR $before_id IS NULL OR other.id < $before_id)
             AND ($sources IS NULL OR met.independent_sources >= $sources)
             AND ($new_since IS NULL OR met.first >= $new_since)
             AND ($new_until IS NULL OR met.first <= $new_until)
             AND ($quiet_since IS NULL OR met.last < $quiet_since)
             AND ($country IS NULL OR other.country = $country
                  OR EXISTS { (other)-[:REPRESENTS]->(:Country {id: $country}) })
             AND ($party IS NULL OR EXISTS { (other)-[:MEMBER_OF]->(:Party {id: $party}) })
           WITH met, other
           ORDER BY met.target DESC, met.day DESC, other.id DESC
           LIMIT $limit
           RETURN met, other
         }
         WITH met, other
         ORDER BY met.day DESC, other.id DESC
         LIMIT $limit
         OPTIONAL CALL (met) {
           MATCH (:Dyad {id: substring(met.id, size('met:'))})<-[:ABOUT]-(claim:Claim)-[:SUPPORTS]->(meeting:Meeting)
           WHERE claim.status = 'held'
             AND meeting.status = 'held'
             AND NOT meeting.format IN ['video', 'phone']
           WITH meeting, collect(DISTINCT claim) AS claims
           ORDER BY meeting.day DESC, meeting.id DESC
           LIMIT 1
           RETURN {
             id: meeting.id,
             date: meeting.date,
             earliest: toString(meeting.earliest),
             latest: toString(meeting.latest),
             place: head(COLLECT {
               MATCH (meeting)-[:HELD_IN]->(venue:Place)
               RETURN {id: venue.id, name: venue.name, country: venue.country}
             }),
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
         ORDER BY met.day DESC, other.id DESC
       } AS contacts
