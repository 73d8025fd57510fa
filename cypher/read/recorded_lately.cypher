// What became of the articles of which the ledger has learnt something since a moment, whoever read them, and when
// it last learnt anything. Costs as much as was learnt since.
//
// params:  since   a moment
// returns: done, nothing_found, superseded, retracted (how many articles), last_change (a moment, or null)
WITH COLLECT {
       MATCH (article:Article)
       WHERE article.changed_at > $since
       RETURN article.state
     } AS states
RETURN size([state IN states WHERE state = 'done']) AS done,
       size([state IN states WHERE state = 'nothing_found']) AS nothing_found,
       size([state IN states WHERE state = 'superseded']) AS superseded,
       size([state IN states WHERE state = 'retracted']) AS retracted,
       head(COLLECT { MATCH (lock:Lock {id: 'write'}) RETURN lock.moment }) AS last_change
