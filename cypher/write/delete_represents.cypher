// Remove the REPRESENTS edges with these ids.
//
// params:  edges   ids
// returns: nothing
UNWIND $edges AS wanted
MATCH ()-[edge:REPRESENTS {id: wanted}]->()
DELETE edge
