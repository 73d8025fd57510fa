// Articles with a derived part that share an anchor with one of those given: what may be copies of it.
//
// params:  sketches   the anchors of each, with spaces between them
// returns: id, story, published_at, passages, sketch
UNWIND $sketches AS anchors
CALL db.index.fulltext.queryNodes('search_anchors', anchors) YIELD node AS article
WITH DISTINCT article
WHERE article.derived
  AND article.sketch IS NOT NULL
RETURN article.id AS id,
       article.story AS story,
       article.published_at AS published_at,
       article.passages AS passages,
       article.sketch AS sketch
