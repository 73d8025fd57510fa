// Note how tries of deliveries ended, and stop the webhooks to which one never got through.
//
// params:  tries   maps of id, webhook, state (delivered, waiting or dead), due_at, at and result
// returns: nothing
UNWIND $tries AS row
MATCH (delivery:Delivery {id: row.id})
SET delivery.state = row.state,
    delivery.due_at = row.due_at,
    delivery.last_try_at = row.at,
    delivery.last_result = row.result
WITH row
WHERE row.state = 'dead'
MATCH (webhook:Webhook {id: row.webhook})
SET webhook.state = 'dead',
    webhook.reason = row.result
