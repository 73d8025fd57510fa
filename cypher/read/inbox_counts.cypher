// How many articles of the inbox are in each state.
//
// params:  none
// returns: state, articles
MATCH (submission:Submission)
RETURN submission.state AS state,
       count(*) AS articles
ORDER BY state
