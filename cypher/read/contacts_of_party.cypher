// The other parties whose members met members of a party, those first whom they met in most pairs.
// No row if there is no such party.
//
// params:  party     id
//          other     id of the one other party asked for, or null
//          most      the number of contacts of the last party already seen; a large number for the first page
//          after_id  id of the last party already seen; '' for the first page
//          limit     how many at most
// returns: id, name, parties
MATCH (party:Party {id: $party})
RETURN party.id AS id,
       party.name AS name,
       COLLECT {
         CALL (party) {
           MATCH (party)<-[:MEMBER_OF]-(member:Person)
           WITH DISTINCT member
           MATCH (member)-[met:MET_WITH]-(guest:Person)-[:MEMBER_OF]->(other:Party)
           WHERE other.id <> $party
             AND ($other IS NULL OR other.id = $other)
           RETURN DISTINCT met, other
         }
         WITH other, count(met) AS contacts, sum(met.meetings) AS meetings,
              min(met.first) AS first, max(met.last) AS last
         WHERE contacts < $most OR (contacts = $most AND other.id > $after_id)
         WITH other, contacts, meetings, first, last
         ORDER BY contacts DESC, other.id
         LIMIT $limit
         RETURN {id: other.id, name: other.name, country: other.country, contacts: contacts,
                 meetings: meetings, first: toString(first), last: toString(last)}
         ORDER BY contacts DESC, other.id
       } AS parties
