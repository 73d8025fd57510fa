// How many articles wait, are being read or were set aside, and since when the oldest has waited.
//
// params:  none
// returns: waiting, reading, set_aside, oldest_waiting (when it was received, or null)
RETURN COUNT { (:Submission {state: 'received'}) } AS waiting,
       COUNT { (:Submission {state: 'reading'}) } AS reading,
       COUNT { (:Submission {state: 'failed'}) } AS set_aside,
       head(COLLECT {
         MATCH (submission:Submission {state: 'received'})
         RETURN submission.received_at
         ORDER BY submission.received_at
         LIMIT 1
       }) AS oldest_waiting
