// The people who represent a country, with their parties.
//
// params:  id          ISO 3166 alpha-3 of a country
// returns: office, membership
MATCH office = (person:Person)-[:REPRESENTS]->(:Country {id: $id})
OPTIONAL MATCH membership = (person)-[:MEMBER_OF]->(:Party)
RETURN office, membership
LIMIT 150
