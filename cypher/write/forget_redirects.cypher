// Say that these ids lead nowhere else any more.
//
// params:  entities   ids
// returns: nothing
UNWIND $entities AS wanted
MATCH (redirect:Redirect {id: wanted})
DELETE redirect
