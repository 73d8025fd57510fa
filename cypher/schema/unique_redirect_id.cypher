// No two redirects share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_redirect_id IF NOT EXISTS
FOR (node:Redirect)
REQUIRE node.id IS UNIQUE
