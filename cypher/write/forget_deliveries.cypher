// Forget deliveries that got through before a moment.
//
// params:  before   the moment
// returns: nothing
MATCH (delivery:Delivery {state: 'delivered'})
WHERE delivery.at < $before
WITH delivery
LIMIT 10000
DELETE delivery
