// Wait until no other writer is at work, and keep others waiting until this transaction ends.
// Writing to the lock node takes its lock, also when nothing changes.
//
// params:  none
// returns: wiping (true while a rebuild takes the derived graph down),
//          moment (of the last change of the ledger, or null),
//          decided (whether anything was ever decided about identities)
MATCH (lock:Lock {id: 'write'})
SET lock.id = 'write'
RETURN coalesce(lock.wiping, false) AS wiping,
       lock.moment AS moment,
       COUNT { (:Decision) } > 0 AS decided
