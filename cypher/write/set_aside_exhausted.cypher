// Set aside articles whose readers died too often: their lease ran out at the last try.
//
// params:  now      when
//          most     how often an article is tried
//          reason   what to tell of them
// returns: nothing
MATCH (submission:Submission)
  USING INDEX submission:Submission(state, received_at)
WHERE submission.state = 'reading'
  AND submission.received_at IS NOT NULL
  AND submission.leased_until < $now
  AND submission.attempts >= $most
SET submission.state = 'failed',
    submission.reason = $reason
REMOVE submission.leased_until
