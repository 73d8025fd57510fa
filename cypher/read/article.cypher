// One article with its text: as the ledger holds it, else as it waits in the inbox. No row if neither knows it.
//
// params:  article   id
//          inbox     whether to look into the inbox as well
// returns: id, state (received, reading, done, nothing_found, failed, retracted or
//          superseded), reason (of a failure), title,
//          url, publisher, published, language, received_at, claims (how many stand), extractor, text
OPTIONAL MATCH (article:Article {id: $article})
OPTIONAL MATCH (submission:Submission {id: $article})
WHERE $inbox
WITH article, submission, coalesce(article, submission) AS known
WHERE known IS NOT NULL
RETURN known.id AS id,
       CASE
         WHEN submission.state IN ['received', 'reading', 'failed'] THEN submission.state
         ELSE known.state
       END AS state,
       submission.reason AS reason,
       known.title AS title,
       known.url AS url,
       known.publisher AS publisher,
       toString(known.published_at) AS published,
       known.language AS language,
       known.received_at AS received_at,
       COUNT { (article)-[:STATES]->(claim:Claim WHERE claim.retracted_at IS NULL) } AS claims,
       article.extractor AS extractor,
       known.text AS text
