// The planned meetings of a person, with all who are to sit in them and where.
//
// params:  id          id of a person
// returns: drawing
MATCH (person:Person {id: $id})-[:ATTENDED]->(meeting:Meeting {status: 'planned'})
MATCH drawing = (meeting)-[:ATTENDED|HELD_IN]-()
RETURN drawing
