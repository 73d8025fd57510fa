// A person with those whom they met, their offices and parties.
//
// params:  id          id of a person
// returns: drawing
MATCH drawing = (person:Person {id: $id})-[:MET_WITH|REPRESENTS|MEMBER_OF]-()
RETURN drawing
ORDER BY coalesce(relationships(drawing)[0].meetings, 0) DESC
LIMIT 100
