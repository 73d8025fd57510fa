// Make the MET_WITH edges of these pairs what their meetings say.
//
// params:  edges   maps of source, target and properties (with the id); sorted by id
// returns: nothing
UNWIND $edges AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[edge:MET_WITH {id: row.properties.id}]->(target)
SET edge = row.properties
