// Say of these entities, where they are parties, whose they are (OF), and where they are places, where they lie (IN).
// What is so already is not touched.
//
// params:  entities   ids
// returns: nothing
UNWIND $entities AS wanted
MATCH (entity:Entity {id: wanted})
CALL (entity) {
  MATCH (entity)-[old:OF|IN]->(country:Country)
  WHERE country.id <> coalesce(entity.country, '')
     OR NOT ((type(old) = 'OF' AND entity:Party) OR (type(old) = 'IN' AND entity:Place))
  DELETE old
}
MATCH (country:Country {id: entity.country})
FOREACH (_ IN CASE WHEN entity:Party THEN [1] ELSE [] END | MERGE (entity)-[:OF]->(country))
FOREACH (_ IN CASE WHEN entity:Place THEN [1] ELSE [] END | MERGE (entity)-[:IN]->(country))
