// Take articles out to read, the oldest first: those that wait, and those whose reader's lease has run out.
// One that outlived a reader comes alone: if it is what kills readers, no other article dies with it again.
//
// params:  limit   how many at most
//          now     when
//          until   when the lease runs out
// returns: id, text, sha256, title, url, publisher, published_at, language, received_at,
//          attempts (with this one), leased_until
CALL () {
  MATCH (submission:Submission)
  USING INDEX submission:Submission(state, received_at)
  WHERE submission.state = 'received'
    AND submission.received_at IS NOT NULL
  RETURN submission
  ORDER BY submission.received_at, submission.id
  LIMIT $limit
  UNION ALL
  MATCH (submission:Submission)
  USING INDEX submission:Submission(state, received_at)
  WHERE submission.state = 'reading'
    AND submission.received_at IS NOT NULL
    AND submission.leased_until < $now
  RETURN submission
  ORDER BY submission.received_at, submission.id
  LIMIT $limit
}
WITH submission
ORDER BY submission.received_at, submission.id
LIMIT $limit
WITH collect(submission) AS oldest
UNWIND CASE
  WHEN oldest[0].attempts > 0 THEN oldest[..1]
  ELSE [submission IN oldest WHERE submission.attempts = 0]
END AS submission
SET submission.state = 'reading',
    submission.leased_until = $until,
    submission.attempts = submission.attempts + 1
RETURN submission.id AS id,
       submission.text AS text,
       submission.sha256 AS sha256,
       submission.title AS title,
       submission.url AS url,
       submission.publisher AS publisher,
       submission.published_at AS published_at,
       submission.language AS language,
       submission.received_at AS received_at,
       submission.attempts AS attempts,
       submission.leased_until AS leased_until
ORDER BY received_at, id
