// Parties in the order of their ids, a page at a time.
//
// params:  country   ISO 3166 alpha-3 of the country they are of, or null
//          after     id of the last party already seen; '' for the first page
//          limit     how many at most
// returns: id, name, aliases, wikidata, country, members (how many people)
MATCH (party:Party)
WHERE party.id > $after
  AND ($country IS NULL OR EXISTS { (party)-[:OF]->(:Country {id: $country}) })
WITH party
ORDER BY party.id
LIMIT $limit
RETURN party.id AS id,
       party.name AS name,
       party.aliases AS aliases,
       party.wikidata AS wikidata,
       head(COLLECT { MATCH (party)-[:OF]->(country:Country) RETURN country.id ORDER BY country.id }) AS country,
       COUNT { (party)<-[:MEMBER_OF]-() } AS members
ORDER BY id
