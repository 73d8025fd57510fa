// The meetings at a place, the latest first, with all who sat in them.
//
// params:  id          id of a place
// returns: drawing
MATCH (place:Place {id: $id})<-[:HELD_IN]-(meeting:Meeting)
WITH meeting
ORDER BY meeting.latest DESC, meeting.id
LIMIT 25
MATCH drawing = (meeting)-[:ATTENDED|HELD_IN]-()
RETURN drawing
