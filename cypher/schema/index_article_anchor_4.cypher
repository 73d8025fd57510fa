// Articles that may be copies of one report, by value 4 of their sketches.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_anchor_4 IF NOT EXISTS
FOR (node:Article)
ON (node.anchor_4)
