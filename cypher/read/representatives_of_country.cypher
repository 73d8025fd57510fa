// Who represents a country, in the order of their ids: all whom the graph knows, or those in office on a day, each
// with the sentences that say so. No row if the graph knows neither it nor anybody of it.
//
// params:  country   ISO 3166 alpha-3
//          on        a day, or null for any time
//          after_id, after_title   id and title of the last one already seen; both '' for the first page
//          limit     how many at most
// returns: id (of the country), name (of the country), representatives
OPTIONAL MATCH (country:Country {id: $country})
WITH country
WHERE country IS NOT NULL
   OR EXISTS { (:Person {country: $country}) }
RETURN $country AS id,
       coalesce(country.name, $country) AS name,
       COLLECT {
         MATCH (country)<-[office:REPRESENTS]-(person:Person)
         WHERE (person.id > $after_id OR (person.id = $after_id AND office.title > $after_title))
           AND ($on IS NULL OR any(term IN office.terms WHERE
             (split(term, '/')[0] = '..' OR split(term, '/')[0] <= toString($on))
             AND (split(term, '/')[1] = '..' OR toString($on) <= split(term, '/')[1])))
         WITH office, person
         ORDER BY person.id, office.title
         LIMIT $limit
         RETURN {
           id: person.id,
           name: coalesce(person.name, person.id),
           title: office.title,
           post: office.post,
           since: toString(office.since),
           until: toString(office.until),
           terms: office.terms,
           first: toString(office.first),
           last: toString(office.last),
           reported: coalesce(office.first <= $on AND $on <= office.last, false),
           claims: office.claims,
           independent_sources: office.independent_sources,
           evidence: COLLECT {
             MATCH (claim:Claim {bond: office.id})<-[:STATES]-(article:Article)
             RETURN {
               claim: claim.id, kind: claim.kind, status: claim.polarity, sentence: claim.sentence,
               start: claim.start, end: claim.end, rule: claim.rule, confidence: claim.confidence,
               said_on: toString(claim.said_on), article: article.id, title: article.title, url: article.url,
               publisher: article.publisher, published: toString(article.published_at)
             }
             ORDER BY claim.confidence DESC, claim.said_on, claim.id
             LIMIT 3
           }
         }
         ORDER BY person.id, office.title
       } AS representatives
