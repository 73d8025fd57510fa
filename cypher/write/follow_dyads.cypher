// Say which dyads claims are about, and on which days (both inclusive) their meeting can have been.
//
// params:  sightings   maps of claim, dyad, start and end; sorted by dyad, then claim
// returns: nothing
UNWIND $sightings AS row
MATCH (claim:Claim {id: row.claim})
MERGE (dyad:Dyad {id: row.dyad})
CREATE (claim)-[:ABOUT {start: row.start, end: row.end}]->(dyad)
