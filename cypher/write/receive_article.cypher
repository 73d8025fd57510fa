// Put an article into the inbox. One that waits, is being read or was read with this very text stays as it
// is; another text, or one that failed or was retracted, is to be read (again).
//
// params:  article   map of id, text, sha256, title, url, publisher, published_at and language
//          now       when it was received
// returns: id, state, is_new (whether there is something to read)
MERGE (submission:Submission {id: $article.id})
WITH submission,
     submission.sha256 IS NULL
     OR submission.sha256 <> $article.sha256
     OR submission.state IN ['failed', 'retracted'] AS is_new
FOREACH (_ IN CASE WHEN is_new THEN [1] ELSE [] END |
  SET submission = $article,
      submission.state = 'received',
      submission.received_at = $now,
      submission.attempts = 0
)
RETURN submission.id AS id,
       submission.state AS state,
       is_new
