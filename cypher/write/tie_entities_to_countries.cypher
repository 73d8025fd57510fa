// Say of these parties whose they are (OF), and of these places where they lie (IN).
//
// params:  entities   ids
// returns: nothing
UNWIND $entities AS wanted
MATCH (entity:Entity {id: wanted})
OPTIONAL MATCH (entity)-[old:OF|IN]->(:Country)
DELETE old
WITH DISTINCT entity
MATCH (country:Country {id: entity.country})
FOREACH (_ IN CASE WHEN entity:Party THEN [1] ELSE [] END | CREATE (entity)-[:OF]->(country))
FOREACH (_ IN CASE WHEN entity:Place THEN [1] ELSE [] END | CREATE (entity)-[:IN]->(country))
