// The meeting that had this id when the claim it was named after was its first. No row if there is none.
//
// params:  meeting   id that a meeting had
// returns: id (that it has now)
MATCH (:Claim {meeting: $meeting})-[:SUPPORTS]->(meeting:Meeting)
RETURN meeting.id AS id
LIMIT 1
