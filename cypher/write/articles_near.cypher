// Articles with a derived part that share an anchor with one of those given and can be of its days: what may be
// copies of it.
//
// params:  imprints   maps of anchors (a list of sixteen), earliest and latest (days, both inclusive, or null)
// returns: id, story, published_at, passages, sketch
UNWIND $imprints AS imprint
WITH imprint,
     imprint.anchors AS anchors
CALL (anchors) {
  MATCH (article:Article {anchor_0: anchors[0]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_1: anchors[1]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_2: anchors[2]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_3: anchors[3]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_4: anchors[4]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_5: anchors[5]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_6: anchors[6]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_7: anchors[7]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_8: anchors[8]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_9: anchors[9]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_a: anchors[10]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_b: anchors[11]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_c: anchors[12]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_d: anchors[13]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_e: anchors[14]})
  RETURN article
  UNION
  MATCH (article:Article {anchor_f: anchors[15]})
  RETURN article
}
WITH imprint, article
WHERE article.derived
  AND (imprint.earliest IS NULL
       OR article.published_at IS NULL
       OR imprint.earliest <= article.published_at <= imprint.latest)
WITH DISTINCT article
RETURN article.id AS id,
       article.story AS story,
       article.published_at AS published_at,
       article.passages AS passages,
       article.sketch AS sketch
