// People who speak for a country, or hold or held an office of it, by name. No row if the graph knows neither it nor
// anybody of it.
//
// params:  country   ISO 3166 alpha-3
//          party     id of a party they belong to, or null
//          after_name, after_id  name and id of the last person already seen; both '' for the first page
//          limit     how many at most
// returns: id (of the country), name (of the country), persons
OPTIONAL MATCH (country:Country {id: $country})
WITH country
WHERE country IS NOT NULL
   OR EXISTS { (:Person {country: $country}) }
RETURN $country AS id,
       coalesce(country.name, $country) AS name,
       COLLECT {
         CALL (country) {
           MATCH (person:Person {country: $country}) RETURN person
           UNION
           MATCH (country)<-[:REPRESENTS]-(person:Person) RETURN person
         }
         WITH person
         WHERE person.name >= $after_name
           AND (person.name > $after_name OR person.id > $after_id)
           AND ($party IS NULL OR EXISTS { (person)-[:MEMBER_OF]->(:Party {id: $party}) })
         WITH person
         ORDER BY person.name, person.id
         LIMIT $limit
         RETURN {
           id: person.id,
           name: person.name,
           aliases: [alias IN person.aliases WHERE alias <> person.name],
           wikidata: person.wikidata,
           country: person.country,
           offices: COLLECT {
             MATCH (person)-[office:REPRESENTS]->(of:Country)
             RETURN {country: of.id, country_name: coalesce(of.name, of.id), title: office.title,
                     since: toString(office.since), until: toString(office.until)}
             ORDER BY of.id, office.title
           },
           parties: COLLECT {
             MATCH (person)-[membership:MEMBER_OF]->(party:Party)
             RETURN {id: party.id, name: party.name, role: membership.role}
             ORDER BY party.id, membership.role
           },
           contacts: COUNT { (person)-[:MET_WITH]-() }
         }
         ORDER BY person.name, person.id
       } AS persons
