// Claims about meetings in the order in which they were recorded, and of which meeting each is if that matches.
//
// params:  since       a moment: that of the last claim already seen
//          after       id of the last claim already seen
//          person      id of a person who must have attended, or null
//          country     id of a country that must have taken part, or null
//          place       id of the place, or null
//          statuses    list of meeting statuses, empty for all
//          limit       how many claims at most
// returns: claim, at, meeting (its id, or null), is_new (no claim about the meeting that stands is older)
MATCH (claim:Claim)
USING INDEX claim:Claim(recorded_at)
WHERE claim.recorded_at >= $since
  AND (claim.recorded_at > $since OR claim.id > $after)
WITH claim
ORDER BY claim.recorded_at, claim.id
LIMIT $limit
OPTIONAL MATCH (claim)-[:SUPPORTS]->(meeting:Meeting)
WHERE claim.retracted_at IS NULL
  AND (size($statuses) = 0 OR meeting.status IN $statuses)
  AND ($person IS NULL OR EXISTS { (meeting)<-[:ATTENDED]-(:Person {id: $person}) })
  AND ($place IS NULL OR EXISTS { (meeting)-[:HELD_IN]->(:Place {id: $place}) })
  AND ($country IS NULL
       OR EXISTS { MATCH (meeting)<-[seat:ATTENDED]-(guest) WHERE seat.country = $country OR guest.id = $country })
WITH claim, head(collect(meeting)) AS meeting
RETURN claim.id AS claim,
       claim.recorded_at AS at,
       meeting.id AS meeting,
       NOT EXISTS {
         MATCH (meeting)<-[:SUPPORTS]-(other:Claim)
         WHERE other.retracted_at IS NULL
           AND other.recorded_at < claim.recorded_at
       } AS is_new
ORDER BY at, claim
