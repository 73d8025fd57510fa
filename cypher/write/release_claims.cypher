// Cut these claims off from all that is derived.
//
// params:  claims   ids
// returns: nothing
UNWIND $claims AS wanted
MATCH (:Claim {id: wanted})-[edge:NAMES|ABOUT|SUPPORTS]->()
DELETE edge
