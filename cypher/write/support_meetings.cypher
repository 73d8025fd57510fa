// Say which claims support meetings.
//
// params:  supports   maps of meeting and claim; sorted by claim
// returns: nothing
UNWIND $supports AS row
MATCH (meeting:Meeting {id: row.meeting})
MATCH (claim:Claim {id: row.claim})
CREATE (claim)-[:SUPPORTS]->(meeting)
