// Take an article out of the inbox: it is not to be read, and its text goes.
//
// params:  article   id
// returns: state (before)
MATCH (submission:Submission {id: $article})
WITH submission, submission.state AS state
SET submission.state = 'retracted'
REMOVE submission.leased_until, submission.text, submission.reason
RETURN state
