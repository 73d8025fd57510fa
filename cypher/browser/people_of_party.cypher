// The members of a party, and its country.
//
// params:  id          id of a party
// returns: drawing
MATCH drawing = (:Party {id: $id})-[:MEMBER_OF|OF]-()
RETURN drawing
LIMIT 150
