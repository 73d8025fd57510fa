// The pairs of people who met most often.
//
// params:  none
// returns: drawing
MATCH drawing = (:Person)-[tie:MET_WITH]->(:Person)
WHERE tie.meetings > 0
RETURN drawing
ORDER BY tie.meetings DESC
LIMIT 50
