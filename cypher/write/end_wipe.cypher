// Say that nothing derived is left, and that writers may derive again.
//
// params:  none
// returns: nothing
MATCH (lock:Lock {id: 'write'})
REMOVE lock.wiping
