// People whose name has these words, with their offices; the best matches first.
//
// params:  words       words of a name, such as medvedev
// returns: drawing, score
CALL db.index.fulltext.queryNodes('search_entities', $words) YIELD node, score
MATCH drawing = (node:Person)-[:REPRESENTS]->(:Country)
RETURN drawing, score
ORDER BY score DESC
LIMIT 25
