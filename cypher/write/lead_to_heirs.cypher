// Say of claims that are gone which other claim is now about what they were about, so that the ids of meetings
// that they gave still find the meeting.
//
// params:  heirs   maps of claim and heir (ids); sorted by claim
// returns: nothing
UNWIND $heirs AS row
MATCH (claim:Claim {id: row.claim})
MATCH (heir:Claim {id: row.heir})
OPTIONAL MATCH (claim)-[earlier:LED_TO]->()
DELETE earlier
WITH DISTINCT claim, heir
CREATE (claim)-[:LED_TO]->(heir)
