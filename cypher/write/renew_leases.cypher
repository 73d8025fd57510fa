// Let leases run on for those who still read. One whose lease is another's by now stays with that one.
//
// params:  leases   maps of id and leased_until
//          until    when the leases run out now
// returns: id (of each that was renewed)
UNWIND $leases AS lease
MATCH (submission:Submission {id: lease.id, state: 'reading'})
WHERE submission.leased_until = lease.leased_until
SET submission.leased_until = $until
RETURN submission.id AS id
ORDER BY id
