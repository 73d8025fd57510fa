// Articles of before there was a history count as known since they were received, or retracted.
//
// params:  none
// returns: nothing
MATCH (article:Article)
WHERE article.changed_at IS NULL
SET article.changed_at = coalesce(article.retracted_at, article.received_at)
