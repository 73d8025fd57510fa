// Give leased articles back, as if they had not been tried: their reader stops.
//
// params:  articles   ids
// returns: nothing
UNWIND $articles AS wanted
MATCH (submission:Submission {id: wanted, state: 'reading'})
SET submission.state = 'received',
    submission.attempts = submission.attempts - 1
REMOVE submission.leased_until
