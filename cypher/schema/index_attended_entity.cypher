// The meetings of a person or an organization are read in the order of their days.
//
// params:  none
// returns: nothing
CREATE INDEX index_attended_entity IF NOT EXISTS
FOR ()-[edge:ATTENDED]-()
ON (edge.entity, edge.day)
