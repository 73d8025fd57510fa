// Whom the full-text index finds under the names of people, but for those about whom it is decided already.
//
// params:  wanted   maps of id and query (full-text query over names and aliases)
//          pool     how many matches of the index to take for each
//          contacts  how many contacts of each
// returns: near (id of the one wanted), id, name, aliases, country, offices,
//          contacts (those met most often)
UNWIND $wanted AS row
CALL (row) {
  CALL db.index.fulltext.queryNodes('search_entities', row.query, {limit: $pool}) YIELD node AS person
  WHERE person:Person
    AND person.id <> row.id
  RETURN person
}
WITH DISTINCT row.id AS near, person
WHERE NOT EXISTS {
        MATCH (decision:Decision {entity: near, other: person.id})
        WHERE decision.revoked_at IS NULL
      }
  AND NOT EXISTS {
        MATCH (decision:Decision {entity: person.id, other: near})
        WHERE decision.revoked_at IS NULL
      }
RETURN near,
       person.id AS id,
       person.name AS name,
       person.aliases AS aliases,
       person.country AS country,
       COLLECT {
         MATCH (person)-[office:REPRESENTS]->(country:Country)
         RETURN {country: country.id, title: office.title, since: toString(office.since),
                 until: toString(office.until)}
         ORDER BY country.id, office.title
       } AS offices,
       COLLECT {
         MATCH (person)-[met:MET_WITH]-(contact:Person)
         RETURN {id: contact.id, name: contact.name}
         ORDER BY met.meetings DESC, contact.id
         LIMIT $contacts
       } AS contacts
ORDER BY near, id
