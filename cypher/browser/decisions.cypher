// What was decided about identities, the latest first, with whom it is about as far as they are still there.
//
// params:  none
// returns: decision, entity
MATCH (decision:Decision)
WITH decision
ORDER BY decision.decided_at DESC, decision.id
LIMIT 50
OPTIONAL MATCH (entity:Entity)
WHERE entity.id IN [decision.entity, decision.other]
RETURN decision, entity
