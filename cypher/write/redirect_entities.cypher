// Say where the ids of entities that were merged away lead.
//
// params:  redirects   maps of id and target; sorted by id
// returns: nothing
UNWIND $redirects AS row
MERGE (redirect:Redirect {id: row.id})
SET redirect.target = row.target
