// The offices of all who are said to hold one of these posts, now or before.
//
// params:  posts   keys that claims about one post share
// returns: bond
UNWIND $posts AS wanted
MATCH (claim:Claim {post: wanted})
RETURN DISTINCT claim.bond AS bond
