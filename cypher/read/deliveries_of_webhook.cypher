// What is and was on its way to a webhook, the latest first.
//
// params:  webhook     id of the webhook
//          before_at   moment of the last delivery already seen, or null for the first page
//          before_id   id of the last delivery already seen, or null for the first page
//          limit       how many at most
// returns: id, webhook, event, meeting, at, state, attempts, due_at, last_try_at, last_result
MATCH (delivery:Delivery {webhook: $webhook})
USING INDEX delivery:Delivery(webhook, state)
WHERE delivery.state IS NOT NULL
  AND ($before_at IS NULL
       OR delivery.at < $before_at
       OR (delivery.at = $before_at AND delivery.id < $before_id))
RETURN delivery.id AS id,
       delivery.webhook AS webhook,
       delivery.event AS event,
       delivery.meeting AS meeting,
       delivery.at AS at,
       delivery.state AS state,
       delivery.attempts AS attempts,
       delivery.due_at AS due_at,
       delivery.last_try_at AS last_try_at,
       delivery.last_result AS last_result
ORDER BY at DESC, id DESC
LIMIT $limit
