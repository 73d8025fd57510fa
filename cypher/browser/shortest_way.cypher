// The shortest ways from one person to another over people who met.
//
// params:  a, b        ids of two different people
// returns: drawing
MATCH drawing = ALL SHORTEST (one:Person {id: $a})-[:MET_WITH]-{1,6}(other:Person {id: $b})
RETURN drawing
LIMIT 25
