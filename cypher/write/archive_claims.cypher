// Keep these claims as they stood, under an id of their own, before they are written anew.
//
// params:  claims   maps of id, and archived (the id under which it is kept)
//          now      when
// returns: nothing
UNWIND $claims AS row
MATCH (claim:Claim {id: row.id})
MATCH (article:Article)-[:STATES]->(claim)
MERGE (article)-[:STATES]->(kept:Claim {id: row.archived})
SET kept = claim {
  .*, id: row.archived, current: claim.id, bond: null, post: null, retracted_at: coalesce(claim.retracted_at, $now),
  archived_at: $now
}
