// No two keys of the API share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_api_key_id IF NOT EXISTS
FOR (node:ApiKey)
REQUIRE node.id IS UNIQUE
