// Forget a webhook and all that is on its way to it.
//
// params:  webhook   its id
// returns: id
MATCH (webhook:Webhook {id: $webhook})
CALL (webhook) {
  MATCH (delivery:Delivery)
  USING INDEX delivery:Delivery(webhook, state)
  WHERE delivery.webhook = webhook.id
    AND delivery.state IS NOT NULL
  DELETE delivery
}
WITH webhook, webhook.id AS id
DELETE webhook
RETURN id
