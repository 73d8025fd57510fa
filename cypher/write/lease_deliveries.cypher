// Take deliveries out that are due, the oldest first, of webhooks that are live.
//
// params:  now     when
//          until   when the lease is over
//          limit   how many at most
// returns: id, event, meeting, at, attempts (with this one), webhook, url, secret
MATCH (delivery:Delivery)
  USING INDEX delivery:Delivery(state, due_at)
WHERE delivery.state = 'waiting'
  AND delivery.due_at <= $now
WITH delivery
ORDER BY delivery.due_at, delivery.id
MATCH (webhook:Webhook {id: delivery.webhook, state: 'live'})
WITH delivery, webhook
LIMIT $limit
SET delivery.due_at = $until,
    delivery.attempts = delivery.attempts + 1
RETURN delivery.id AS id,
       delivery.event AS event,
       delivery.meeting AS meeting,
       delivery.at AS at,
       delivery.attempts AS attempts,
       webhook.id AS webhook,
       webhook.url AS url,
       webhook.secret AS secret
