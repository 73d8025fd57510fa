// Say which partnership, office or membership claims are about; null for those that make none.
//
// params:  bonds   maps of claim and bond
// returns: nothing
UNWIND $bonds AS row
MATCH (claim:Claim {id: row.claim})
SET claim.bond = row.bond
