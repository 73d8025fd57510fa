// What came into the ledger and what was taken back since a moment, in the order in which it became visible.
//
// params:  since   a moment (UTC): that of the last change already seen, or where to begin
//          after   key of the last change already seen; '' for those of the moment itself as well
//          limit   how many at most
// returns: key, change (recorded or retracted), at, claim, kind, status, sentence, confidence, article,
//          meeting (its id, or null), names
CALL () {
  MATCH (claim:Claim)
  WHERE claim.recorded_at >= $since
    AND (claim.recorded_at > $since OR $after = '' OR claim.id + ' recorded' > $after)
  WITH claim
  ORDER BY claim.recorded_at, claim.id
  LIMIT $limit
  RETURN claim, claim.recorded_at AS at, claim.id + ' recorded' AS key, 'recorded' AS change
  UNION ALL
  MATCH (claim:Claim)
  WHERE claim.retracted_at >= $since
    AND (claim.retracted_at > $since OR $after = '' OR claim.id + ' retracted' > $after)
  WITH claim
  ORDER BY claim.retracted_at, claim.id
  LIMIT $limit
  RETURN claim, claim.retracted_at AS at, claim.id + ' retracted' AS key, 'retracted' AS change
}
WITH claim, at, key, change
ORDER BY at, key
LIMIT $limit
MATCH (claim)<-[:STATES]-(article:Article)
RETURN key,
       change,
       at,
       claim.id AS claim,
       claim.kind AS kind,
       coalesce(claim.status, claim.polarity) AS status,
       claim.sentence AS sentence,
       claim.confidence AS confidence,
       article.id AS article,
       head(COLLECT { MATCH (claim)-[:SUPPORTS]->(meeting:Meeting) RETURN meeting.id }) AS meeting,
       COLLECT {
         MATCH (claim)-[:NAMES]->(entity)
         RETURN DISTINCT {id: entity.id, name: coalesce(entity.name, entity.id)} AS named
         ORDER BY named.id
       } AS names
ORDER BY at, key
