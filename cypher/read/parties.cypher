// Parties by name, a page at a time.
//
// params:  country   ISO 3166 alpha-3 of the country they are of, or null
//          after_name, after_id  name and id of the last party already seen; both '' for the first page
//          limit     how many at most
// returns: id, name, aliases, wikidata, country, members (how many people)
MATCH (party:Party)
USING INDEX party:Party(name, id)
WHERE party.name >= $after_name
  AND party.id IS NOT NULL
  AND (party.name > $after_name OR party.id > $after_id)
  AND ($country IS NULL OR EXISTS { (party)-[:OF]->(:Country {id: $country}) })
WITH party
ORDER BY party.name, party.id
LIMIT $limit
RETURN party.id AS id,
       party.name AS name,
       [alias IN party.aliases WHERE alias <> party.name] AS aliases,
       party.wikidata AS wikidata,
       head(COLLECT { MATCH (party)-[:OF]->(country:Country) RETURN country.id ORDER BY country.id }) AS country,
       COUNT { (party)<-[:MEMBER_OF]-() } AS members
ORDER BY name, id
