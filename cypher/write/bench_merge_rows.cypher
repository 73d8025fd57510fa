// For the benchmark alone: the rows of articles merged as they are, without ledger, history or derivation.
//
// params:  rows   maps of article, claim, meeting, place, one and other (ids of two people)
// returns: nothing
UNWIND $rows AS row
MERGE (article:Article {id: row.article})
MERGE (claim:Claim {id: row.claim})
MERGE (meeting:Meeting {id: row.meeting})
MERGE (place:Place {id: row.place})
MERGE (one:Person {id: row.one})
MERGE (other:Person {id: row.other})
MERGE (article)-[:STATES]->(claim)
MERGE (claim)-[:SUPPORTS]->(meeting)
MERGE (claim)-[:NAMES]->(one)
MERGE (claim)-[:NAMES]->(other)
MERGE (one)-[:ATTENDED]->(meeting)
MERGE (other)-[:ATTENDED]->(meeting)
MERGE (meeting)-[:HELD_IN]->(place)
MERGE (one)-[:MET_WITH]->(other)
