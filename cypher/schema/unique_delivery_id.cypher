// No two deliveries share an id.
//
// params:  none
// returns: nothing
CREATE CONSTRAINT unique_delivery_id IF NOT EXISTS
FOR (node:Delivery)
REQUIRE node.id IS UNIQUE
