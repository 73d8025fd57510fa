// By which version of the rules the derived graph was made.
//
// params:  none
// returns: rules (0 for a graph from before they had versions), articles (whether there are any)
MATCH (lock:Lock {id: 'write'})
RETURN coalesce(lock.rules, 0) AS rules,
       EXISTS { (:Article) } AS articles
