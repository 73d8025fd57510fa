// No two claims share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_claim_id IF NOT EXISTS
FOR (node:Claim)
REQUIRE node.id IS UNIQUE
