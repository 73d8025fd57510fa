// The partners of a country in the order of their codes, each with the sentences that say so.
// No row if the graph knows neither it nor anybody of it.
//
// params:  country   ISO 3166 alpha-3
//          other     only this partner: ISO 3166 alpha-3, or null
//          kind      only partners by this relation, or null
//          after     code of the last partner already seen; '' for the first page
//          limit     how many at most
// returns: id, name, partners
OPTIONAL MATCH (country:Country {id: $country})
WITH country
WHERE country IS NOT NULL
   OR EXISTS { (:Person {country: $country}) }
RETURN $country AS id,
       coalesce(country.name, $country) AS name,
       COLLECT {
         MATCH (country)-[tie:PARTNER_OF]-(other:Country)
         WHERE other.id > $after
           AND ($other IS NULL OR other.id = $other)
           AND ($kind IS NULL OR $kind IN tie.kinds)
         WITH tie, other
         ORDER BY other.id
         LIMIT $limit
         RETURN {
           id: other.id,
           name: coalesce(other.name, other.id),
           kinds: tie.kinds,
           claims: tie.claims,
           independent_sources: tie.independent_sources,
           first: toString(tie.first),
           last: toString(tie.last),
           evidence: COLLECT {
             MATCH (claim:Claim {bond: tie.id})<-[:STATES]-(article:Article)
             WHERE coalesce(claim.polarity, 'stated') = 'stated'
             RETURN {
               claim: claim.id, kind: claim.kind, status: coalesce(claim.status, claim.polarity),
               sentence: claim.sentence,
               start: claim.start, end: claim.end, rule: claim.rule, confidence: claim.confidence,
               said_on: toString(claim.said_on), article: article.id, title: article.title, url: article.url,
               publisher: article.publisher, published: toString(article.published_at)
             }
             ORDER BY claim.confidence DESC, claim.said_on, claim.id
             LIMIT 3
           }
         }
         ORDER BY other.id
       } AS partners
