// Deliveries are found by their webhook.
//
// params:  none
// returns: nothing
CREATE INDEX index_delivery_webhook IF NOT EXISTS
FOR (node:Delivery)
ON (node.webhook, node.state)
