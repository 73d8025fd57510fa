// Let one at a time lease deliveries, until this transaction ends.
//
// params:  none
// returns: nothing
MERGE (lock:Lock {id: 'webhooks'})
SET lock.id = 'webhooks'
