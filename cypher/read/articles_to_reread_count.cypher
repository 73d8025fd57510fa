// How many articles count, of those that another reader has read.
//
// params:  extractor   the reader whose articles are left out; '' for none
// returns: articles
MATCH (article:Article)
WHERE article.state IN ['done', 'nothing_found']
  AND article.extractor <> $extractor
RETURN count(article) AS articles
