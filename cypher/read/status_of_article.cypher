// How far an article is: what the inbox says of it, else the ledger. No row if neither knows it.
//
// params:  article   id
// returns: id, state (received, reading, done, nothing_found, failed, retracted or
//          superseded), reason (of a failure),
//          received_at, attempts
OPTIONAL MATCH (submission:Submission {id: $article})
OPTIONAL MATCH (article:Article {id: $article})
WITH submission, article
WHERE submission IS NOT NULL
   OR article IS NOT NULL
RETURN $article AS id,
       CASE
         WHEN submission.state IN ['received', 'reading', 'failed'] THEN submission.state
         ELSE coalesce(article.state, submission.state)
       END AS state,
       submission.reason AS reason,
       coalesce(submission.received_at, article.received_at) AS received_at,
       coalesce(submission.attempts, 0) AS attempts
