// Articles are found by the day they were published.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_published IF NOT EXISTS
FOR (node:Article)
ON (node.published_at, node.id)
