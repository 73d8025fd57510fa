// One person: names, offices, parties, and how much the graph knows. No row if there is no such person.
//
// params:  person   id
// returns: id, name, aliases, wikidata, country, offices, parties, contacts (how many others this person met),
//          meetings (how many in all, planned and cancelled too), articles (how many mention this person)
MATCH (person:Person {id: $person})
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
       COUNT { (person)-[:MET_WITH]-() } AS contacts,
       COUNT { (person)-[:ATTENDED]->() } AS meetings,
       COUNT { (person)<-[:MENTIONS]-() } AS articles
