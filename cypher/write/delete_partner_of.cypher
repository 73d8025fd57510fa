// Remove the PARTNER_OF edges with these ids.
//
// params:  edges   ids
// returns: nothing
UNWIND $edges AS wanted
MATCH ()-[edge:PARTNER_OF {id: wanted}]->()
DELETE edge
