// The properties of articles as they were at a moment; those unknown then count as retracted, until they are
// removed. Only for a transaction that is rolled back.
//
// params:  articles   ids of those that changed since
//          moment     when
// returns: nothing
UNWIND $articles AS wanted
MATCH (article:Article {id: wanted})
OPTIONAL MATCH (article)-[:WAS]->(edition:Edition)
WHERE edition.changed_at <= $moment
  AND edition.until > $moment
FOREACH (_ IN CASE WHEN edition IS NULL THEN [1] ELSE [] END |
  SET article.state = 'retracted', article.derived = false
)
FOREACH (_ IN CASE WHEN edition IS NOT NULL THEN [1] ELSE [] END |
  SET article = edition {.*, until: null, derived: edition.state IN ['done', 'nothing_found']}
)
