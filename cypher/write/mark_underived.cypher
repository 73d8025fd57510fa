// Mark some articles as to be derived.
//
// params:  limit   how many at most
// returns: removed (how many marks)
MATCH (article:Article {derived: true})
WITH article LIMIT $limit
SET article.derived = false
RETURN count(*) AS removed
