// The live claims of these partnerships, offices and memberships, counted by wording.
//
// params:  bonds   keys that claims of one bond share
// returns: bond, wording, claims, first, last
UNWIND $bonds AS wanted
MATCH (claim:Claim {bond: wanted})
RETURN claim.bond AS bond,
       coalesce(claim.relation, claim.title, claim.role, '') AS wording,
       count(*) AS claims,
       min(claim.said_on) AS first,
       max(claim.said_on) AS last
