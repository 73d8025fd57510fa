// Remove what the ledger holds of articles that it did not hold at a moment. Only for a transaction that is
// rolled back.
//
// params:  articles   ids of those that changed since
//          moment     when
// returns: nothing
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
CALL (article) {
  MATCH (article)-[:STATES]->(later:Claim)
  WHERE later.recorded_at > $moment
     OR later.archived_at > $moment
  RETURN later
  UNION
  MATCH (article)-[:WAS]->(later:Edition)
  WHERE later.until > $moment
  RETURN later
  UNION
  WITH article AS later
  WHERE later.changed_at > $moment
  RETURN later
}
// A node that was written and removed in one transaction would still be found along indexes, and break reads.
SET later = {}
DETACH DELETE later
