// Remove the MET_WITH edges with these ids.
//
// params:  edges   ids
// returns: nothing
UNWIND $edges AS wanted
MATCH ()-[edge:MET_WITH {id: wanted}]->()
DELETE edge
