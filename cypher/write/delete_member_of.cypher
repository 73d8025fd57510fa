// Remove the MEMBER_OF edges with these ids.
//
// params:  edges   ids
// returns: nothing
UNWIND $edges AS wanted
MATCH ()-[edge:MEMBER_OF {id: wanted}]->()
DELETE edge
