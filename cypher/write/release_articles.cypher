// Give leased articles back, as if they had not been tried: their reader stops, or its database went away.
// One whose lease is another's by now stays with that one.
//
// params:  leases   maps of id and leased_until
// returns: nothing
UNWIND $leases AS lease
MATCH (submission:Submission {id: lease.id, state: 'reading'})
WHERE submission.leased_until = lease.leased_until
SET submission.state = 'received',
    submission.attempts = submission.attempts - 1
REMOVE submission.leased_until
