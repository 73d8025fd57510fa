// Members of a party, by name. No row if there is no such party.
//
// params:  party     id of the party
//          country   ISO 3166 alpha-3 of a country they represent, or null
//          after_name, after_id  name and id of the last person already seen; both '' for the first page
//          limit     how many at most
// returns: id (of the party), name (of the party), persons
MATCH (party:Party {id: $party})
RETURN party.id AS id,
       party.name AS name,
       COLLECT {
         MATCH (party)<-[:MEMBER_OF]-(person:Person)
         WHERE person.name >= $after_name
           AND (person.name > $after_name OR person.id > $after_id)
           AND ($country IS NULL OR person.country = $country
       OR EXISTS { (person)-[:REPRESENTS]->(:Country {id: $country}) })
         WITH DISTINCT person
         ORDER BY person.name, person.id
         LIMIT $limit
         RETURN {
           id: person.id,
           name: person.name,
           aliases: [alias IN person.aliases WHERE alias <> person.name],
           wikidata: person.wikidata,
           country: person.country,
           offices: COLLECT {
             MATCH (person)-[office:REPRESENTS]->(country:Country)
             RETURN {country: country.id, country_name: coalesce(country.name, country.id), title: office.title,
                     since: toString(office.since), until: toString(office.until)}
             ORDER BY country.id, office.title
           },
           parties: COLLECT {
             MATCH (person)-[membership:MEMBER_OF]->(of:Party)
             RETURN {id: of.id, name: of.name, role: membership.role}
             ORDER BY of.id, membership.role
           },
           contacts: COUNT { (person)-[:MET_WITH]-() }
         }
         ORDER BY person.name, person.id
       } AS persons
