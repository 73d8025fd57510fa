// Versions of one page are found by its address.
//
// params:  none
// returns: nothing
CREATE INDEX index_article_address IF NOT EXISTS
FOR (node:Article)
ON (node.address)
