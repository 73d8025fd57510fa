// Everything an article states, in the order of its text. No row if the ledger does not hold the article.
//
// params:  article       id
//          after_start   offset of the last claim already seen; -1 for the first page
//          after_id      id of the last claim already seen; '' for the first page
//          retracted     true for claims that no longer stand as well
//          limit         how many at most
// returns: id (of the article), claims
MATCH (article:Article {id: $article})
RETURN article.id AS id,
       COLLECT {
         MATCH (article)-[:STATES]->(claim:Claim)
         WHERE (claim.start > $after_start OR (claim.start = $after_start AND claim.id > $after_id))
           AND ($retracted OR claim.retracted_at IS NULL)
         WITH claim
         ORDER BY claim.start, claim.id
         LIMIT $limit
         RETURN {
           id: claim.id,
           kind: claim.kind,
           status: claim.status,
           format: claim.format,
           date: claim.date,
           relation: claim.relation,
           polarity: claim.polarity,
           title: claim.title,
           role: claim.role,
           groups: claim.groups,
           topics: claim.topics,
           sentence: claim.sentence,
           start: claim.start,
           end: claim.end,
           rule: claim.rule,
           confidence: claim.confidence,
           recorded_at: claim.recorded_at,
           retracted_at: claim.retracted_at,
           names: COLLECT {
             MATCH (claim)-[named:NAMES]->(entity)
             RETURN {id: entity.id, name: coalesce(entity.name, entity.id),
                     kind: toLower(head([label IN labels(entity) WHERE label <> 'Entity'])),
                     role: named.role, mention: named.mention}
             ORDER BY named.role, entity.id
           },
           meeting: head(COLLECT { MATCH (claim)-[:SUPPORTS]->(meeting:Meeting) RETURN meeting.id })
         }
         ORDER BY claim.start, claim.id
       } AS claims
