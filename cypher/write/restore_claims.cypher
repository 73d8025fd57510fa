// The claims of articles as they were at a moment; those not stated by then count as retired, until they are
// removed. Only for a transaction that is rolled back.
//
// params:  articles   ids of those that changed since
//          moment     when
// returns: nothing
UNWIND $articles AS wanted
MATCH (:Article {id: wanted})-[:STATES]->(claim:Claim)
WHERE claim.current IS NULL
OPTIONAL MATCH (:Article {id: wanted})-[:STATES]->(kept:Claim {current: claim.id})
WHERE kept.recorded_at <= $moment
  AND kept.archived_at > $moment
FOREACH (_ IN CASE WHEN kept IS NOT NULL THEN [1] ELSE [] END |
  SET claim = kept {.*, id: claim.id, current: null, archived_at: null, bond: claim.bond, post: claim.post}
)
SET claim.retracted_at = CASE
  WHEN claim.recorded_at > $moment THEN $moment
  WHEN claim.retracted_at > $moment THEN null
  ELSE claim.retracted_at
END
