// Who met both of two people, those first who met either often: the contacts of the one are joined with those of the
// other, for to look for a tie of each in turn reads hundreds of times as much where both met thousands. Always one
// row; who is not in the graph comes back as null.
//
// params:  a, b      ids of two different people
//          country   ISO 3166 alpha-3 of a country that the third represents, or null
//          most      the lesser number of meetings of the last already seen; a large number for the first page
//          after_id  id of the last already seen; '' for the first page
//          limit     how many at most
// returns: a_id, a_name, b_id, b_name, persons
OPTIONAL MATCH (a:Person {id: $a})
OPTIONAL MATCH (b:Person {id: $b})
RETURN a.id AS a_id,
       a.name AS a_name,
       b.id AS b_id,
       b.name AS b_name,
       COLLECT {
         MATCH (a)-[one:MET_WITH]-(third:Person)-[other:MET_WITH]-(b)
         USING JOIN ON third
         WITH third, one, other,
              CASE WHEN one.meetings < other.meetings THEN one.meetings ELSE other.meetings END AS lesser
         WHERE (lesser < $most OR (lesser = $most AND third.id > $after_id))
           AND ($country IS NULL OR third.country = $country
                OR EXISTS { (third)-[:REPRESENTS]->(:Country {id: $country}) })
         WITH third, one, other, lesser
         ORDER BY lesser DESC, third.id
         LIMIT $limit
         RETURN {
           id: third.id,
           name: third.name,
           countries: COLLECT {
             UNWIND [third.country] + COLLECT { MATCH (third)-[:REPRESENTS]->(of:Country) RETURN of.id } AS country
             WITH country
             WHERE country IS NOT NULL
             RETURN DISTINCT country ORDER BY country
           },
           with_a: {meetings: one.meetings, first: toString(one.first), last: toString(one.last),
                    independent_sources: one.independent_sources},
           with_b: {meetings: other.meetings, first: toString(other.first), last: toString(other.last),
                    independent_sources: other.independent_sources}
         }
         ORDER BY lesser DESC, third.id
       } AS persons
