// No two webhooks share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_webhook_id IF NOT EXISTS
FOR (node:Webhook)
REQUIRE node.id IS UNIQUE
