// The meetings of a person, the latest first, with all who sat in them and where.
//
// params:  id          id of a person
// returns: drawing
MATCH (person:Person {id: $id})-[:ATTENDED]->(meeting:Meeting)
WITH meeting
ORDER BY meeting.latest DESC, meeting.id
LIMIT 25
MATCH drawing = (meeting)-[:ATTENDED|HELD_IN]-()
RETURN drawing
