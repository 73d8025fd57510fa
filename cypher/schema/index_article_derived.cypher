// A rebuild finds the articles that it has still to derive.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_derived IF NOT EXISTS
FOR (node:Article)
ON (node.derived, node.id)
