// What is planned for today or later, the nearest first.
//
// params:  none
// returns: drawing
MATCH (meeting:Meeting {status: 'planned'})
WHERE meeting.latest >= date()
WITH meeting
ORDER BY meeting.latest
LIMIT 25
MATCH drawing = (meeting)-[:ATTENDED|HELD_IN]-()
RETURN drawing
