// People of third countries who met people of both countries, those first who met many of either. Always one row;
// a country comes back as null if the graph knows neither it nor anybody of it.
//
// params:  a, b      ISO 3166 alpha-3 codes of two different countries
//          most      the lesser number of contacts of the last already seen; a large number for the first page
//          after_id  id of the last already seen; '' for the first page
//          limit     how many at most
// returns: a_id, a_name, b_id, b_name, persons
OPTIONAL MATCH (a:Country {id: $a})
OPTIONAL MATCH (b:Country {id: $b})
RETURN CASE WHEN a IS NOT NULL OR EXISTS { (:Person {country: $a}) } THEN $a END AS a_id,
       coalesce(a.name, $a) AS a_name,
       CASE WHEN b IS NOT NULL OR EXISTS { (:Person {country: $b}) } THEN $b END AS b_id,
       coalesce(b.name, $b) AS b_name,
       COLLECT {
         CALL () {
           MATCH (:Person {country: $a})-[met:MET_WITH]-(third:Person)
           WHERE third.country IS NULL OR NOT third.country IN [$a, $b]
           RETURN third, count(*) AS contacts, sum(met.meetings) AS meetings, 'a' AS side
           UNION ALL
           MATCH (:Person {country: $b})-[met:MET_WITH]-(third:Person)
           WHERE third.country IS NULL OR NOT third.country IN [$a, $b]
           RETURN third, count(*) AS contacts, sum(met.meetings) AS meetings, 'b' AS side
         }
         WITH third,
              sum(CASE side WHEN 'a' THEN contacts ELSE 0 END) AS contacts_a,
              sum(CASE side WHEN 'b' THEN contacts ELSE 0 END) AS contacts_b,
              sum(CASE side WHEN 'a' THEN meetings ELSE 0 END) AS meetings_a,
              sum(CASE side WHEN 'b' THEN meetings ELSE 0 END) AS meetings_b
         WHERE contacts_a > 0
           AND contacts_b > 0
         WITH third, contacts_a, contacts_b, meetings_a, meetings_b,
              CASE WHEN contacts_a < contacts_b THEN contacts_a ELSE contacts_b END AS lesser
         WHERE lesser < $most OR (lesser = $most AND third.id > $after_id)
         WITH third, contacts_a, contacts_b, meetings_a, meetings_b, lesser
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
           contacts_a: contacts_a,
           contacts_b: contacts_b,
           meetings_a: meetings_a,
           meetings_b: meetings_b
         }
         ORDER BY lesser DESC, third.id
       } AS persons
