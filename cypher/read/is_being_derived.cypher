// Whether the derived graph is only partly there: a rebuild takes it down, or puts it up again.
//
// params:  none
// returns: being_derived
MATCH (lock:Lock {id: 'write'})
RETURN coalesce(lock.wiping, false)
       OR EXISTS {
         MATCH (article:Article)
           USING INDEX article:Article(derived, id)
         WHERE article.derived = false
           AND article.id > ''
           AND article.state IN ['done', 'nothing_found']
       } AS being_derived
