// Articles that may be copies of one report, by value 8 of their sketches.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_anchor_8 IF NOT EXISTS
FOR (node:Article)
ON (node.anchor_8)
