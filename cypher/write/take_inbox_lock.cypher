// Let one at a time lease from the inbox, until this transaction ends.
//
// params:  none
// returns: nothing
MERGE (lock:Lock {id: 'inbox'})
SET lock.id = 'inbox'
