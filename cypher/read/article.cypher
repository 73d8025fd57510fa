// One article with its text. No row if the ledger does not hold it.
//
// params:  article   id
// returns: id, state, title, url, publisher, published, language, received_at, claims (how many), extractor, text
MATCH (article:Article {id: $article})
RETURN article.id AS id,
       article.state AS state,
       article.title AS title,
       article.url AS url,
       article.publisher AS publisher,
       toString(article.published_at) AS published,
       article.language AS language,
       article.received_at AS received_at,
       COUNT { (article)-[:STATES]->(claim:Claim WHERE claim.retracted_at IS NULL) } AS claims,
       article.extractor AS extractor,
       article.text AS text
