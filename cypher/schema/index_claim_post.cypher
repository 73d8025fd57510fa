// Claims about one post, whoever holds it, are found together.
//
// params:  none
// returns: nothing
CREATE INDEX index_claim_post IF NOT EXISTS
FOR (node:Claim)
ON (node.post)
