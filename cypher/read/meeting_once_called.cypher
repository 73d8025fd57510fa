// The meeting that had this id when the claim it was named after was its first; where that claim is gone, the
// meeting of the claim that took its place. No row if there is none.
//
// params:  meeting   id that a meeting had
// returns: id (that it has now)
MATCH (claim:Claim {meeting: $meeting})
MATCH path = (claim)-[:LED_TO*0..20]->(:Claim)-[:SUPPORTS]->(meeting:Meeting)
RETURN meeting.id AS id
ORDER BY length(path), id
LIMIT 1
