// Start a webhook again: what is dead is due, and tried as if it had never been.
//
// params:  webhook   its id
// returns: id
MATCH (webhook:Webhook {id: $webhook})
SET webhook.state = 'live'
REMOVE webhook.reason
WITH webhook
CALL (webhook) {
  MATCH (delivery:Delivery {webhook: webhook.id})
  WHERE delivery.state <> 'delivered'
  SET delivery.state = 'waiting',
      delivery.attempts = 0,
      delivery.due_at = delivery.at
}
RETURN webhook.id AS id
