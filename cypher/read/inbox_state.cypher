// How many articles wait, are being read or were set aside, and since when the oldest has waited.
//
// params:  none
// returns: waiting, reading, set_aside, oldest_waiting (when it was received, or null)
UNWIND ['received', 'reading', 'failed'] AS state
CALL (state) {
  MATCH (submission:Submission)
  USING INDEX submission:Submission(state, received_at)
  WHERE submission.state = state
    AND submission.received_at IS NOT NULL
  RETURN count(submission) AS articles,
         min(submission.received_at) AS oldest
}
WITH collect({articles: articles, oldest: oldest}) AS found
RETURN found[0].articles AS waiting,
       found[1].articles AS reading,
       found[2].articles AS set_aside,
       found[0].oldest AS oldest_waiting
