// An article, what it states, and whom that names.
//
// params:  id          id of an article
// returns: drawing
MATCH drawing = (:Article {id: $id})-[:STATES]->(:Claim)-[:NAMES|SUPPORTS]->()
RETURN drawing
LIMIT 300
