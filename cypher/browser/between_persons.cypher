// All meetings of two people: held, planned and called off, with the claims that say so.
//
// params:  a, b        ids of two different people
// returns: drawing
MATCH (:Person {id: $a})-[:ATTENDED]->(meeting:Meeting)<-[:ATTENDED]-(:Person {id: $b})
MATCH drawing = (meeting)-[:ATTENDED|HELD_IN|SUPPORTS]-()
RETURN drawing
LIMIT 300
