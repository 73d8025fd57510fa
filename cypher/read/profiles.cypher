// People with what tells them from others, in the order of their ids, some at a time.
//
// params:  after   id of the last person already seen; '' to begin
//          limit   how many at most
//          contacts   how many contacts of each
// returns: id, name, aliases, country, offices, contacts (those met most often)
MATCH (person:Person)
WHERE person.id > $after
WITH person
ORDER BY person.id
LIMIT $limit
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
ORDER BY id
