// The journal of decisions as it was at a moment. Only for a transaction that is rolled back.
//
// params:  decisions   ids of those made or undone since
//          moment      when
// returns: nothing
UNWIND $decisions AS wanted
MATCH (decision:Decision {id: wanted})
WITH decision, decision.decided_at > $moment AS later
FOREACH (_ IN CASE WHEN later THEN [] ELSE [1] END | REMOVE decision.revoked_at, decision.revoked_by)
FOREACH (_ IN CASE WHEN later THEN [1] ELSE [] END | DELETE decision)
