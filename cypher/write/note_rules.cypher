// Note by which version of the rules the derived graph is made.
//
// params:  rules   the version
// returns: nothing
MATCH (lock:Lock {id: 'write'})
SET lock.rules = $rules
