// Articles that count, in the order of their ids, a page at a time: those that another reader has read.
//
// params:  after       id of the last article already seen; '' for the first page
//          extractor   the reader whose articles are left out; '' for none
//          limit       how many at most
// returns: id, text, title, url, publisher, published_at, language, received_at
MATCH (article:Article)
WHERE article.id > $after
  AND article.state IN ['done', 'nothing_found']
  AND article.extractor <> $extractor
RETURN article.id AS id,
       article.text AS text,
       article.title AS title,
       article.url AS url,
       article.publisher AS publisher,
       article.published_at AS published_at,
       article.language AS language,
       article.received_at AS received_at
ORDER BY id
LIMIT $limit
