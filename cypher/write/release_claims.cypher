// Cut these claims off from all that is derived.
//
// params:  claims   ids
// returns: nothing
UNWIND $claims AS wanted
MATCH (claim:Claim {id: wanted})
REMOVE claim.bond, claim.post
WITH claim
MATCH (claim)-[edge:NAMES|ABOUT|SUPPORTS]->()
DELETE edge
