// A webhook, with all its properties.
//
// params:  webhook   map of its properties, with its id
// returns: nothing
MERGE (webhook:Webhook {id: $webhook.id})
SET webhook = $webhook
