// One person with what tells this one from others. No row if there is no such person.
//
// params:  person    id
//          contacts  how many contacts
// returns: id, name, aliases, country, offices, contacts (those met most often)
MATCH (person:Person {id: $person})
RETURN person.id AS id,
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
