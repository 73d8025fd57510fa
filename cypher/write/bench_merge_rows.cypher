// For the benchmark alone: the rows of articles merged as they are, without ledger, history or derivation.
//
// params:  rows   maps of article (its properties), claims (maps of properties, and names, which are ids),
//                 meeting, place, people (ids, the host first) and mentions (ids)
// returns: nothing
UNWIND $rows AS row
MERGE (article:Article {id: row.article.id})
SET article = row.article
MERGE (meeting:Meeting {id: row.meeting})
MERGE (place:Entity {id: row.place})
MERGE (meeting)-[:HELD_IN]->(place)
MERGE (host:Entity {id: row.people[0]})
MERGE (host)-[:ATTENDED]->(meeting)
FOREACH (person IN row.people[1..] |
  MERGE (guest:Entity {id: person})
  MERGE (guest)-[:ATTENDED]->(meeting)
  MERGE (host)-[:MET_WITH]->(guest)
)
FOREACH (mentioned IN row.mentions |
  MERGE (entity:Entity {id: mentioned})
  MERGE (article)-[:MENTIONS]->(entity)
)
FOREACH (said IN row.claims |
  MERGE (claim:Claim {id: said.properties.id})
  SET claim = said.properties
  MERGE (article)-[:STATES]->(claim)
  MERGE (claim)-[:SUPPORTS]->(meeting)
  FOREACH (named IN said.names |
    MERGE (entity:Entity {id: named})
    MERGE (claim)-[:NAMES]->(entity)
  )
)
