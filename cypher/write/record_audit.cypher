// Note who changed what.
//
// params:  entry   map of id, at, actor, actor_name, action, target, address and request_id
// returns: nothing
MERGE (entry:AuditEntry {id: $entry.id})
SET entry = $entry
