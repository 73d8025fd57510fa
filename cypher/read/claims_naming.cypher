// What articles say of a person, the latest said first: the live claims that name them, with their articles.
// No row if there is no such person.
//
// params:  person      id
//          newest      the latest day to begin with: that of the last claim already seen; 9999-12-31 at first
//          before_id   id of the last claim already seen; null for the first page
//          limit       how many at most
// returns: id, name, claims
MATCH (person:Person {id: $person})
RETURN person.id AS id,
       person.name AS name,
       COLLECT {
         MATCH (person)<-[:NAMES]-(claim:Claim)<-[:STATES]-(article:Article)
         WHERE claim.retracted_at IS NULL
         WITH DISTINCT claim, article, coalesce(claim.said_on, date('0001-01-01')) AS day
         WHERE day < $newest OR (day = $newest AND ($before_id IS NULL OR claim.id < $before_id))
         WITH claim, article, day
         ORDER BY day DESC, claim.id DESC
         LIMIT $limit
         RETURN {
           claim: claim.id,
           kind: claim.kind,
           status: coalesce(claim.status, claim.polarity),
           sentence: claim.sentence,
           start: claim.start,
           end: claim.end,
           rule: claim.rule,
           confidence: claim.confidence,
           said_on: toString(claim.said_on),
           article: article.id,
           title: article.title,
           url: article.url,
           publisher: article.publisher,
           published: toString(article.published_at)
         }
         ORDER BY day DESC, claim.id DESC
       } AS claims
