// The articles of which the ledger says something else than at a moment.
//
// params:  moment   when
// returns: id
MATCH (article:Article)
WHERE article.changed_at > $moment
RETURN article.id AS id
