// Deliveries that got through are forgotten after some days.
//
// params:  none
// returns: nothing
CREATE INDEX index_delivery_at IF NOT EXISTS
FOR (node:Delivery)
ON (node.state, node.at)
