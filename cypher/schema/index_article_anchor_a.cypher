// Articles that may be copies of one report, by value a of their sketches.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_anchor_a IF NOT EXISTS
FOR (node:Article)
ON (node.anchor_a)
