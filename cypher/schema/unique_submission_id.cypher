// No two submissions in the inbox share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_submission_id IF NOT EXISTS
FOR (node:Submission)
REQUIRE node.id IS UNIQUE
