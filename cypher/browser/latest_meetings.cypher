// The latest held meetings, with all who sat in them and where.
//
// params:  none
// returns: drawing
MATCH (meeting:Meeting {status: 'held'})
WHERE meeting.latest <= date()
WITH meeting
ORDER BY meeting.latest DESC
LIMIT 25
MATCH drawing = (meeting)-[:ATTENDED|HELD_IN]-()
RETURN drawing
