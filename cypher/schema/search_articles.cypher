// Articles and claims are searched by words of their title and sentence.
//
// params:  none
// returns: nothing
CREATE FULLTEXT INDEX search_articles IF NOT EXISTS
FOR (node:Article|Claim)
ON EACH [node.title, node.sentence]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
