// Say which bonds claims are about, and which posts.
//
// params:  claims   maps of id, bond and post (or null)
// returns: nothing
UNWIND $claims AS row
MATCH (claim:Claim {id: row.id})
SET claim.bond = row.bond,
    claim.post = row.post
