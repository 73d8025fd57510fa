// No two articles share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_article_id IF NOT EXISTS
FOR (node:Article)
REQUIRE node.id IS UNIQUE
