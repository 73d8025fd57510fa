// Waiting submissions are leased oldest first.
//
// params:  none
// returns: nothing
CREATE INDEX index_submission_state IF NOT EXISTS
FOR (node:Submission)
ON (node.state, node.received_at)
