// People by name, a page at a time.
//
// params:  after_name, after_id  name and id of the last person already seen; both '' for the first page
//          limit     how many at most
// returns: id, name, aliases, wikidata, country, offices, parties, contacts (how many others this person met)
MATCH (person:Person)
USING INDEX person:Person(name, id)
WHERE person.name >= $after_name
  AND person.id IS NOT NULL
  AND (person.name > $after_name OR person.id > $after_id)
WITH person
ORDER BY person.name, person.id
LIMIT $limit
RETURN person.id AS id,
       person.name AS name,
       [alias IN person.aliases WHERE alias <> person.name] AS aliases,
       person.wikidata AS wikidata,
       person.country AS country,
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
ORDER BY name, id
