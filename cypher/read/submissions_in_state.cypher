// Articles of the inbox in one state, in the order of their ids, a page at a time.
//
// params:  state   received, reading or failed
//          after   id of the last article already seen; '' for the first page
//          limit   how many at most
// returns: id, state, reason (of a failure), title, url, publisher, published, language, received_at,
//          claims (none yet)
MATCH (submission:Submission)
WHERE submission.state = $state
  AND submission.id > $after
WITH submission
ORDER BY submission.id
LIMIT $limit
RETURN submission.id AS id,
       submission.state AS state,
       submission.reason AS reason,
       submission.title AS title,
       submission.url AS url,
       submission.publisher AS publisher,
       toString(submission.published_at) AS published,
       submission.language AS language,
       submission.received_at AS received_at,
       0 AS claims
ORDER BY id
