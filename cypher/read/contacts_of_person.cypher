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
         WITH met, other, coalesce(toString(met.last), '') AS last
         WHERE ($before_last IS NULL OR last < $before_last OR (last = $before_last AND other.id < $before_id))
           AND met.independent_sources >= $sources
           AND ($country IS NULL OR EXISTS { (other)-[:REPRESENTS]->(:Country {id: $country}) })
           AND (($since IS NULL AND $until IS NULL) OR EXISTS {
             MATCH (other)-[theirs:ATTENDED]->(meeting:Meeting)<-[ours:ATTENDED]-(person)
             WHERE meeting.status = 'held'
               AND meeting.format IN ['in_person', 'unknown']
               AND theirs.side <> ours.side
               AND ($since IS NULL OR meeting.latest >= $since)
               AND ($until IS NULL OR meeting.earliest <= $until)
           })
         WITH met, other, last
         ORDER BY last DESC, other.id DESC
         LIMIT $limit
         CALL (person, other) {
           OPTIONAL MATCH (other)-[theirs:ATTENDED]->(meeting:Meeting)<-[ours:ATTENDED]-(person)
           WHERE meeting.status = 'held'
             AND meeting.format IN ['in_person', 'unknown']
             AND theirs.side <> ours.side
           WITH meeting
           ORDER BY coalesce(toString(meeting.latest), '') DESC, meeting.id DESC
           LIMIT 1
           OPTIONAL MATCH (meeting)-[:HELD_IN]->(place:Place)
           WITH meeting, place, COLLECT { MATCH (place)-[:IN]->(country:Country) RETURN country.id } AS countries
           RETURN CASE WHEN meeting IS NULL THEN NULL ELSE {
             id: meeting.id,
             date: meeting.date,
             earliest: toString(meeting.earliest),
             latest: toString(meeting.latest),
             place: CASE WHEN place IS NULL THEN NULL
                    ELSE {id: place.id, name: place.name, country: head(countries)} END,
             evidence: COLLECT {
               MATCH (meeting)<-[:SUPPORTS]-(claim:Claim)<-[:STATES]-(article:Article)
               WHERE claim.retracted_at IS NULL
                 AND EXISTS { (claim)-[:NAMES]->(person) }
                 AND EXISTS { (claim)-[:NAMES]->(other) }
               RETURN {
                 claim: claim.id, kind: claim.kind, status: claim.status, sentence: claim.sentence,
                 start: claim.start, end: claim.end, rule: claim.rule, confidence: claim.confidence,
                 said_on: toString(claim.said_on), article: article.id, title: article.title, url: article.url,
                 publisher: article.publisher, published: toString(article.published_at)
               }
               ORDER BY claim.confidence DESC, claim.said_on, claim.id
               LIMIT 3
             }
           } END AS last_meeting
         }
         RETURN {
           id: other.id,
           name: other.name,
           countries: COLLECT {
             MATCH (other)-[:REPRESENTS]->(country:Country)
             RETURN DISTINCT country.id AS country ORDER BY country
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
