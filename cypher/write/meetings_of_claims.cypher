// The meetings that these claims support now.
//
// params:  claims   ids
// returns: id, digest, claims (those of these that support it)
UNWIND $claims AS wanted
MATCH (:Claim {id: wanted})-[:SUPPORTS]->(meeting:Meeting)
RETURN meeting.id AS id,
       meeting.digest AS digest,
       collect(wanted) AS claims
