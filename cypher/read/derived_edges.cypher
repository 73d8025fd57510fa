// Every edge that is derived from the ledger.
//
// params:  none
// returns: type, source, target, properties
MATCH (source)-[edge]->(target)
WHERE NOT type(edge) IN ['STATES', 'WAS', 'LED_TO']
RETURN type(edge) AS type,
       source.id AS source,
       target.id AS target,
       properties(edge) AS properties
