// Note the moment of a change of the ledger, so that the next one is later.
//
// params:  now   when
// returns: nothing
MATCH (lock:Lock {id: 'write'})
SET lock.moment = $now
