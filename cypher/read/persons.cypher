// People in the order of their ids, a page at a time.
//
// params:  after     id of the last person already seen; '' for the first page
//          country   ISO 3166 alpha-3 of a country they represent, or null
//          party     id of a party they belong to, or null
//          limit     how many at most
// returns: id, name, aliases, wikidata, offices, parties, contacts (how many others this person met)
MATCH (person:Person)
WHERE person.id > $after
  AND ($country IS NULL OR EXISTS { (person)-[:REPRESENTS]->(:Country {id: $country}) })
  AND ($party IS NULL OR EXISTS { (person)-[:MEMBER_OF]->(:Party {id: $party}) })
WITH person
ORDER BY person.id
LIMIT $limit
RETURN person.id AS id,
       person.name AS name,
       person.aliases AS aliases,
       person.wikidata AS wikidata,
       COLLECT {
         MATCH (person)-[office:REPRESENTS]->(country:Country)
         RETURN {country: country.id, country_name: coalesce(country.name, country.id), title: office.title,
                 since: toString(office.since), until: toString(office.until)}
         ORDER BY country.id, office.title
       } AS offices,
       COLLECT {
         MATCH (person)-[membership:MEMBER_OF]->(party:Party)
         RETURN {id: party.id, name: party.name, role: membership.role}
         ORDER BY party.id, membership.role
       } AS parties,
       COUNT { (person)-[:MET_WITH]-() } AS contacts
ORDER BY id
