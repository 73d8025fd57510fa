// The meetings that were reported last and match, with when they first and last were: for feeds. Looks back over
// so many claims about meetings and no further, so that the cost does not grow with the graph.
//
// params:  now         a moment; what was recorded later is left out
//          claims      over how many claims about meetings to look back
//          person      id of a person who must have attended, or null
//          country     id of a country that must have taken part, or null
//          place       id of the place, or null
//          statuses    list of meeting statuses, empty for all
//          limit       how many meetings at most
// returns: id, date, status, format, place (its name, or null), participants, reported, updated, sentence,
//          claim, article (ids, of the sentence), url
MATCH (claim:Claim)
USING INDEX claim:Claim(kind, recorded_at)
WHERE claim.kind = 'meeting'
  AND claim.recorded_at <= $now
WITH claim
ORDER BY claim.kind DESC, claim.recorded_at DESC
LIMIT $claims
MATCH (claim)-[:SUPPORTS]->(meeting:Meeting)
WHERE claim.retracted_at IS NULL
  AND (size($statuses) = 0 OR meeting.status IN $statuses)
  AND ($person IS NULL OR EXISTS { (meeting)<-[:ATTENDED]-(:Person {id: $person}) })
  AND ($place IS NULL OR EXISTS { (meeting)-[:HELD_IN]->(:Place {id: $place}) })
  AND ($country IS NULL
       OR EXISTS { MATCH (meeting)<-[seat:ATTENDED]-(guest) WHERE seat.country = $country OR guest.id = $country })
WITH meeting, max(claim.recorded_at) AS updated
ORDER BY updated DESC, meeting.id
LIMIT $limit
MATCH (meeting)<-[:SUPPORTS]-(claim:Claim)<-[:STATES]-(article:Article)
WHERE claim.retracted_at IS NULL
WITH meeting, updated, claim, article
ORDER BY claim.confidence DESC, claim.said_on, claim.id
WITH meeting, updated, min(claim.recorded_at) AS reported, collect({sentence: claim.sentence, claim: claim.id, article: article.id, url: article.url})[0] AS first
RETURN meeting.id AS id,
       meeting.date AS date,
       meeting.status AS status,
       meeting.format AS format,
       head(COLLECT { MATCH (meeting)-[:HELD_IN]->(place) RETURN place.name ORDER BY place.id }) AS place,
       COLLECT {
         MATCH (meeting)<-[seat:ATTENDED]-(guest)
         RETURN coalesce(guest.name, guest.id)
         ORDER BY seat.side, guest.id
       } AS participants,
       reported,
       updated,
       first.sentence AS sentence,
       first.claim AS claim,
       first.article AS article,
       first.url AS url
ORDER BY updated DESC, id
