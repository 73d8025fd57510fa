// Articles that may be copies of one report, by value 5 of their sketches.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_anchor_5 IF NOT EXISTS
FOR (node:Article)
ON (node.anchor_5)
