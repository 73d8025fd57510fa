// Remove those of these dyads that no claim is about.
//
// params:  dyads   ids
// returns: nothing
UNWIND $dyads AS wanted
MATCH (dyad:Dyad {id: wanted})
WHERE NOT EXISTS { (dyad)<-[:ABOUT]-() }
DELETE dyad
