// The copies of a story are found by its id.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_story IF NOT EXISTS
FOR (node:Article)
ON (node.story)
