// Copies of an article are found by words that their sketches share.
//
// params:  none
// returns: nothing
CREATE FULLTEXT INDEX search_anchors IF NOT EXISTS
FOR (node:Article)
ON EACH [node.anchors]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
