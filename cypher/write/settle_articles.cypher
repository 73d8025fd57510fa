// Say what became of leased articles. One that came in with another text meanwhile is left to be read.
//
// params:  outcomes   maps of id, sha256 (of the text that was read), state (done, nothing_found or failed)
//                     and reason (of a failure, else null)
// returns: nothing
UNWIND $outcomes AS outcome
MATCH (submission:Submission {id: outcome.id, sha256: outcome.sha256})
WHERE submission.state = 'reading'
SET submission.state = outcome.state,
    submission.reason = outcome.reason
REMOVE submission.leased_until
FOREACH (_ IN CASE WHEN outcome.state <> 'failed' THEN [1] ELSE [] END |
  REMOVE submission.text  // the ledger has it now
)
