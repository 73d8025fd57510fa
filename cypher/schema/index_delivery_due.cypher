// Deliveries are leased when they are due, the oldest first.
//
// params:  none
// returns: nothing
CREATE INDEX index_delivery_due IF NOT EXISTS
FOR (node:Delivery)
ON (node.state, node.due_at)
