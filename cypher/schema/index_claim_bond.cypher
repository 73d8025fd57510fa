// Claims about one partnership, office or membership are found together.
//
// params:  none
// returns: nothing
CREATE INDEX index_claim_bond IF NOT EXISTS
FOR (node:Claim)
ON (node.bond)
