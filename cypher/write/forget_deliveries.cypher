// Forget deliveries that got through before a moment.
//
// params:  before   the moment
// returns: nothing
MATCH (delivery:Delivery)
  USING INDEX delivery:Delivery(state, at)
WHERE delivery.state = 'delivered'
  AND delivery.at < $before
WITH delivery
LIMIT 10000
DELETE delivery
