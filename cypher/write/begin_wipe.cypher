// Say that the derived graph is being taken down: until that is done, writers record and do not derive.
//
// params:  none
// returns: nothing
MATCH (lock:Lock {id: 'write'})
SET lock.wiping = true
