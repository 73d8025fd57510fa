// Take articles that wait or were set aside out of the inbox: they are not to be read, and their text goes.
//
// params:  articles   ids
// returns: id (of each that was dropped)
UNWIND $articles AS wanted
MATCH (submission:Submission {id: wanted})
WHERE submission.state IN ['received', 'failed']
SET submission.state = 'retracted'
REMOVE submission.leased_until, submission.text, submission.reason
RETURN submission.id AS id
ORDER BY id
