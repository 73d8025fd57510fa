// A country: who represents it, its parties, and its partners.
//
// params:  id          ISO 3166 alpha-3 of a country
// returns: drawing
MATCH drawing = (:Country {id: $id})-[:REPRESENTS|OF|PARTNER_OF]-()
RETURN drawing
LIMIT 150
