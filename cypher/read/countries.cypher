// Countries in the order of their ISO 3166 alpha-3 codes, a page at a time.
//
// params:  after   code of the last country already seen; '' for the first page
//          limit   how many at most
// returns: id, name, representatives (how many people), partners (how many countries)
MATCH (country:Country)
WHERE country.id > $after
WITH country
ORDER BY country.id
LIMIT $limit
RETURN country.id AS id,
       coalesce(country.name, country.id) AS name,
       COUNT { (country)<-[:REPRESENTS]-() } AS representatives,
       COUNT { (country)-[:PARTNER_OF]-() } AS partners
ORDER BY id
