// A meeting with all who sat in it, where it was, and the claims and articles that tell of it.
//
// params:  id          id of a meeting
// returns: drawing, source
MATCH (meeting:Meeting {id: $id})
MATCH drawing = (meeting)-[:ATTENDED|HELD_IN|SUPPORTS]-()
OPTIONAL MATCH source = (meeting)<-[:SUPPORTS]-(:Claim)<-[:STATES]-(:Article)
RETURN drawing, source
LIMIT 300
