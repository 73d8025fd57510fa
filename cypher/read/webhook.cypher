// One webhook.
//
// params:  webhook   its id
// returns: id, url, secret, events, person, country, place, statuses, state, reason, created_at, position,
//          position_id, waiting (deliveries that have not got through yet)
MATCH (webhook:Webhook {id: $webhook})
RETURN webhook.id AS id,
       webhook.url AS url,
       webhook.secret AS secret,
       webhook.events AS events,
       webhook.person AS person,
       webhook.country AS country,
       webhook.place AS place,
       webhook.statuses AS statuses,
       webhook.state AS state,
       webhook.reason AS reason,
       webhook.created_at AS created_at,
       webhook.position AS position,
       webhook.position_id AS position_id,
       COUNT { (:Delivery {webhook: webhook.id, state: 'waiting'}) } AS waiting
