// The meetings of a country are read in the order of their days.
//
// params:  none
// returns: nothing
CREATE INDEX index_attended_country IF NOT EXISTS
FOR ()-[edge:ATTENDED]-()
ON (edge.country, edge.day)
