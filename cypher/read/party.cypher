// One party. No row if there is no such party.
//
// params:  party   id
// returns: id, name, aliases, wikidata, country, members (how many people)
MATCH (party:Party {id: $party})
RETURN party.id AS id,
       party.name AS name,
       [alias IN party.aliases WHERE alias <> party.name] AS aliases,
       party.wikidata AS wikidata,
       head(COLLECT { MATCH (party)-[:OF]->(country:Country) RETURN country.id ORDER BY country.id }) AS country,
       COUNT { (party)<-[:MEMBER_OF]-() } AS members
