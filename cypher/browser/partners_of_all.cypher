// Which countries are partners of which.
//
// params:  none
// returns: drawing
MATCH drawing = (:Country)-[:PARTNER_OF]->(:Country)
RETURN drawing
LIMIT 300
