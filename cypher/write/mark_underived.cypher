// Mark some articles as to be derived.
//
// params:  limit   how many at most
// returns: removed (how many marks)
MATCH (article:Article)
  USING INDEX article:Article(derived, id)
WHERE article.derived = true
  AND article.id > ''
WITH article LIMIT $limit
SET article.derived = false
RETURN count(*) AS removed
