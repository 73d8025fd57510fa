// Articles are counted and listed by state.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_state IF NOT EXISTS
FOR (node:Article)
ON (node.state, node.id)
