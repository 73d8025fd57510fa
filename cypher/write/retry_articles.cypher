// Let articles that were set aside be read again, as if they had not been tried. Others stay as they are.
//
// params:  articles   ids
// returns: id (of each that waits again)
UNWIND $articles AS wanted
MATCH (submission:Submission {id: wanted, state: 'failed'})
SET submission.state = 'received',
    submission.attempts = 0
REMOVE submission.reason
RETURN submission.id AS id
ORDER BY id
