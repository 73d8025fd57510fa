// Take from some claims the bonds that they are about.
//
// params:  limit   how many at most
// returns: removed (how many)
MATCH (claim:Claim)
WHERE claim.bond IS NOT NULL
WITH claim LIMIT $limit
REMOVE claim.bond, claim.post
RETURN count(*) AS removed
