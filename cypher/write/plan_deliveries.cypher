// Put deliveries on their way to a webhook, and note how far it has read. What is on its way already stays.
//
// params:  webhook       id of the webhook
//          deliveries    maps of id, event, meeting and at
//          position      moment of the last claim that was looked at
//          position_id   id of that claim
// returns: nothing
MATCH (webhook:Webhook {id: $webhook})
// Another server may have gone further meanwhile.
FOREACH (_ IN CASE
    WHEN webhook.position < $position OR (webhook.position = $position AND webhook.position_id < $position_id) THEN [1]
    ELSE []
  END |
  SET webhook.position = $position,
      webhook.position_id = $position_id
)
WITH webhook
UNWIND $deliveries AS row
MERGE (delivery:Delivery {id: row.id})
ON CREATE SET delivery.webhook = webhook.id,
              delivery.event = row.event,
              delivery.meeting = row.meeting,
              delivery.at = row.at,
              delivery.state = 'waiting',
              delivery.attempts = 0,
              delivery.due_at = row.at
