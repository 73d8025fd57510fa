// Whether at least so many articles wait to be read.
//
// params:  most   how many may wait
// returns: is_full
CALL () {
  MATCH (submission:Submission)
  USING INDEX submission:Submission(state, received_at)
  WHERE submission.state = 'received'
    AND submission.received_at IS NOT NULL
  RETURN submission
  LIMIT $most
}
RETURN count(submission) >= $most AS is_full
