// Make these PARTNER_OF edges what their claims say.
//
// params:  edges   maps of source, target and properties (with the id); sorted by id
// returns: nothing
UNWIND $edges AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[edge:PARTNER_OF {id: row.properties.id}]->(target)
SET edge = row.properties
