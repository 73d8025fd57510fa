// The meetings that these claims support now.
//
// params:  claims   ids
// returns: id, digest
UNWIND $claims AS wanted
MATCH (:Claim {id: wanted})-[:SUPPORTS]->(meeting:Meeting)
RETURN DISTINCT meeting.id AS id,
       meeting.digest AS digest
